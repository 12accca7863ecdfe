import type { AppDeps } from '../app-deps.js';

/** Whether the service takes work: it is not closing, the database answers, and every migration has run. */
export async function isReady({ isOpen, storage }: Pick<AppDeps, 'isOpen' | 'storage'>): Promise<boolean> {
  if (!isOpen()) return false;
  try {
    return await storage.isReady();
  } catch {
    return false;
  }
}
