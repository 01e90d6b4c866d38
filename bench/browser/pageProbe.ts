/** What the page notes down about itself. Times are of its own `performance.now()`. */
export interface Probe {
  /** Tasks of 50 ms and more: start and length. */
  readonly tasks: Array<readonly [start: number, length: number]>;
  /** Inputs and how long it took until the next picture after them. */
  readonly inputs: Array<readonly [start: number, length: number]>;
  firstRows: number | null;
}

declare global {
  interface Window {
    headroomProbe: Probe;
  }
}

/**
 * Runs in the page before anything else. Moves its clock to the time of the made-up history, and on by what a visit
 * before left in `headroom-bench-later`.
 * Must not refer to anything outside of itself.
 */
export function pageProbe(shiftAtFirst: number): void {
  const RealDate = Date;
  const shift = shiftAtFirst + Number(sessionStorage.getItem('headroom-bench-later') ?? 0);
  const now = () => RealDate.now() + shift;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], made) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, made) as Date,
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });

  const probe: Probe = { tasks: [], inputs: [], firstRows: null };
  window.headroomProbe = probe;
  const note = (into: Array<readonly [number, number]>) => (list: PerformanceObserverEntryList) => {
    list.getEntries().forEach(({ startTime, duration }) => into.push([startTime, duration]));
  };
  new PerformanceObserver(note(probe.tasks)).observe({ type: 'longtask', buffered: true });
  const events: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', buffered: true, durationThreshold: 16 };
  new PerformanceObserver(note(probe.inputs)).observe(events);
  const rows = new MutationObserver(() => {
    if (document.querySelector('tbody th[scope="row"]')) {
      probe.firstRows = performance.now();
      rows.disconnect();
    }
  });
  rows.observe(document, { childList: true, subtree: true });
}
