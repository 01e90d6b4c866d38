import { niceTicks } from '../niceTicks';
import type { CurvePoint } from './CurvePoint';
import { curveTicks, type CurveTick } from './curveTicks';

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
  readonly xTicks: readonly CurveTick[];
}

/** On the right, half of a date that stands under the last midnight. */
const MARGIN = { top: 14, right: 38, bottom: 24, left: 64 };
const AIR = 1.12;

/** Places of a benchmark curve: time from `from` to `to` along x, demand from 0 along y. */
export function curveGeometry(width: number, height: number, points: readonly CurvePoint[], from: number, to: number, timeZone: string): CurveGeometry {
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
    xTicks: curveTicks(from, to, Math.max(2, Math.floor((right - MARGIN.left) / 110)), timeZone),
  };
}
