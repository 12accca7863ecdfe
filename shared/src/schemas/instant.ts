import { z } from 'zod';

/** A moment as ISO 8601 in UTC with milliseconds, as the service writes it. */
export const instant = z.string();

/** A moment as a caller may write it: ISO 8601 with `Z` or an offset; days that do not exist are refused. */
export const instantInput = z.iso.datetime({ offset: true });
