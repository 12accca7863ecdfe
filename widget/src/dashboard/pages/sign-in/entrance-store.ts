import type { ManagementClient } from '@hemat/shared/management-client';
import type { SessionOnWire } from '@hemat/shared/schemas';
import { failureOf } from '../../core/failure.js';
import { Store } from '../../core/store.js';
import { reduceEntrance, type Door, type EntranceAction, type EntranceState } from './entrance-state.js';

/** What was typed at the entrance. */
export interface Entered {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

/** Lets people in, by password or by link. */
export class EntranceStore extends Store<EntranceState, EntranceAction> {
  readonly #client: ManagementClient;
  readonly #admit: (session: SessionOnWire) => void;

  /** `admit` hears of everybody who came in. */
  constructor(client: ManagementClient, door: Door, admit: (session: SessionOnWire) => void) {
    super(reduceEntrance, { door, phase: door.kind === 'invitation' ? 'looking' : 'open', failure: null });
    this.#client = client;
    this.#admit = admit;
    if (door.kind === 'invitation') void this.#look(door.token);
  }

  async enter(entered: Entered): Promise<void> {
    if (this.state.phase !== 'open') return;
    this.send({ type: 'knocked' });
    try {
      this.#admit(await this.#knock(entered));
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'refused', failure });
    }
  }

  async #look(token: string): Promise<void> {
    try {
      const leadsTo = await this.#client.session.lookAtInvitation(token);
      this.send({ type: 'stood', door: { kind: 'invitation', token, leadsTo } });
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'refused', failure });
    }
  }

  #knock({ email, password, name }: Entered): Promise<SessionOnWire> {
    const { door } = this.state;
    const { session } = this.#client;
    switch (door.kind) {
      case 'password':
        return session.signIn({ email, password });
      case 'reset':
        return session.resetPassword({ token: door.token, password });
      case 'invitation': {
        const isKnown = door.leadsTo?.hasPassword ?? false;
        return session.acceptInvitation({
          token: door.token,
          password,
          ...(door.leadsTo?.email === null && { email }),
          ...(!isKnown && name !== '' && { name }),
        });
      }
    }
  }
}
