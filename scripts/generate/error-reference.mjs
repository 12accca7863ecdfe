import { genericReason, reasonMessage, reasons } from '@hemat/shared';
import { errorStatus } from '@hemat/shared/schemas';

const sentence = (reason, locale) => reasonMessage(reason, [], { locale, currency: 'IDR' });

/** The reference of every error code and every reason with its sentences, as Markdown. */
export function errorReference() {
  const errors = Object.entries(errorStatus).map(([code, status]) => `| \`${code}\` | ${status} |`);
  const refusals = [...reasons, genericReason].map(
    (reason) => `| \`${reason}\` | ${sentence(reason, 'en')} | ${sentence(reason, 'id')} |`,
  );
  return `# Errors and reasons

Generated from the code by \`scripts/generate.mjs\`. Do not edit.

## Error codes

| \`error.code\` | status |
| --- | --- |
${errors.join('\n')}

## Reasons

Why a code does not apply, in the order of the checks; the first failure decides. Validate answers 200 with \`applies: false\`
and the reason; lock and redeem refuse with 422 and the reason as \`error.code\`.

| reason | en | id |
| --- | --- | --- |
${refusals.join('\n')}
`;
}
