/** The sign-in's texts in English. */
export const textsEn = {
  title: 'Sign in',
  lead: 'Discount codes for your shop, made and watched in one place.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in …',
  forgot: 'Forgotten the password? Ask the person who runs this service for a reset link.',
  wrong: 'E-mail and password do not belong together.',
  invitedTitle: (workspace: string) => `Join ${workspace}`,
  invitedLead: {
    owner: 'You are invited as an owner: you may do everything there.',
    manager: 'You are invited as a manager: you make codes and work with orders.',
    viewer: 'You are invited as a viewer: you see everything and change nothing.',
  },
  name: 'Your name',
  newPassword: 'Choose a password',
  newPasswordHint: 'At least 10 characters.',
  ownPassword: 'Your password',
  ownPasswordHint: 'You have an account already: enter its password.',
  join: 'Join',
  resetTitle: 'Choose a new password',
  resetLead: 'Every open session of yours ends, and a new one begins here.',
  reset: 'Save and sign in',
  deadTitle: 'This link works no more',
  deadText: 'It was used, withdrawn, or is older than seven days. Ask for a new one.',
  toSignIn: 'Go to sign-in',
  looking: 'Looking the link up …',
};

/** Every text of the sign-in. */
export type Texts = typeof textsEn;
