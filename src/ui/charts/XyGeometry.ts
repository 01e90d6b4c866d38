/** Where values of an XY chart stand on the screen; both axes start at 0. */
export interface XyGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly xMax: number;
  readonly yMax: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

const MARGIN = { top: 10, right: 14, bottom: 40, left: 62 };
/** Air above the greatest value. */
const AIR = 1.06;

export function xyGeometry(width: number, height: number, xs: readonly number[], ys: readonly number[]): XyGeometry {
  const greatest = (values: readonly number[]) =>
    values.reduce((max, v) => (Number.isFinite(v) && v > max ? v : max), 0) * AIR || 1;
  const plotWidth = Math.max(40, width - MARGIN.left - MARGIN.right);
  const plotHeight = Math.max(40, height - MARGIN.top - MARGIN.bottom);
  const xMax = greatest(xs);
  const yMax = greatest(ys);
  return {
    width,
    height,
    left: MARGIN.left,
    top: MARGIN.top,
    plotWidth,
    plotHeight,
    xMax,
    yMax,
    x: (value) => MARGIN.left + (value / xMax) * plotWidth,
    y: (value) => MARGIN.top + plotHeight - (value / yMax) * plotHeight,
  };
}
