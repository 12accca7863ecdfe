import type { Check } from './check.js';

/** The cart's region is one of the code's, or lies in a country of them; an unknown region does not. */
export const regionMismatch: Check = ({ rule: { regions }, cart: { region } }) => {
  if (regions === null) return null;
  const fits = region !== null && regions.some((entry) => region === entry || region.startsWith(`${entry}-`));
  return fits ? null : [{ kind: 'region', anyOf: regions }];
};
