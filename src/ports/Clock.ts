export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Rejects with AbortError as soon as `signal` is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
