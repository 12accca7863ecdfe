/** A signal that ends a request. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Whether the time ran out. */
  isOver(): boolean;
  /** Leaves nothing behind of it; called when the request is over. */
  end(): void;
}

/** Ends after `ms`, or with `outer`, which may live as long as the process. */
export function limitTime(ms: number, outer?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort();
  }, ms);
  const abort = () => controller.abort();
  if (outer?.aborted === true) abort();
  outer?.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    isOver: () => isOver,
    end: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', abort);
    },
  };
}
