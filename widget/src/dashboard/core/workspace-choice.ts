const key = 'hemat-workspace';

/** The workspace that was worked in last on this browser. */
export function keptWorkspace(): string | null {
  return localStorage.getItem(key);
}

/** Keeps the choice for the next visit. */
export function keepWorkspace(workspaceId: string): void {
  localStorage.setItem(key, workspaceId);
}
