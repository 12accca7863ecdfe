import type { DiscountCode, Redemption } from '@hemat/shared/schemas';
import { archiveDiscountCode } from '../../server/src/services/archive-discount-code.js';
import { createDiscountCode } from '../../server/src/services/create-discount-code.js';
import { expireHolds } from '../../server/src/services/expire-holds.js';
import type { Outcome } from '../../server/src/services/outcome.js';
import { patchDiscountCode } from '../../server/src/services/patch-discount-code.js';
import { presentRedemption } from '../../server/src/services/present-redemption.js';
import { reverseRedemption } from '../../server/src/services/reverse-redemption.js';
import { listEvents } from '../../server/src/storage/repositories/events.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { createDiscountCodeInput, patchDiscountCodeInput } from '@hemat/shared/schemas';
import type { EventsTable } from '../../server/src/storage/tables.js';
import { createWorld, type World } from '../contract/support/world.js';
import { codeFields, type Command } from './command.js';
import { byOrderAndCode } from './model-player.js';
import { rowFields, type LedgerRow, type Player, type Remains } from './player.js';

/** Plays on a workspace of its own with the service's verbs. */
export async function servicePlayer(storage: Storage, roundingIncrement: number | null): Promise<Player> {
  const world = await createWorld(storage, { rounding_increment: roundingIncrement });
  const session: Session = { world, codeIds: new Map(), rowIds: new Map(), quotes: new Map() };
  return {
    play: (command) => play(session, command),
    remains: () => remainsOf(session),
  };
}

/** What a shop remembers: ids by code, rows by order and code, quotes by name. */
interface Session {
  readonly world: World;
  readonly codeIds: Map<string, string>;
  readonly rowIds: Map<string, string>;
  readonly quotes: Map<string, string>;
}

async function play(session: Session, command: Command): Promise<object> {
  const { world, codeIds, rowIds } = session;
  const { deps } = world;
  switch (command.does) {
    case 'create': {
      const made = await createDiscountCode(deps, createDiscountCodeInput.parse(command.fields));
      if (made.ok) codeIds.set(command.fields.code.toUpperCase(), made.value.id);
      return answerOf(made, codeShown);
    }
    case 'patch': {
      const id = codeIds.get(command.code) ?? 'disc_unknown';
      const input = { id, ...patchDiscountCodeInput.parse(command.fields) };
      return answerOf(await patchDiscountCode(deps, input), codeShown);
    }
    case 'archive':
      return answerOf(
        await archiveDiscountCode(deps, codeIds.get(command.code) ?? 'disc_unknown'),
        codeShown,
      );
    case 'validate':
      return validate(session, command);
    case 'lock':
      return lock(session, command);
    case 'redeem': {
      const { does: _, cart, isNew, ...rest } = command;
      const redeemed = await world.redeem({ ...rest, customer: { isNew }, ...cart });
      return answerOf(redeemed, (answer) => rowsShown(session, answer));
    }
    case 'release':
      return answerOf(await world.release(command.orderId), (answer) => rowsShown(session, answer));
    case 'reverse': {
      const id = rowIds.get(`${command.orderId} ${command.code}`) ?? 'red_unknown';
      const reversed = await reverseRedemption(deps, { id, restoreUse: command.restoreUse });
      return answerOf(reversed, (answer) => rowsShown(session, answer));
    }
    case 'sweep':
      await expireHolds(deps);
      return {};
    case 'pass':
      world.pass(command.ms);
      return {};
  }
}

async function validate(
  { world, quotes }: Session,
  { keepAs, does: _, cart, isNew, ...rest }: Extract<Command, { does: 'validate' }>,
): Promise<object> {
  const verdict = await world.validate({ ...rest, customer: { isNew }, ...cart });
  const { serverTime: _time, checks: _checks, usesLeft, ...answer } = verdict;
  // How many are left may count a hold that ran out until the sweep; whether any is left may not.
  const told = { ...answer, hasUsesLeft: (usesLeft ?? 1) > 0 };
  if (!told.applies) {
    const { terms: _terms, ...refusal } = told;
    return refusal;
  }
  const { quote, quoteExpiresAt: _expiry, codes, ...figures } = told;
  quotes.set(keepAs, quote);
  return {
    ...figures,
    codes: codes.map(({ code, discountAmount, shippingDiscount }) => ({
      code,
      discountAmount,
      shippingDiscount,
    })),
  };
}

async function lock(
  session: Session,
  { shown, does: _, cart, isNew, ...rest }: Extract<Command, { does: 'lock' }>,
): Promise<object> {
  const quote = shown === null ? null : (session.quotes.get(shown) ?? null);
  const locked = await session.world.lock({ ...rest, customer: { isNew }, ...cart, quote });
  return answerOf(locked, (answer) => rowsShown(session, answer));
}

function answerOf<Value>(outcome: Outcome<Value>, show: (value: Value) => object): object {
  if (outcome.ok) return show(outcome.value);
  const { code, details, ...rest } = outcome.refusal;
  // The sentences of a fault are told elsewhere.
  return { refused: code, ...rest, ...(code !== 'VALIDATION_ERROR' && details !== undefined && { details }) };
}

function codeShown(code: DiscountCode): object {
  const { version, archivedAt, createdAt } = code;
  return { ...pick(code, codeFields), version, isArchived: archivedAt !== null, createdAt };
}

function rowsShown(
  { rowIds }: Session,
  answer: { readonly redemption: Redemption; readonly redemptions?: readonly Redemption[] },
): object {
  const { redemption, redemptions, ...rest } = answer;
  for (const { orderId, code, id } of [redemption, ...(redemptions ?? [])]) {
    rowIds.set(`${orderId} ${code.toUpperCase()}`, id);
  }
  return {
    ...rest,
    redemption: rowShown(redemption),
    ...(redemptions && { redemptions: redemptions.map(rowShown) }),
  };
}

function rowShown(row: Redemption): LedgerRow {
  return { ...pick(row, rowFields), hasExpired: row.expiredAt !== null };
}

function pick<Whole extends object, Name extends keyof Whole>(
  whole: Whole,
  names: readonly Name[],
): Pick<Whole, Name> {
  // Every name is one of the whole's.
  return Object.fromEntries(names.map((name) => [name, whole[name]])) as Pick<Whole, Name>;
}

async function remainsOf({ world, codeIds }: Session): Promise<Remains> {
  const { storage, workspace } = world.deps;
  // The sweep takes the longest over first, and sequences before this one have left some.
  while ((await expireHolds(world.deps)) > 0);
  const rows = await storage.reader
    .selectFrom('redemptions')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .execute();
  const customers = await storage.reader
    .selectFrom('customers')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .execute();
  const events = await listEvents(storage.reader, { workspaceId: workspace.id, limit: 1_000 });
  const counters: Record<string, { uses: number; holds: number }> = {};
  for (const [key, id] of [...codeIds].sort()) counters[key] = await world.counters({ id });
  return {
    ledger: rows.map((row) => rowShown(presentRedemption(row))).sort(byOrderAndCode),
    counters,
    paidOrders: Object.fromEntries(
      customers.map(({ customer_id, paid_orders }) => [customer_id, paid_orders] as const).sort(),
    ),
    events: events.map(eventTold).sort(),
  };
}

function eventTold({ type, data }: EventsTable): string {
  // The outbox holds what the verbs wrote.
  const { discountCode, redemption, ...told } = JSON.parse(data) as Partial<Redemption> & {
    readonly discountCode?: DiscountCode;
    readonly redemption?: Redemption;
  };
  if (discountCode !== undefined) return `${type} ${discountCode.code} version ${discountCode.version}`;
  const { orderId, code, status, discountAmount } = redemption ?? told;
  return `${type} ${orderId} ${code} ${status} ${discountAmount}`;
}
