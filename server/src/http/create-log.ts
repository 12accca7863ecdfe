import { pino, type DestinationStream, type Logger } from 'pino';

/** Keys, tokens and signatures, wherever they stand in a line. */
const secretText = /\b((?:[sp]k_(?:live|test)|ct|whsec)_|Bearer\s+|AKIA)[\w.~+/=-]{6,}/g;

const secretFields = ['secret', 'authorization', 'signature', 'cookie', 'password', 'customerToken', 'quote'];

/**
 * A log of JSON lines. It is given facts about requests, never requests; should a secret get into a line all the same, by its
 * field's name or by its looks, it is struck out.
 */
export function createLog(level: string, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: '[secret]' },
      hooks: { streamWrite: (line) => line.replace(secretText, '$1[secret]') },
    },
    destination,
  );
}
