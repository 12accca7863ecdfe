/** The import's texts in English. */
export const textsEn = {
  title: 'Import codes',
  lead: 'A CSV whose first row names the fields, such as code, type, value, currency, expiresAt. The easiest start is an export: it imports again unchanged.',
  up: 'Discounts',
  choose: 'Choose a CSV file',
  drop: 'or drop it here',
  limits: 'Up to 10 MB and 100,000 rows. Nothing is made before you say so.',
  checking: 'Checking the file …',
  taking: 'Making the codes …',
  checkedTitle: 'What the file would do',
  takenTitle: 'Imported',
  rows: 'Rows',
  created: 'New codes',
  unchanged: 'There already, just so',
  faulty: 'Rows with a fault',
  faultsCaption: 'What is wrong, row by row',
  row: 'Row',
  field: 'Field',
  fault: 'Fault',
  more: (count: string) => `The first 100 of ${count} faulty rows.`,
  take: (count: string) => `Make ${count} ${count === '1' ? 'code' : 'codes'}`,
  takeRest: (count: string) => `Make the ${count} ${count === '1' ? 'code' : 'codes'} without a fault`,
  nothing: 'There is nothing to make in this file.',
  toList: 'See the codes',
  codes: {
    CODE_EXISTS: 'The workspace has this code with another rule.',
    DUPLICATE_CODE: 'An earlier row of the file has this code.',
  } as Readonly<Record<string, string>>,
};

/** Every text of the import. */
export type Texts = typeof textsEn;
