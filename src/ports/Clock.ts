export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
