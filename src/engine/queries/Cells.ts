import { HOUR, MINUTE, SECOND } from '../../domain/base/Duration';
import type { Interval } from '../../domain/base/Intervals';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Question } from '../../domain/promql/Question';
import { readsUnfinishedCell } from './FoldRule';

/*
 * A history is cut into cells. The cell ending at t, a multiple of the step, is `(t - step, t]` and is answered by the
 * point at t. A span `[from, to)` of the ledger therefore means the points at from + step, ..., to.
 * A cell is final once late samples need no longer be expected; younger cells are the tail and are asked again.
 */

const floorTo = (at: number, step: number): number => Math.floor(at / step) * step;
const ceilTo = (at: number, step: number): number => Math.ceil(at / step) * step;

/** How long after its end a cell may still change (late scrapes, remote write). */
const settleTime = (step: number): number => Math.min(2 * step, HOUR);

/** End of the last cell that is final. */
export const finalEnd = (now: number, step: number): number => floorTo(now - settleTime(step), step);

/** End of the last cell worth asking for. */
export const lastEnd = (question: Question, step: number, now: number): number =>
  readsUnfinishedCell(question) ? ceilTo(now, step) : floorTo(now, step);

/** How old a reading of the tail may be before it is repeated: 15 minutes for days, half a minute for hours. */
export const tailFreshness = (step: number): number => Math.min(15 * MINUTE, Math.max(15 * SECOND, step / 96));

/** The cells that a window of time needs, none of them in the future. */
export function cellsOf(question: Question, step: number, window: TimeWindow, now: number): TimeWindow {
  const to = Math.min(ceilTo(window.to, step), lastEnd(question, step, now));
  return { from: Math.min(floorTo(window.from, step), to), to };
}

/** First and last point that answer the cells of a span; ask with both ends included. */
export const pointsOfCells = ([from, to]: Interval, step: number): TimeWindow => ({ from: from + step, to });
