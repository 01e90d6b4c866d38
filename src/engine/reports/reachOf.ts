import { pointsOf } from '../../domain/base/Series';
import type { Kpi } from '../../domain/promql/Question';
import type { ProfileReadings } from '../fleet/ProfileReadings';
import type { HistoryView } from '../queries/HistoryView';

/** Whether history says how services stood at a moment, or why it does not. */
export type Reach = { readonly reaches: true } | { readonly reaches: false; readonly reason: string };

/** Peaks are needed since ever, the rest of the hour in question. */
const NEEDED: ReadonlyArray<{ readonly kpi: Kpi; readonly whole: boolean }> = [
  { kpi: 'daily-peak', whole: true },
  { kpi: 'hourly-demand', whole: false },
  { kpi: 'hourly-instances', whole: false },
];

/** How far the history of one profile reaches back. */
export function reachOf(readings: ProfileReadings, then: number): Reach {
  for (const { kpi, whole } of NEEDED) {
    const state = readings.history.get(kpi) ?? { state: 'waiting' };
    if (state.state === 'waiting') {
      return { reaches: false, reason: 'history is being read' };
    }
    if (state.state === 'failed') {
      return { reaches: false, reason: `history could not be read: ${state.failure.message}` };
    }
    // A profile that cannot answer says so in the figures that need it.
    if (state.state === 'read' && !isRead(state.answer.view, whole, then)) {
      return { reaches: false, reason: gapReason(state.answer.view) };
    }
  }
  return hasSamplesBefore(readings, then) ? { reaches: true } : { reaches: false, reason: 'no samples of a week ago are kept by the data source' };
}

const gapReason = ({ done, failures: [failure] }: HistoryView): string => {
  const why = failure ? `: ${failure.message}` : '';
  return done ? `a part of history could not be read${why}` : 'history is being read';
};

/** The last cell that had ended by then, or all up to it. */
function isRead({ question, window, read }: HistoryView, whole: boolean, then: number): boolean {
  const step = question.step ?? 1;
  const to = Math.floor(then / step) * step;
  const from = whole ? window.from : Math.max(window.from, to - step);
  if (to <= window.from) {
    return true;
  }
  // Sorted and disjoint: one span after the other carries on from where the last one ended.
  const reached = read.reduce((at, span) => (span.from <= at ? Math.max(at, span.to) : at), from);
  return reached >= to;
}

/** Without any sample of any service it is the data source that forgets, not the services that are new. */
function hasSamplesBefore({ history }: ProfileReadings, then: number): boolean {
  const daily = history.get('daily-peak');
  return daily?.state === 'read' && [...daily.answer.rows.values()].some((rows) => rows.some(({ series }) => pointsOf(series).some(({ at }) => at <= then)));
}
