/** Another server process serves the same database file. */
export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';

  constructor(readonly path: string) {
    super(
      `${path} is served by another process; stop that one first, or give this one a database of its own`,
    );
  }
}
