/** One line of the cart as the page shows it; price in whole rupiah. */
export interface CartLine {
  readonly productId: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly price: number;
  readonly quantity: number;
  readonly row: HTMLElement;
  readonly input: HTMLInputElement;
}

/** The lines of the cart with the quantities as they are typed now. */
export function readLines(form: HTMLFormElement): CartLine[] {
  return [...form.querySelectorAll<HTMLElement>('[data-line]')].flatMap((row): CartLine[] => {
    const input = row.querySelector<HTMLInputElement>('input[type="number"]');
    if (!input) return [];
    const { line = '', title = '', tags = '', price } = row.dataset;
    const quantity = Math.min(Math.max(Math.trunc(input.valueAsNumber) || 0, 0), Number(input.max));
    return [{ productId: line, title, tags: tags.split(','), price: Number(price), quantity, row, input }];
  });
}
