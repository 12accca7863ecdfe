/** Ends a wait early. */
export interface Alarm {
  /** Waits `ms`, or until it rings. */
  wait(ms: number): Promise<void>;
  ring(): void;
}

/** An alarm for one who waits. */
export function createAlarm(): Alarm {
  let end: (() => void) | undefined;
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    ring: () => end?.(),
  };
}
