const quietMs = 500;

/** A function that sends the form to the shop's cart once nothing has changed for half a second, or when the page goes. */
export function saveSoon(form: HTMLFormElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    // A save that fails costs nothing: the order form itself carries the quantities.
    fetch('/cart?quiet=1', { method: 'POST', body: new FormData(form), keepalive: true }).catch(() => {});
  };
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    timer = undefined;
  });
  addEventListener('pagehide', () => timer !== undefined && save());
  return () => {
    clearTimeout(timer);
    timer = setTimeout(save, quietMs);
  };
}
