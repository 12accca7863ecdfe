import { errorMessages } from '../http/error-messages.js';
import type { Outcome, Refusal } from '../services/outcome.js';
import { CliError } from './cli-error.js';

/** The value of a verb's answer. Throws a `CliError` with the sentence of a refusal and each of its faults. */
export function takeOutcome<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new CliError([sentenceOf(outcome.refusal), ...faultsOf(outcome.refusal)].join('\n'));
}

function sentenceOf({ code }: Refusal): string {
  const messages: Readonly<Record<string, string>> = errorMessages;
  return messages[code] ?? code;
}

function faultsOf({ details }: Refusal): string[] {
  if (!Array.isArray(details)) return [];
  return details.map((fault: { path?: string; message?: string }) => `  ${fault.path} ${fault.message}`);
}
