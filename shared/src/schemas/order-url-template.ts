import { z } from 'zod';

const message = 'is not an address such as https://shop.example.com/orders/{orderId}';

/**
 * Where a shop shows an order: an https address (http on this machine) of up to 500 characters with `{orderId}` in it once,
 * behind the host, so that no order id leads to another site; the rest of it in the characters of RFC 3986, without a password.
 */
export const orderUrlTemplate = z
  .string()
  .max(500)
  .regex(
    /^(https:\/\/[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|http:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:\d{1,5})?[/?#][\w.~:/?#[\]@!$&'()*+,;=%-]*\{orderId\}[\w.~:/?#[\]@!$&'()*+,;=%-]*$/,
    { message, abort: true },
  )
  // A port or an address of numbers may still be none.
  .refine((template) => z.url().safeParse(template).success, { message });
