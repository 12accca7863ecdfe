const day = 24 * 60 * 60;

/** How long a session lives unused, and how old it is renewed, seconds. */
export const sessionSeconds = { life: 7 * day, renewAfter: day } as const;

/** Characters of a password. Source: NIST SP 800-63B, section 3.1.1, asks for at least 8. */
export const passwordLength = { min: 10, max: 128 } as const;

/** How long a single-use link works, ms. */
export const linkMs = 7 * day * 1000;

/** What the library calls the session cookie; the browser knows it by another name. */
export const cookieOfLibrary = 'session';
