import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditCounters } from '../../server/src/services/audit-counters.js';
import { createDeps } from '../../server/src/create-deps.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from '../contract/support/databases.js';
import { startOfWorld } from '../contract/support/world.js';
import { isLongRun } from '../support/is-long-run.js';
import type { Command } from './command.js';
import { sequence } from './commands.js';
import { modelPlayer } from './model-player.js';
import { servicePlayer } from './service-player.js';

// Whatever happens in whatever order, both databases answer what the domain page says, and keep the same ledger.
const runs = isLongRun ? 10_000 : 300;
const seed = isLongRun ? Date.now() : 20_261_121;
const storages = new Map<string, Storage>();
beforeAll(async () => {
  for (const { name, open } of databases) storages.set(name, await open());
});
afterAll(() => Promise.all([...storages.values()].map((storage) => storage.close())));

/** How often each kind of answer was met: a machine that only meets refusals proves nothing. */
const met = new Map<string, number>();

it(
  `is one and the same in memory and on ${databases.map(({ name }) => name).join(' and ')}: ${runs} sequences`,
  async () => {
    const plays = fc.asyncProperty(sequence, fc.constantFrom(null, 100), playTogether);
    await fc.assert(plays, { numRuns: runs, seed, endOnFailure: false });
    for (const [name, storage] of storages) {
      const { drift } = await auditCounters(
        createDeps({ storage, secret: 'only-for-the-audit-of-this-test' }),
      );
      expect(drift, name).toEqual([]);
    }
    for (const answer of mustBeMet) expect(met.get(answer) ?? 0, answer).toBeGreaterThan(0);
  },
  isLongRun ? 3 * 3_600_000 : 600_000,
);

async function playTogether(commands: Command[], roundingIncrement: number | null): Promise<void> {
  const model = modelPlayer(startOfWorld, roundingIncrement);
  const players = await Promise.all(
    [...storages].map(async ([name, storage]) => ({
      name,
      player: await servicePlayer(storage, roundingIncrement),
    })),
  );
  for (const [place, command] of commands.entries()) {
    const told = await model.play(command);
    count(command, told);
    const answers = await Promise.all(players.map(({ player }) => player.play(command)));
    for (const [index, { name }] of players.entries()) {
      expect(answers[index], `${name}, step ${place}: ${JSON.stringify(command)}`).toEqual(told);
    }
  }
  const expected = await model.remains();
  for (const { name, player } of players) expect(await player.remains(), name).toEqual(expected);
}

function count({ does }: Command, told: object): void {
  // A refusal names its reason; the other answers say whether they changed anything.
  const { refused, created, released, reversed, applies } = told as Readonly<Record<string, unknown>>;
  const kind = refused ?? created ?? released ?? reversed ?? applies ?? 'done';
  met.set(`${does} ${String(kind)}`, (met.get(`${does} ${String(kind)}`) ?? 0) + 1);
}

const mustBeMet = [
  'create CODE_EXISTS',
  'patch FIELD_IMMUTABLE',
  'validate true',
  'validate false',
  'lock true',
  'lock false',
  'lock QUOTE_CHANGED',
  'lock ORDER_ALREADY_DISCOUNTED',
  'lock NOT_COMBINABLE',
  'lock REDEMPTION_CONFLICT',
  'lock MAX_USES_REACHED',
  'lock CUSTOMER_LIMIT_REACHED',
  'lock CUSTOMER_REQUIRED',
  'lock CUSTOMER_NOT_ELIGIBLE',
  'lock EXPIRED',
  'lock NOT_YET_VALID',
  'redeem true',
  'redeem false',
  'redeem NOT_FOUND',
  'redeem MAX_USES_REACHED',
  'redeem REDEMPTION_CONFLICT',
  'release true',
  'release false',
  'release REDEMPTION_CONFLICT',
  'reverse true',
  'reverse false',
  'reverse REDEMPTION_CONFLICT',
];
