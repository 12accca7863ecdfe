/** The integrations' texts in English. */
export const textsEn = {
  title: 'Integrations',
  lead: 'How this workspace and your shop work together.',
  moduleTitle: 'Marketing',
  moduleText: 'Discount codes for your shop: made here, typed at checkout, counted as orders are paid.',
  moduleSwitch: 'Marketing module',
  fee: (percent: string) => `A fee of ${percent} of the order total applies to orders with a discount.`,
  moduleKept: 'Switched off, codes refuse every buyer. Codes and their history stay and come back.',
  upgradeTitle: 'Your plan does not include Marketing',
  upgradeText:
    'It is part of Starter and every plan above. Ask who manages your plan for an upgrade, then switch it on here.',
  plan: (plan: string) => `Plan: ${plan}`,
  snippetTitle: 'Put it into your shop',
  snippetText:
    'Paste this where the checkout should show the code field. The hash makes sure that buyers load exactly this script.',
  snippet: 'The snippet',
  copySnippet: 'Copy snippet',
  snippetCopied: 'The snippet is copied.',
  snippetMissing: 'The script is not built on this service. Ask who runs it.',
  version: (version: string) => `Version ${version}`,
  settingsTitle: 'Settings',
  name: 'Name of the workspace',
  allowedOrigins: 'Allowed addresses of the shop',
  allowedOriginsHint:
    'One a line, such as https://toko.example.com or https://*.example.com. Empty means any page may ask about codes.',
  orderUrlTemplate: 'Address of an order in your shop',
  orderUrlTemplateHint:
    'Optional, such as https://toko.example.com/admin/orders/{orderId}. Order numbers in the ledger then lead there.',
  publicReasons: 'What do buyers learn when a code does not work?',
  reasons: {
    full: 'The reason',
    fullHint: 'Expired, used up, minimum not met: the buyer can do something about it.',
    generic: 'Only that it does not work',
    genericHint: 'Nobody can find out which codes exist by trying.',
  },
  defaultCurrency: 'Currency',
  timeZone: 'Time zone',
  timeZoneHint: 'Last days of codes end at its midnight.',
  roundingIncrement: 'Round percent discounts down to',
  roundingIncrementHint: 'Optional, for example 100 where you take cash.',
  defaultLimitPolicy: 'What does a cap mean, unless a code says otherwise?',
  policies: {
    honor: 'Keep the promise',
    honorHint: 'Who ordered gets it, even when the cap fills before they pay.',
    hold: 'Hold a place',
    holdHint: 'An order holds its use for a while, then the next buyer may have it.',
    strict: 'First to pay',
    strictHint: 'Only payments count.',
  },
  defaultHoldMinutes: 'Hold for, in minutes',
  save: 'Save settings',
  saved: 'The settings are saved.',
  onlyOwners: 'Owners of the workspace can change these.',
  refused: 'Nothing was saved. Look at the marked fields.',
  faults: {
    NOT_A_NUMBER: 'This is not an amount.',
    name: 'From 1 to 100 characters.',
    defaultCurrency: 'A currency such as IDR, SGD or USD.',
    timeZone: 'A time zone such as Asia/Jakarta.',
    roundingIncrement: 'More than nothing, or leave it empty.',
    allowedOrigins: 'Each line is an address such as https://toko.example.com, without a path.',
    orderUrlTemplate: 'An https address that has {orderId} in it once, behind the name of the shop.',
    defaultHoldMinutes: 'From 1 minute to 10,080, which is a week.',
  } as Readonly<Record<string, string>>,
};

/** Every text of the integrations. */
export type Texts = typeof textsEn;
