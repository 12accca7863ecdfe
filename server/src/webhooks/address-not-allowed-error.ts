/** A name or URL leads to an address that nothing is sent to. */
export class AddressNotAllowedError extends Error {
  override readonly name = 'AddressNotAllowedError';
  readonly code = 'ADDRESS_NOT_ALLOWED';

  constructor() {
    super('the address is not public');
  }
}
