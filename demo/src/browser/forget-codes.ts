/** The code field as the shop's script uses it. */
interface ClearableElement extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
  /** Removes every code, also from what outlasts the page. */
  clear(): void;
}

/** The order is placed, so its codes are not for the next cart: empties the memory that the code field keeps for this visit. */
export async function forgetCodes(): Promise<void> {
  await customElements.whenDefined('hemat-discount-field');
  // What is defined under this name is the service's field.
  const field = document.createElement('hemat-discount-field') as ClearableElement;
  field.hidden = true;
  document.body.append(field);
  await field.updateComplete;
  field.clear();
  await field.updateComplete;
  field.remove();
}
