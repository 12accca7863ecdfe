import { z } from 'zod';

/** An e-mail address, in lower case. */
export const emailAddress = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email('is not an e-mail address'));

/** A password to set: 10–128 characters. */
export const newPassword = z.string().min(10).max(128);

/** What others call a person. */
export const personName = z.string().trim().min(1).max(100);

/** `POST /v1/session`. */
export const signInInput = z.strictObject({ email: emailAddress, password: z.string().min(1).max(128) });
export type SignInInput = z.infer<typeof signInInput>;

/** `POST /v1/session/password`. */
export const changePasswordInput = z.strictObject({
  currentPassword: z.string().min(1).max(128),
  newPassword,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

/** `POST /v1/session/reset-password`: with the token of a link that an operator made. */
export const resetPasswordInput = z.strictObject({
  token: z.string().min(1).max(200),
  password: newPassword,
});
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;
