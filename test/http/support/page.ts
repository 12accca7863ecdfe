import type { MemberRole } from '@hemat/shared/schemas';
import type { Answer, TestService } from './test-service.js';

/** A page of the dashboard in somebody's browser: it keeps the cookie and sends what browsers send. */
export interface Page {
  readonly ask: (method: string, path: string, how?: PageAsk) => Promise<Answer>;
  /** What the browser keeps; null: nothing. */
  cookie: string | null;
}

export interface PageAsk {
  readonly body?: unknown;
  /** Which workspace the page shows, by id or slug. */
  readonly workspace?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ip?: string;
}

/** Opens a page that carries no cookie yet. */
export function openPage({ ask }: Pick<TestService, 'ask'>): Page {
  const page: Page = {
    cookie: null,
    ask: async (method, path, { workspace, headers, ...how } = {}) => {
      const answer = await ask(method, path, {
        key: null,
        headers: {
          'sec-fetch-site': 'same-origin',
          ...(page.cookie !== null && { cookie: page.cookie }),
          ...(workspace !== undefined && { 'hemat-workspace': workspace }),
          ...headers,
        },
        ...how,
      });
      const [line] = answer.headers.getSetCookie();
      const pair = line?.split(';')[0];
      if (pair !== undefined) page.cookie = pair.endsWith('=') ? null : pair;
      return answer;
    },
  };
  return page;
}

export const password = 'correct horse battery';
let people = 0;

/** A member as the tests know them, with a page they have signed in on. */
export interface TestMember extends Page {
  readonly email: string;
  readonly memberId: string;
}

/** Invites somebody with a key of the workspace, and accepts on a fresh page. */
export async function joinAs(
  service: TestService,
  role: MemberRole,
  at: { readonly key?: string; readonly email?: string } = {},
): Promise<TestMember> {
  people += 1;
  const { email = `person-${people}@example.com`, key = service.secretKey } = at;
  const invited = await service.ask('POST', '/v1/members', { key, body: { email, role } });
  if (invited.status !== 201) throw new Error(invited.text);
  const page = openPage(service);
  const token = tokenOf(invited.data.link);
  const joined = await page.ask('POST', '/v1/invitations/accept', { body: { token, password } });
  if (joined.status !== 201) throw new Error(joined.text);
  const { workspaces } = joined.data as { workspaces: { memberId: string }[] };
  const { memberId = '' } = workspaces.at(-1) ?? {};
  return Object.assign(page, { email, memberId });
}

/** The token of a link stands behind its `#`. */
export function tokenOf(link: string): string {
  return new URL(link).hash.slice(1);
}
