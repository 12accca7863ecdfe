import { z } from 'zod';
import { textOf } from '../shop/cart-form.js';

const orderForm = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.string().trim().pipe(z.email().max(200)),
  address: z.string().trim().min(1).max(500),
});

/** Who buys and where it goes, checked. */
export type OrderForm = z.infer<typeof orderForm>;

/** The form, or which of its fields were filled in wrongly. */
export type ReadOrderForm =
  | { readonly ok: true; readonly form: OrderForm }
  | { readonly ok: false; readonly faults: ReadonlySet<keyof OrderForm> };

/** Reads the order's own fields of the sent form. */
export function readOrderForm(sent: FormData): ReadOrderForm {
  const fields = Object.fromEntries(
    Object.keys(orderForm.shape).map((name) => [name, textOf(sent, name) ?? '']),
  );
  const read = orderForm.safeParse(fields);
  if (read.success) return { ok: true, form: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  return { ok: false, faults: new Set(orderForm.keyof().options.filter((name) => wrong.has(name))) };
}
