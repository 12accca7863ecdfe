import type { App } from '../../core/app.js';
import { failureOf, type Failure } from '../../core/failure.js';
import { Store } from '../../core/store.js';

/** The two passwords, and how far a change has come. */
export interface AccountState {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
}

type AccountAction =
  | {
      readonly type: 'typed';
      readonly change: Partial<Pick<AccountState, 'currentPassword' | 'newPassword'>>;
    }
  | { readonly type: 'busy' }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly failure: Failure };

const nothingTyped: AccountState = { currentPassword: '', newPassword: '', isBusy: false, failure: null };

/** Changes the password, and ends every session of the person. */
export class AccountStore extends Store<AccountState, AccountAction> {
  readonly #app: App;

  constructor(app: App) {
    super(reduceAccount, nothingTyped);
    this.#app = app;
  }

  /** Ends every other session; `said` stands in the notice. */
  async changePassword(said: string): Promise<void> {
    const { currentPassword, newPassword } = this.state;
    await this.#attempt(async () => {
      await this.#app.client.session.changePassword({ currentPassword, newPassword });
      this.#app.notify({ text: said });
    });
  }

  /** The next call finds no session, and the page shows the sign-in. */
  async signOutEverywhere(): Promise<void> {
    await this.#attempt(async () => {
      await this.#app.client.session.signOutEverywhere();
      await this.#app.client.workspace.get();
    });
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.state.isBusy) return;
    this.send({ type: 'busy' });
    try {
      await work();
      this.send({ type: 'done' });
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'failed', failure });
    }
  }
}

function reduceAccount(state: AccountState, action: AccountAction): AccountState {
  switch (action.type) {
    case 'typed':
      return { ...state, ...action.change, failure: null };
    case 'busy':
      return { ...state, isBusy: true, failure: null };
    case 'done':
      return nothingTyped;
    case 'failed':
      return { ...state, isBusy: false, failure: action.failure };
  }
}
