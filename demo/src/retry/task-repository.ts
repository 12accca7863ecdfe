import type { Database } from '../storage/database.js';
import type { Task, TaskOutcome, TaskWork } from './task.js';

/** The outbox as it is stored. */
export interface TaskRepository {
  /** Adds work for an order, not to be tried before `dueAt` (epoch ms). */
  add(orderId: string, work: TaskWork, times: { readonly now: number; readonly dueAt: number }): void;
  /** Strikes out the open work of one kind for an order. */
  dropOpen(orderId: string, kind: Task['kind']): void;
  /** The open work that is due, oldest first: for each order only its oldest, so that one order's work keeps its order. */
  listDue(now: number): Task[];
  /** When the next open work is due, epoch ms. */
  findNextDue(): number | undefined;
  /** Oldest first. */
  listOfOrder(orderId: string): Task[];
  finish(id: number, outcome: TaskOutcome, now: number): void;
  postpone(id: number, error: string, dueAt: number): void;
}

interface TaskRow {
  id: number;
  kind: Task['kind'];
  order_id: string;
  payload: string;
  attempts: number;
  due_at: number;
  last_error: string | null;
  outcome: string | null;
  created_at: number;
  done_at: number | null;
}

const oldestOfEachOrder = `
  SELECT * FROM tasks WHERE id IN (SELECT min(id) FROM tasks WHERE done_at IS NULL GROUP BY order_id)`;

/** The repository over an open database. */
export function createTaskRepository(database: Database): TaskRepository {
  const add = database.prepare(
    `INSERT INTO tasks (kind, order_id, payload, due_at, created_at) VALUES (@kind, @orderId, @payload, @dueAt, @now)`,
  );
  const dropOpen = database.prepare<[string, string]>(
    'DELETE FROM tasks WHERE order_id = ? AND kind = ? AND done_at IS NULL',
  );
  const listDue = database.prepare<[number], TaskRow>(
    `${oldestOfEachOrder} AND due_at <= ? ORDER BY due_at, id`,
  );
  const nextDue = database.prepare<[], { at: number | null }>(
    `SELECT min(due_at) AS at FROM (${oldestOfEachOrder})`,
  );
  const listOfOrder = database.prepare<[string], TaskRow>(
    'SELECT * FROM tasks WHERE order_id = ? ORDER BY id',
  );
  const finish = database.prepare<[string, number, number]>(
    'UPDATE tasks SET outcome = ?, done_at = ?, attempts = attempts + 1, last_error = NULL WHERE id = ?',
  );
  const postpone = database.prepare<[string, number, number]>(
    'UPDATE tasks SET last_error = ?, due_at = ?, attempts = attempts + 1 WHERE id = ?',
  );
  return {
    add: (orderId, { kind, payload }, { now, dueAt }) =>
      void add.run({ kind, orderId, payload: JSON.stringify(payload), dueAt, now }),
    dropOpen: (orderId, kind) => void dropOpen.run(orderId, kind),
    listDue: (now) => listDue.all(now).map(toTask),
    findNextDue: () => nextDue.get()?.at ?? undefined,
    listOfOrder: (orderId) => listOfOrder.all(orderId).map(toTask),
    finish: (id, outcome, now) => void finish.run(JSON.stringify(outcome), now, id),
    postpone: (id, error, dueAt) => void postpone.run(error, dueAt, id),
  };
}

function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    orderId: row.order_id,
    // Only `add` above writes these two columns, together.
    ...({ kind: row.kind, payload: JSON.parse(row.payload) } as TaskWork),
    attempts: row.attempts,
    dueAt: row.due_at,
    lastError: row.last_error,
    // Only `finish` above writes this column.
    outcome: row.outcome === null ? null : (JSON.parse(row.outcome) as TaskOutcome),
    createdAt: row.created_at,
    doneAt: row.done_at,
  };
}
