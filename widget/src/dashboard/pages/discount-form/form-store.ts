import type { CreateDiscountCode } from '@hemat/shared/management-client';
import type { App } from '../../core/app.js';
import { failureOf, type Failure } from '../../core/failure.js';
import { Store } from '../../core/store.js';
import { changedFields } from './changed-fields.js';
import { readDraft, type SentFields } from './draft-fields.js';
import { draftOf, emptyDraft, type Draft } from './draft.js';
import { reduceForm, type FormAction, type FormState } from './form-state.js';
import { ordinarySample } from './preview.js';

/** Loads the code that is edited, and saves. */
export class FormStore extends Store<FormState, FormAction> {
  readonly #app: App;

  /** `id`: of the code that is edited; null makes a new one. */
  constructor(app: App, id: string | null) {
    super(reduceForm, {
      edited: null,
      draft: emptyDraft(app.workspace),
      sample: ordinarySample(app.workspace.defaultCurrency),
      faults: {},
      failure: null,
      phase: id === null ? 'editing' : 'loading',
      isTouched: false,
    });
    this.#app = app;
    if (id !== null) void this.#load(id);
  }

  readonly change = (change: Partial<Draft>): void => this.send({ type: 'changed', change });

  /** Saves, and goes to the code's page. */
  async save(): Promise<void> {
    const { draft, phase } = this.state;
    if (phase !== 'editing') return;
    const read = readDraft(draft, this.#app.workspace.timeZone);
    if (!read.ok) {
      const faults = Object.fromEntries(read.unreadable.map((name) => [name, 'NOT_A_NUMBER']));
      return this.send({ type: 'refused', faults, failure: null });
    }
    this.send({ type: 'saving' });
    try {
      const id = await this.#send(draft, read.fields);
      this.send({ type: 'saved' });
      this.#app.navigate(`/discounts/${id}`);
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'refused', ...partsOf(failure) });
    }
  }

  async #load(id: string): Promise<void> {
    try {
      const code = await this.#app.client.discountCodes.get(id);
      this.send({ type: 'loaded', code, draft: draftOf(code, this.#app.workspace) });
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'notLoaded', failure });
    }
  }

  async #send(draft: Draft, fields: SentFields): Promise<string> {
    const { discountCodes } = this.#app.client;
    const { edited } = this.state;
    if (edited === null) return (await discountCodes.create(createInput(draft, fields))).id;
    const before = readDraft(draftOf(edited, this.#app.workspace), this.#app.workspace.timeZone);
    const change = before.ok ? changedFields(before.fields, fields) : fields;
    if (Object.keys(change).length > 0) await discountCodes.update(edited.id, change);
    return edited.id;
  }
}

function createInput(draft: Draft, fields: SentFields): CreateDiscountCode {
  if (draft.kind === 'reusable') return { ...fields, code: draft.code };
  const { maxUsesTotal: _, maxUsesPerCustomer: __, ...rest } = fields;
  const prefix = draft.prefix.trim();
  return { ...rest, kind: 'onetime', count: Number(draft.count) || 0, ...(prefix !== '' && { prefix }) };
}

/** Faults of fields stand at their fields; anything else above the form. */
function partsOf(failure: Failure): { faults: Record<string, string>; failure: Failure | null } {
  const faults: Record<string, string> = {};
  for (const [path, message] of Object.entries(failure.fields)) faults[path.split('.')[0] ?? path] = message;
  if (failure.code === 'CODE_EXISTS') faults['code'] = failure.code;
  return { faults, failure: Object.keys(faults).length > 0 ? null : failure };
}
