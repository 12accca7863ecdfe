import { z } from 'zod';

const flag = z.enum(['true', 'false']);

/** `POST /v1/discount-codes/import`: what to do with a file. */
export const importDiscountCodesQuery = z.strictObject({
  /** `fail`: one faulty row refuses the file. `skip`: the other rows are taken. Default `fail`. */
  onError: z.enum(['fail', 'skip']).default('fail'),
  /** Whether the file is only checked. Default `false`. */
  dryRun: flag.default('false').transform((given) => given === 'true'),
});
export type ImportDiscountCodesQuery = z.infer<typeof importDiscountCodesQuery>;

/** What is wrong with a row of a file; never the value. */
export const importFault = z.object({
  /** As a spreadsheet counts: the header is row 1; in NDJSON the line. */
  row: z.int(),
  /** Empty where the row as a whole cannot be read. */
  field: z.string(),
  /** A code of the schema, `CODE_EXISTS`, or `DUPLICATE_CODE` where an earlier row of the file has the code. */
  code: z.string(),
  message: z.string(),
});
export type ImportFault = z.infer<typeof importFault>;

/** What became of a file, or would of one that is only checked. */
export const importReport = z.object({
  dryRun: z.boolean(),
  rows: z.int(),
  /** New codes. */
  created: z.int(),
  /** Rows whose code stands there already, just so. */
  unchanged: z.int(),
  /** Rows with a fault. */
  faulty: z.int(),
  /** The first 100. */
  faults: z.array(importFault),
});
export type ImportReport = z.infer<typeof importReport>;
