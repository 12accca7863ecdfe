import { z } from 'zod';
import { amount, maxAmount } from './amount.js';
import { currencyCode } from './currency-code.js';

const lineInput = z.preprocess(
  withAliases({ price: 'unitAmount' }),
  z.object({
    lineId: z.string().min(1).max(100).nullish(),
    productId: z.string().min(1).max(200).nullish(),
    tags: z.array(z.string().max(100)).max(100).nullish(),
    quantity: z.int().min(1).max(1_000_000),
    unitAmount: amount,
  }),
);

/** The cart part of a validate, lock or redeem body. Aliases: `items`, `price`, `shipping`, `shippingCost`. */
export const cartInputShape = {
  currency: currencyCode.nullish(),
  lineItems: z.array(lineInput).max(500).nullish(),
  subtotal: amount.nullish(),
  shippingAmount: amount.nullish(),
  region: z
    .string()
    .regex(/^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$/, 'is not an ISO 3166 region')
    .nullish(),
};

const cartAliases = { items: 'lineItems', shipping: 'shippingAmount', shippingCost: 'shippingAmount' };

export const cartInput = z.object(cartInputShape);
export type CartInput = z.infer<typeof cartInput>;

/** Copies each alias to its name where the name itself is absent; leaves everything else as it came. */
export function withAliases(aliases: Readonly<Record<string, string>>) {
  const pairs = Object.entries(aliases);
  return (body: unknown): unknown => {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
    // A parsed body has no other members than its own.
    const given = body as Readonly<Record<string, unknown>>;
    let named: Record<string, unknown> | undefined;
    for (const [alias, name] of pairs) {
      if (given[alias] === undefined || (named ?? given)[name] !== undefined) continue;
      named ??= { ...given };
      named[name] = given[alias];
    }
    return named ?? body;
  };
}

/** Options of {@link cartQuestion}. */
interface CartQuestion<Shape extends z.ZodRawShape> {
  /** Fields beside the cart's. */
  readonly shape: Shape;
  /** Which of them must be there, in one word or the other (`code`, `codes`). */
  readonly requires?: readonly string[];
  /** Further aliases, beside the cart's own. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Whether the cart may be left out altogether. */
  readonly cartOptional?: boolean;
}

/** A body that carries a cart beside its own fields: takes the aliases and holds the cart to its laws. */
export function cartQuestion<Shape extends z.ZodRawShape>(question: CartQuestion<Shape>) {
  const { shape, requires = [], aliases = {}, cartOptional = false } = question;
  const body = z.object({ ...cartInputShape, ...shape }).superRefine((given, context) => {
    const fields: Readonly<Record<string, unknown>> = given;
    const report = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (requires.length > 0 && requires.every((field) => fields[field] == null))
      report([...requires.slice(0, 1)], 'is required');
    // The shape above holds every field of the cart; the generic rest hides it from the compiler.
    const cart = given as unknown as CartInput;
    if (cartOptional && cart.lineItems == null && cart.subtotal == null) return;
    checkCart(cart, report);
  });
  return z.preprocess(withAliases({ ...cartAliases, ...aliases }), body);
}

/** The cart's own laws, beyond the shape of its fields: each fault names its path. */
function checkCart(cart: CartInput, report: (path: (string | number)[], message: string) => void): void {
  const lines = cart.lineItems ?? [];
  if (lines.length === 0) {
    if (cart.subtotal == null) report(['subtotal'], 'is needed where there are no lineItems');
    return;
  }
  const seen = new Set<string>();
  let sum = 0;
  for (const [index, line] of lines.entries()) {
    const lineId = line.lineId ?? String(index + 1);
    if (seen.has(lineId)) report(['lineItems', index, 'lineId'], 'stands on more than one line');
    seen.add(lineId);
    if (line.unitAmount > 0 && line.quantity > Math.floor(maxAmount / line.unitAmount)) {
      report(['lineItems', index], 'comes to more than 10^12 minor units');
      return;
    }
    sum += line.quantity * line.unitAmount;
  }
  if (sum > maxAmount) report(['lineItems'], 'come to more than 10^12 minor units');
  else if (cart.subtotal != null && cart.subtotal !== sum) {
    report(['subtotal'], 'differs from the sum of the lineItems');
  }
}
