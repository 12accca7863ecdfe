import { messagesEn, registerMessages } from '@hemat/widget';

const { label: _, ...withoutLabel } = messagesEn;

registerMessages('ms', { ...messagesEn, label: 'Kod promosi' });
// @ts-expect-error: a table has every text.
registerMessages('ms', withoutLabel);
// @ts-expect-error: a sentence with an amount is a function.
registerMessages('ms', { ...messagesEn, saving: 'Jimat' });
