import { pino, type DestinationStream, type Logger } from 'pino';

/** Keys, tokens and signatures, wherever they stand in a line, and what follows the `#` of a single-use link. */
const secretText =
  /\b((?:[sp]k_(?:live|test)|ct|q|whsec)_|Bearer\s+|AKIA|\/dashboard\/[\w-]+#)[\w.~+/=-]{6,}/g;

/** A session: a token and its signature, as the cookie carries them. */
const sessionText = /\b[A-Za-z0-9]{32}\.[\w%+/-]{43,}(?:=|%3D)/g;

/** Fields that hold nothing else, at any depth. */
const secretField =
  /"(secret|authorization|signature|cookie|token|\w*password|customerToken|quote)":"(?:[^"\\]|\\.)*"/gi;

/**
 * A log of JSON lines. It is given facts about requests, never requests; should a secret get into a line all the same, by its
 * field's name or by its looks, it is struck out.
 */
export function createLog(level: string, destination: DestinationStream): Logger {
  const streamWrite = (line: string) =>
    line
      .replace(secretField, '"$1":"[secret]"')
      .replace(secretText, '$1[secret]')
      .replace(sessionText, '[secret]');
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite } },
    destination,
  );
}
