/** The texts of the account in English. */
export const textsEn = {
  title: 'Your account',
  passwordTitle: 'Change the password',
  current: 'Present password',
  next: 'New password',
  nextHint: 'At least 10 characters. Every other session of yours ends.',
  nextFault: 'From 10 to 128 characters.',
  change: 'Change it',
  changed: 'The password is changed. Every other session has ended.',
  everywhereTitle: 'Sign out everywhere',
  everywhereText: 'Ends every session of yours, on every device, this one too. Do it when a device is lost.',
  everywhere: 'Sign out everywhere',
};

/** Every text of the account. */
export type Texts = typeof textsEn;
