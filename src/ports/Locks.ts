/** Coordination between tabs of one browser. Where the browser has none, only work of this page takes turns. */
export interface Locks {
  /** Runs `work` while holding `name`; waits for other tabs. Rejects with AbortError when aborted while waiting. */
  hold<T>(name: string, work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}
