import { HematError } from '@hemat/shared/client';
import type { Language } from '../locales/language.js';
import { toCartInput, type PricedCart } from '../shop/cart.js';
import type { ShopDeps } from '../shop-deps.js';

/** What the service said about the typed code, for a page without script. */
export type CodeCheck =
  | {
      readonly kind: 'applied';
      readonly discountAmount: number;
      readonly shippingDiscount: number;
      readonly total: number;
      /** Signed; makes sure that the order gives what the page showed. */
      readonly quote: string;
    }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unavailable' };

/** A question for a page without script. */
export interface CodeQuestion {
  readonly codes: readonly string[];
  readonly cart: PricedCart;
  /** Signed in as; what a guest types as an e-mail address says nothing about who they are. */
  readonly customerId: string | null;
  readonly language: Language;
}

/** What the codes would give on this cart; stores nothing. */
export async function checkCode(
  { client }: Pick<ShopDeps, 'client'>,
  question: CodeQuestion,
): Promise<CodeCheck> {
  const { codes, cart, customerId, language } = question;
  try {
    const answer = await client.discountCodes.validate(
      { codes: [...codes], customerId, ...toCartInput(cart) },
      { language },
    );
    if (!answer.applies) return { kind: 'refused', message: answer.message };
    const { discountAmount, shippingDiscount, total, quote } = answer;
    return { kind: 'applied', discountAmount, shippingDiscount, total, quote };
  } catch (error) {
    if (error instanceof HematError) return { kind: 'unavailable' };
    throw error;
  }
}
