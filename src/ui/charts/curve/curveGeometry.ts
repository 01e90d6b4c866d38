import { niceTicks } from '../niceTicks';
import type { CurvePoint } from './CurvePoint';

export interface CurveGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly yTicks: readonly number[];
  readonly xTicks: readonly number[];
}

/** On the right, half of a date that stands under the last midnight. */
const MARGIN = { top: 14, right: 38, bottom: 24, left: 64 };
const AIR = 1.12;
const DAY = 86_400_000;

/** Places of a benchmark curve: time from `from` to `to` along x, demand from 0 along y. */
export function curveGeometry(width: number, height: number, points: readonly CurvePoint[], from: number, to: number): CurveGeometry {
  const right = Math.max(MARGIN.left + 40, width - MARGIN.right);
  const bottom = Math.max(MARGIN.top + 40, height - MARGIN.bottom);
  const greatest = points.reduce((max, { low, high }) => Math.max(max, high ?? low), 0) * AIR || 1;
  const span = Math.max(1, to - from);
  return {
    width,
    height,
    left: MARGIN.left,
    right,
    top: MARGIN.top,
    bottom,
    x: (at) => MARGIN.left + ((at - from) / span) * (right - MARGIN.left),
    y: (value) => bottom - (value / greatest) * (bottom - MARGIN.top),
    yTicks: niceTicks(greatest, Math.max(2, Math.round((bottom - MARGIN.top) / 44))),
    xTicks: dayTicks(from, to, Math.max(2, Math.floor((right - MARGIN.left) / 110))),
  };
}

/** Midnights (UTC) at most `count` apart evenly; the ends alone for less than two days. */
export function dayTicks(from: number, to: number, count: number): number[] {
  const days = (to - from) / DAY;
  if (!(days >= 2)) {
    return to > from ? [from, to] : [from];
  }
  const step = Math.max(1, Math.ceil(days / count)) * DAY;
  const first = Math.ceil(from / DAY) * DAY;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}
