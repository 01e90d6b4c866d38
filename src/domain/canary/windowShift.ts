import { errorAtLoad, valueAtLoad, type LoadCurve } from '../capacity/LoadCurve';
import { linearRegression } from '../stats/linearRegression';
import { median } from '../stats/median';
import type { JudgeMetric, JudgeWindow, WindowReading } from './Judge';

/** log(target / median of peers) of one window, each reading first divided by what is expected of it; null = unknown. */
export type Expectation = (reading: WindowReading) => number | null;

/** The reading itself. */
export const asItIs: Expectation = () => 1;

export function windowShift(metric: JudgeMetric, { target, peers }: JudgeWindow, expected: Expectation, idle: number): number | null {
  return shiftOver(levelOf(metric, target, expected, idle), peers.map((peer) => levelOf(metric, peer, expected, idle)));
}

/** Peers beyond these add nothing to what is known of the noise. */
const MOST_PEERS = 12;

/** The same of each peer in turn, as if it were the target: by peer, the windows that are known. */
export function peerShifts(metric: JudgeMetric, windows: readonly JudgeWindow[], expected: Expectation, idle: number): ReadonlyArray<readonly number[]> {
  const peers = Math.min(MOST_PEERS, ...windows.map((w) => w.peers.length));
  const levels = windows.map(({ target, peers: all }) => [target, ...all.slice(0, MOST_PEERS)].map((reading) => levelOf(metric, reading, expected, idle)));
  return Array.from({ length: Number.isFinite(peers) ? peers : 0 }, (_, i) => levels.flatMap((all) => shiftOver(all[i + 1] ?? NaN, all.filter((__, other) => other !== i + 1)) ?? []));
}

function levelOf({ name }: JudgeMetric, reading: WindowReading, expected: Expectation, idle: number): number {
  const value = (reading.values[name] ?? NaN) - idle;
  const base = expected(reading) ?? NaN;
  return value > 0 && base > 0 ? Math.log(value / base) : NaN;
}

function shiftOver(own: number, others: readonly number[]): number | null {
  const middle = median(others);
  return middle === null || !Number.isFinite(own) ? null : own - middle;
}

/** What earlier runs had at the reading's own demand. Below the lowest demand measured the curve is taken as flat. */
export const onCurve =
  (curve: LoadCurve): Expectation =>
  ({ demand }) => {
    const lowest = curve.points[0];
    return demand === null || lowest === undefined ? null : valueAtLoad(curve, Math.max(demand, lowest.demand));
  };

/**
 * Variance of what a curve expects over these windows, of target and peers together. Errors of one level do not average out
 * over windows. Before the run all are at one demand, so that they cancel there.
 */
export function curveDoubt(curve: LoadCurve, windows: readonly JudgeWindow[]): number {
  const lowest = curve.points[0]?.demand ?? 0;
  const at = (demands: ReadonlyArray<number | null>): number => {
    const usual = median(demands.filter((d) => d !== null));
    return usual === null ? 0 : (errorAtLoad(curve, Math.max(usual, lowest)) ?? 0) ** 2;
  };
  return at(windows.map((w) => w.target.demand)) + at(windows.flatMap((w) => w.peers.map((p) => p.demand)));
}

/** A request's part of a quantity that grows with demand. */
export const perRequest: Expectation = ({ demand }) => demand;

const LEAST_SPREAD = 1.3;
const MOST_IDLE = 0.9;

/**
 * What an instance uses without traffic, from a line through the readings: CPU a second less this, over demand, is the
 * slope that is compared. 0 where demand hardly moved, so that no line can be drawn.
 */
export function idleLevel(name: string, readings: readonly WindowReading[]): number {
  const points = readings.flatMap(({ demand, values }) => {
    const value = values[name] ?? NaN;
    return demand !== null && demand > 0 && Number.isFinite(value) ? [{ demand, value }] : [];
  });
  // A large pool has more readings than a call may have arguments.
  const least = points.reduce((a, p) => ({ demand: Math.min(a.demand, p.demand), value: Math.min(a.value, p.value) }), { demand: Infinity, value: Infinity });
  const most = points.reduce((a, p) => Math.max(a, p.demand), 0);
  if (points.length === 0 || most < LEAST_SPREAD * least.demand) {
    return 0;
  }
  const line = linearRegression(points.map((p) => p.demand), points.map((p) => p.value));
  return line.ok ? Math.max(0, Math.min(line.value.intercept, MOST_IDLE * least.value)) : 0;
}
