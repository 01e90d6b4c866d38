/** Coordination between tabs of one browser. Where the browser has none, the work just runs. */
export interface Locks {
  /** Runs `work` while holding `name`; waits for other tabs. */
  hold<T>(name: string, work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}
