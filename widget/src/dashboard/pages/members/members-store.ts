import type { Invitation, Member, MemberRole } from '@hemat/shared/schemas';
import type { App } from '../../core/app.js';
import { failureOf } from '../../core/failure.js';
import { PagedStore } from '../../core/paged-store.js';
import { Store } from '../../core/store.js';
import { tellFailure } from '../../parts/tell-failure.js';
import { reduceMembers, type MembersAction, type MembersState } from './members-state.js';

/** Lists members and invitations, invites, changes roles, removes. */
export class MembersStore extends Store<MembersState, MembersAction> {
  readonly members: PagedStore<Member>;
  readonly invitations: PagedStore<Invitation>;
  readonly #app: App;

  constructor(app: App) {
    super(reduceMembers, { dialog: { asks: 'nothing' }, isBusy: false });
    this.#app = app;
    const { members } = app.client;
    this.members = new PagedStore((cursor, options) => members.list(cursor, options));
    this.invitations = new PagedStore((cursor, options) => members.listInvitations(cursor, options));
  }

  async load(): Promise<void> {
    await Promise.all([this.members.load(), this.invitations.load()]);
  }

  readonly dismiss = (): void => this.send({ type: 'opened', dialog: { asks: 'nothing' } });

  async invite(email: string, role: MemberRole): Promise<void> {
    await this.#attempt(async () => {
      const { invitation, link } = await this.#app.client.members.invite({ email, role });
      this.send({ type: 'opened', dialog: { asks: 'link', invitation, link } });
      await this.invitations.load();
    });
  }

  /** Shows the role that the service has: the old one where it refuses. */
  async changeRole(member: Member, role: MemberRole): Promise<void> {
    await this.#attempt(async () =>
      this.members.put(await this.#app.client.members.changeRole(member.id, role)),
    );
    this.members.put({ ...(this.members.state.items.find(({ id }) => id === member.id) ?? member) });
  }

  async remove({ id }: Member): Promise<void> {
    await this.#attempt(async () => {
      await this.#app.client.members.remove(id);
      this.members.drop(id);
      this.dismiss();
    });
  }

  async withdraw({ id }: Invitation): Promise<void> {
    await this.#attempt(async () => {
      await this.#app.client.members.withdrawInvitation(id);
      this.invitations.drop(id);
    });
  }

  close(): void {
    this.members.close();
    this.invitations.close();
  }

  /** A refusal stands in the open dialog, else at the edge of the page. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.state.isBusy) return;
    this.send({ type: 'busy', isBusy: true });
    try {
      await work();
    } catch (error) {
      const failure = failureOf(error);
      if (this.state.dialog.asks === 'nothing') tellFailure(this.#app, failure);
      else if (failure !== null) this.send({ type: 'refused', failure });
    }
    this.send({ type: 'busy', isBusy: false });
  }
}
