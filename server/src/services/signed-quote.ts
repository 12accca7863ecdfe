import { hash } from 'node:crypto';
import type { AppliedQuote, Figures } from '@hemat/shared';
import type { CallDeps } from './deps.js';
import { openToken, signToken } from './signed-token.js';

/** What a shopper was shown. */
export interface SignedQuote {
  readonly workspaceId: string;
  /** Id and rule version of each code. */
  readonly codes: readonly (readonly [id: string, version: number])[];
  readonly cartHash: string;
  readonly figures: Figures;
  /** SHA-256 of the shares of the lines, so that the token stays short for a long cart. */
  readonly allocationHash: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** How long a quote is called fresh: 30 minutes. */
export const quoteLifetime = 30 * 60_000;

const prefix = 'q_';

/** Signs what was answered, for the workspace alone. */
export function signQuote(
  deps: Pick<CallDeps, 'deriveKey' | 'workspace'>,
  answer: AppliedQuote,
  rest: { readonly cartHash: string; readonly expiresAt: number },
): string {
  const { currency, subtotal, shippingAmount, discountAmount, shippingDiscount, total } = answer;
  const quote: SignedQuote = {
    workspaceId: deps.workspace.id,
    codes: answer.codes.map(({ id, version }) => [id, version]),
    figures: { currency, subtotal, shippingAmount, discountAmount, shippingDiscount, total },
    allocationHash: allocationHash(answer),
    ...rest,
  };
  return signToken(quoteKey(deps), prefix, quote);
}

/** The quote of a token, fresh or not; null where this workspace did not sign it. */
export function readQuote(
  deps: Pick<CallDeps, 'deriveKey' | 'workspace'>,
  token: string,
): SignedQuote | null {
  // Whoever signs with this key writes this shape.
  const quote = openToken(quoteKey(deps), prefix, token) as SignedQuote | null;
  return quote?.workspaceId === deps.workspace.id ? quote : null;
}

/** What of a quote names its shares. */
export function allocationHash({ codes }: AppliedQuote): string {
  const shares = codes.map(({ allocations }) => allocations.map(({ lineId, amount }) => [lineId, amount]));
  return hash('sha256', JSON.stringify(shares), 'base64url');
}

function quoteKey(deps: Pick<CallDeps, 'deriveKey' | 'workspace'>): Uint8Array {
  return deps.deriveKey('quote', deps.workspace.id);
}
