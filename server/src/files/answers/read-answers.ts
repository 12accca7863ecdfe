import { createDiscountCodeInput } from '@hemat/shared/schemas';
import { fit } from '../../http/faults-of.js';
import type { FileRow } from '../../services/import/file-row.js';
import { forjioCodes } from './forjio-codes.js';
import type { ForeignCode } from './foreign-code.js';
import { mayarCodes } from './mayar-codes.js';

/** Whose answers were saved. */
export type ForeignSystem = 'ripllo' | 'storlaunch' | 'mayar';

const codesOf: Readonly<Record<ForeignSystem, (answers: readonly unknown[]) => ForeignCode[]>> = {
  ripllo: (answers) => answers.flatMap(forjioCodes),
  storlaunch: (answers) => answers.flatMap(forjioCodes),
  mayar: mayarCodes,
};

/** Every system whose answers can be read. */
export const foreignSystems = Object.keys(codesOf) as readonly ForeignSystem[];

/**
 * The codes in a file of saved answers: one JSON document, or one a line. Each is held to the schema of a new code; a row is a
 * code, counted from 1 as they come.
 */
export function readAnswers(text: string, system: ForeignSystem): FileRow[] {
  const answers = parse(text);
  if (answers === null) {
    return [
      {
        row: 1,
        faults: [{ path: [], code: 'invalid_json', message: 'is not JSON, whole or a document a line' }],
      },
    ];
  }
  return codesOf[system](answers).map(({ input, usesBefore }, place) => {
    const row = place + 1;
    const fitted = fit(createDiscountCodeInput, input);
    return fitted.ok ? { row, input: fitted.value, usesBefore } : { row, faults: fitted.faults };
  });
}

function parse(text: string): unknown[] | null {
  const whole = parseJson(text);
  if (whole !== undefined) return [whole];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const documents = lines.map(parseJson);
  return documents.includes(undefined) || documents.length === 0 ? null : documents;
}

/** `undefined` where it is none: no JSON document says that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
