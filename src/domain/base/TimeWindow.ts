/** Half-open span of time `[from, to)`, epoch milliseconds. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

export const lengthOf = (window: TimeWindow): number => Math.max(0, window.to - window.from);

/** Both ends moved down to a multiple of `step`, so that equal questions are asked with equal bounds. */
export const alignDown = (window: TimeWindow, step: number): TimeWindow => ({
  from: Math.floor(window.from / step) * step,
  to: Math.floor(window.to / step) * step,
});

export const contains = (window: TimeWindow, at: number): boolean => at >= window.from && at < window.to;
