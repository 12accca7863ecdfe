import type { ImportReport } from '@hemat/shared/schemas';
import type { App } from '../../core/app.js';
import { failureOf, type Failure } from '../../core/failure.js';
import { Store } from '../../core/store.js';
import { uploadCodes, type UploadWish } from './upload-codes.js';

/** A file on its way in: first only checked, then taken. */
export interface ImportState {
  readonly file: File | null;
  readonly phase: 'waiting' | 'checking' | 'checked' | 'taking' | 'taken';
  readonly report: ImportReport | null;
  readonly failure: Failure | null;
}

type ImportAction =
  | { readonly type: 'chosen'; readonly file: File }
  | { readonly type: 'taking' }
  | { readonly type: 'reported'; readonly report: ImportReport }
  | { readonly type: 'failed'; readonly failure: Failure };

/** Checks a file of codes, and takes it once that is wanted. */
export class ImportStore extends Store<ImportState, ImportAction> {
  readonly #app: App;
  #running = new AbortController();

  constructor(app: App) {
    super(reduceImport, { file: null, phase: 'waiting', report: null, failure: null });
    this.#app = app;
  }

  /** Says what the file would make, and what is wrong with it; changes nothing. */
  async check(file: File): Promise<void> {
    this.close();
    this.#running = new AbortController();
    this.send({ type: 'chosen', file });
    await this.#upload(file, { dryRun: true, onError: 'skip' });
  }

  /** Makes the codes of the rows without a fault. */
  async take(): Promise<void> {
    const { file, phase, report } = this.state;
    if (file === null || phase !== 'checked') return;
    this.send({ type: 'taking' });
    await this.#upload(file, { dryRun: false, onError: (report?.faulty ?? 0) > 0 ? 'skip' : 'fail' });
  }

  close(): void {
    this.#running.abort();
  }

  async #upload(file: File, wish: Pick<UploadWish, 'dryRun' | 'onError'>): Promise<void> {
    const { signal } = this.#running;
    try {
      const workspaceId = this.#app.workspace.id;
      const report = await uploadCodes(file, { ...wish, workspaceId, signal });
      this.send({ type: 'reported', report });
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'failed', failure });
    }
  }
}

function reduceImport(state: ImportState, action: ImportAction): ImportState {
  switch (action.type) {
    case 'chosen':
      return { file: action.file, phase: 'checking', report: null, failure: null };
    case 'taking':
      return { ...state, phase: 'taking', failure: null };
    case 'reported':
      return { ...state, phase: action.report.dryRun ? 'checked' : 'taken', report: action.report };
    case 'failed':
      return { ...state, phase: state.phase === 'taking' ? 'checked' : 'waiting', failure: action.failure };
  }
}
