/** Another process has the key or has answered it between our look and our write: ours is taken back. */
export class TakenElsewhere extends Error {
  override readonly name = 'TakenElsewhere';
}
