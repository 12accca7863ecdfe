import type { Cart } from '@hemat/shared';
import { parseAmount } from '../../parts/amount-text.js';

/** An order of the file: when it was placed, and its cart. */
export interface PastOrder {
  /** `YYYY-MM-DD`; empty where the file says none. */
  readonly day: string;
  readonly cart: Cart;
}

/** The columns that are read, each under the names that shops give it. */
const columns = {
  orderId: ['order_id', 'orderid', 'order', 'id', 'name', 'nomor', 'pesanan'],
  day: ['date', 'created_at', 'createdat', 'day', 'tanggal', 'paid_at'],
  subtotal: ['subtotal', 'items_total', 'amount', 'total', 'jumlah'],
  shipping: ['shipping', 'shipping_amount', 'ongkir'],
  productId: ['product_id', 'productid', 'sku', 'lineitem_sku', 'produk'],
  tags: ['tags', 'tag', 'category', 'kategori'],
  quantity: ['quantity', 'qty', 'lineitem_quantity', 'banyak'],
  unitAmount: ['unit_amount', 'unitamount', 'unit_price', 'price', 'lineitem_price', 'harga'],
  currency: ['currency', 'mata_uang'],
  region: ['region', 'country', 'shipping_country', 'negara'],
} as const;

/** The name of a column that is read. */
export type Column = keyof typeof columns;

/** Where each known column stands; a file needs amounts: `subtotal`, or `unitAmount` with `quantity`. */
export type Header = Readonly<Partial<Record<Column, number>>>;

/** What the first row of a file names; null where no amount can be found in it. */
export function readHeader(names: readonly string[]): Header | null {
  const plain = names.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const header: Partial<Record<Column, number>> = {};
  for (const [column, known] of Object.entries(columns)) {
    const place = known.map((name) => plain.indexOf(name)).find((index) => index >= 0);
    // The key comes from the table above.
    if (place !== undefined) header[column as Column] = place;
  }
  return header.subtotal === undefined && header.unitAmount === undefined ? null : header;
}

/** Gathers rows into orders: rows of one order id, one after the other, are its lines. Calls `take` with each finished order. */
export class OrderReader {
  readonly #header: Header;
  readonly #currency: string;
  readonly #take: (order: PastOrder) => void;
  #open: { readonly id: string | null; readonly rows: (readonly string[])[] } | null = null;
  /** Rows whose amounts cannot be read. */
  skipped = 0;

  constructor(header: Header, currency: string, take: (order: PastOrder) => void) {
    this.#header = header;
    this.#currency = currency;
    this.#take = take;
  }

  add(row: readonly string[]): void {
    const id = this.#text(row, 'orderId') || null;
    if (this.#open !== null && id !== null && this.#open.id === id) this.#open.rows.push(row);
    else {
      this.end();
      this.#open = { id, rows: [row] };
    }
  }

  /** Hands over the last order. */
  end(): void {
    const rows = this.#open?.rows ?? [];
    this.#open = null;
    const [first] = rows;
    if (first === undefined) return;
    const cart = this.#cart(first, rows);
    if (cart === null) this.skipped += rows.length;
    else this.#take({ day: dayOf(this.#text(first, 'day')), cart });
  }

  #cart(first: readonly string[], rows: readonly (readonly string[])[]): Cart | null {
    const currency = this.#text(first, 'currency').toUpperCase() || this.#currency;
    const amount = (row: readonly string[], column: Column) =>
      parseAmount(decimalText(this.#text(row, column)), currency) ?? 0;
    const shippingAmount = amount(first, 'shipping');
    const region = this.#text(first, 'region').toUpperCase() || null;
    if (this.#header.unitAmount === undefined) {
      const subtotal = amount(first, 'subtotal');
      return [subtotal, shippingAmount].some(Number.isNaN)
        ? null
        : { currency, lines: [], subtotal, shippingAmount, region };
    }
    const lines = rows.map((row, index) => ({
      lineId: String(index + 1),
      productId: this.#text(row, 'productId') || null,
      tags: this.#text(row, 'tags')
        .split(/[;|,]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
      quantity: Math.max(1, Math.trunc(Number(this.#text(row, 'quantity') || 1))),
      unitAmount: amount(row, 'unitAmount'),
    }));
    const subtotal = lines.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0);
    return [subtotal, shippingAmount].some(Number.isNaN)
      ? null
      : { currency, lines, subtotal, shippingAmount, region };
  }

  #text(row: readonly string[], column: Column): string {
    const place = this.#header[column];
    return place === undefined ? '' : (row[place] ?? '').trim();
  }
}

/** `Rp 25.000` and `25000.00` of a currency without decimals are what they mean. */
function decimalText(text: string): string {
  return text.replace(/[^\d.,]/g, '').replace(/^(\d+)[.,]0{1,2}$/, '$1');
}

function dayOf(text: string): string {
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})/.exec(text);
  if (iso !== null) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})/.exec(text);
  if (local === null) return '';
  const [, day = '', month = '', year = ''] = local;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
