import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.js';

/** Where messages may go: `public` means https to public addresses, `any` is for development. */
export type WebhookTargets = 'public' | 'any';

/** A URL that may be asked, or why it may not. What its name resolves to is judged at every connect. */
export type TargetUrl =
  { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly message: string };

/** Judges a URL by its text. */
export function judgeTargetUrl(text: string, targets: WebhookTargets): TargetUrl {
  const no = (message: string): TargetUrl => ({ ok: false, message });
  if (!URL.canParse(text)) return no('is not a URL');
  const url = new URL(text);
  const isHttps = url.protocol === 'https:' || (targets === 'any' && url.protocol === 'http:');
  if (!isHttps) return no('is not an https URL');
  if (url.username !== '' || url.password !== '') return no('has a user name or a password');
  if (targets === 'public' && isPrivateName(url.hostname)) return no('is not at a public address');
  url.hash = '';
  return { ok: true, url };
}

function isPrivateName(hostname: string): boolean {
  const name = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (isIP(name) !== 0) return !isPublicAddress(name);
  return name === 'localhost' || name.endsWith('.localhost') || !name.includes('.');
}
