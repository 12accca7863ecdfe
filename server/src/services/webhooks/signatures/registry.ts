import type { WebhookSignature } from '@hemat/shared/schemas';
import { signRipllo } from './ripllo.js';
import type { SignatureScheme } from './signature-scheme.js';
import { signStandard } from './standard.js';

/** Every way an endpoint's messages may be written and signed. */
export const signatureSchemes: Readonly<Record<WebhookSignature, SignatureScheme>> = {
  standard: signStandard,
  ripllo: signRipllo,
};
