/** Time as the keeper sees it; injected, so that a whole life of a lease can be driven by a test. */
export interface KeeperClock {
  /** Milliseconds that only grow and go on counting while the machine sleeps. Leases run on this. */
  monotonicMs(): number;
  /** Epoch milliseconds, for records and answers. */
  wallMs(): number;
  /** Resolves after so many milliseconds, or at once when `signal` is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
