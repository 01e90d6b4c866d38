import { valueAtLoad, type LoadCurve } from '../capacity/LoadCurve';
import { linearRegression } from '../stats/linearRegression';
import { median } from '../stats/median';
import type { JudgeMetric, JudgeWindow, WindowReading } from './Judge';

/** log(target / median of peers) of one window, each reading first divided by what is expected of it; null = unknown. */
export type Expectation = (reading: WindowReading) => number | null;

/** The reading itself. */
export const asItIs: Expectation = () => 1;

export function windowShift({ name }: JudgeMetric, { target, peers }: JudgeWindow, expected: Expectation, idle: number): number | null {
  const level = (reading: WindowReading): number => {
    const value = (reading.values[name] ?? NaN) - idle;
    const base = expected(reading) ?? NaN;
    return value > 0 && base > 0 ? Math.log(value / base) : NaN;
  };
  const others = median(peers.map(level));
  const own = level(target);
  return others === null || !Number.isFinite(own) ? null : own - others;
}

/** What earlier runs had at the reading's own demand. Below the lowest demand measured the curve is taken as flat. */
export const onCurve =
  (curve: LoadCurve): Expectation =>
  ({ demand }) => {
    const lowest = curve.points[0];
    return demand === null || lowest === undefined ? null : valueAtLoad(curve, Math.max(demand, lowest.demand));
  };

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
  const demands = points.map((p) => p.demand);
  if (points.length === 0 || Math.max(...demands) < LEAST_SPREAD * Math.min(...demands)) {
    return 0;
  }
  const line = linearRegression(demands, points.map((p) => p.value));
  const least = Math.min(...points.map((p) => p.value));
  return line.ok ? Math.max(0, Math.min(line.value.intercept, MOST_IDLE * least)) : 0;
}
