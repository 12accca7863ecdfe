/** The texts of “What would it cost?” in English. */
export const textsEn = {
  title: 'What would it cost?',
  lead: 'Try a discount on orders you had. The file is read in your browser by the engine that decides at checkout; nothing is uploaded.',
  ruleTitle: 'Which discount?',
  rule: 'Discount',
  newPercent: 'A percentage',
  newFixed: 'An amount',
  percent: 'Percent',
  amount: 'Amount',
  minimum: 'Minimum purchase',
  fileTitle: 'Which orders?',
  choose: 'Choose a CSV file',
  drop: 'or drop it here',
  columns:
    'One row an order with subtotal, or one row a line with order_id, quantity and unit_price. Also read: date, shipping, product_id, tags, currency, country.',
  counting: (file: string) => `Counting ${file} …`,
  counted: (file: string) => `Counted ${file}`,
  cost: 'Given away',
  touched: 'Orders with the discount',
  touchedOf: (touched: string, all: string) => `${touched} of ${all}`,
  share: 'Of their value',
  average: 'Per order',
  byDay: 'By day',
  byDayCaption: 'What the discount would have given away, day by day',
  day: 'Day',
  noDay: 'without a date',
  orders: 'Orders',
  skipped: (count: string) => `${count} rows had amounts that cannot be read and were left out.`,
  otherCurrency: (count: string) => `${count} orders in other currencies were left out.`,
  limits:
    'Caps on uses and who the customer was are not known from a file, so they are left out: real costs may be lower.',
  faults: {
    NO_AMOUNT: 'The first row names no column with amounts, such as subtotal or unit_price.',
    UNREADABLE: 'The file cannot be read.',
    NO_RULE: 'Fill in what the discount gives: a percentage from 0.01 to 100, or an amount.',
  },
};

/** Every text of the page. */
export type Texts = typeof textsEn;
