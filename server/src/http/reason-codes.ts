import { reasons } from '@hemat/shared';
import type { ErrorCode } from '@hemat/shared/schemas';

/** Every reason as an error code: what lock and redeem may refuse with. */
export const reasonCodes: readonly ErrorCode[] = reasons;
