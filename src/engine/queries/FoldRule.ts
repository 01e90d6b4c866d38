import type { Kpi, Question } from '../../domain/promql/Question';

/**
 * How an answer meets what is already kept. `max`: the value is a maximum over its step, so less data can only make it
 * smaller and a second reading never lowers it. `replace`: the newer reading counts.
 */
export type FoldRule = 'max' | 'replace';

const PEAKS: ReadonlySet<Kpi> = new Set<Kpi>(['daily-peak', 'daily-peak-while-failing', 'service-hourly-peak']);

export const foldRuleOf = (question: Question): FoldRule => (PEAKS.has(question.kpi) ? 'max' : 'replace');

/**
 * True when the cell that is not over yet is worth reading: the peak so far is a peak, but a mean over an unfinished hour
 * is not that hour's mean.
 */
export const readsUnfinishedCell = (question: Question): boolean =>
  foldRuleOf(question) === 'max' && question.lookback >= (question.step ?? Infinity);

/** What is kept when a value is read for a cell that holds `kept` (NaN: nothing yet). */
export const foldValue = (rule: FoldRule, kept: number, read: number): number =>
  rule === 'max' && kept > read ? kept : read;
