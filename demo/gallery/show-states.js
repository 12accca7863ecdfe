// Brings each sample into its state: asks for its codes, one after the other.
await customElements.whenDefined('hemat-discount-field');
for (const field of document.querySelectorAll('hemat-discount-field[data-codes]')) void show(field);

async function show(field) {
  const isEndless = field.closest('#checking') !== null;
  if (isEndless) field.addEventListener('hemat-unavailable', () => field.refresh());
  for (const code of field.dataset.codes.split(' ')) await field.apply(code);
}
