import { z } from 'zod';

/** `GET /v1/embed`: what a storefront pastes, and its parts. */
export const embedAnswer = z.object({
  /** The whole snippet, HTML. */
  snippet: z.string(),
  /** Of this version, never changes. */
  scriptUrl: z.string(),
  /** Follows the newest 1.x; has no integrity. */
  latestUrl: z.string(),
  /** Subresource Integrity of `scriptUrl`, `sha384-…`. */
  integrity: z.string(),
  version: z.string(),
  workspace: z.string(),
});
export type EmbedAnswer = z.infer<typeof embedAnswer>;
