import { DAY, HOUR, MINUTE } from '../src/domain/base/Duration';

/** The made-up history the benchmark reads: fixed in time, so that it is made once and kept. */
export const STEP = MINUTE;
export const END = Date.UTC(2026, 0, 22, 14, 30);
export const DAYS = 22;
export const START = END - DAYS * DAY;
/** One service in three was released then: it has one version before and another after. */
export const RELEASE = START + 11 * DAY;
/** Gauges are asked as of now only: they begin this late. */
export const GAUGES_FROM = END - 12 * HOUR;
/** Prometheus' own block lengths are 2 h x 3^n; one file of samples becomes one block. */
export const BLOCK = 54 * HOUR;

/** Spans `[from, to)` of the blocks that hold the history. */
export function blocks(): Array<readonly [from: number, to: number]> {
  const spans: Array<readonly [number, number]> = [];
  for (let from = Math.floor(START / BLOCK) * BLOCK; from <= END; from += BLOCK) {
    spans.push([Math.max(from, START), Math.min(from + BLOCK, END + STEP)]);
  }
  return spans;
}

/** Requests counted since the start, in closed form: any block can be made without the one before. */
export function requestsUntil(at: number, service: number, share: number): number {
  const seconds = (at - START) / 1000;
  const scale = (1 + (service % 97)) * share;
  const phase = service % 24;
  return Math.floor(
    scale * (seconds + wave(at, DAY, 0.5, phase) + wave(at, 7 * DAY, 0.25, phase) + wave(at, 3.7 * HOUR, 0.2, service))
  );
}

/** CPU seconds used since the start: some at rest, some for each request, some for nothing in particular. */
export function cpuUntil(at: number, service: number, share: number): number {
  const seconds = (at - START) / 1000;
  const perRequest = 0.01 + 0.005 * (service % 11);
  return 0.05 * seconds + perRequest * requestsUntil(at, service, share) + wave(at, 5.3 * HOUR, 0.01, service);
}

/** Seconds spent in requests since the start. */
export const latencyUntil = (at: number, service: number, share: number): number =>
  (0.03 + 0.01 * (service % 7)) * requestsUntil(at, service, share);

/** Integral of `amplitude x sin`, in seconds: never steeper than `amplitude`. */
const wave = (at: number, period: number, amplitude: number, phase: number): number => {
  const omega = (2 * Math.PI) / (period / 1000);
  return (-amplitude / omega) * (Math.cos((omega * (at - START)) / 1000 + phase) - Math.cos(phase));
};
