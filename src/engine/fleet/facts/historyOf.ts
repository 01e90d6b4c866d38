import type { Kpi, Question } from '../../../domain/promql/Question';
import type { HistoryAnswer, HistoryRow } from '../KpiState';
import type { ProfileReadings } from '../ProfileReadings';

export type HistoryOf =
  | { readonly known: true; readonly question: Question; readonly answer: HistoryAnswer; readonly rows: readonly HistoryRow[] }
  | { readonly known: false; readonly reason: string; readonly next?: string };

/** One service's rows of a history question, or why there are none. */
export function historyOf(readings: ProfileReadings, kpi: Kpi, key: string): HistoryOf {
  const state = readings.history.get(kpi) ?? { state: 'waiting' };
  switch (state.state) {
    case 'waiting':
      return { known: false, reason: 'history is being read' };
    case 'none':
      return { known: false, reason: state.none.reason, next: state.none.next };
    case 'failed':
      return { known: false, reason: `history could not be read: ${state.failure.message}`, next: 'Read again, or open Configuration to check the data source.' };
    case 'read': {
      const rows = state.answer.rows.get(key);
      if (rows) {
        return { known: true, question: state.question, answer: state.answer, rows };
      }
      return { known: false, reason: state.answer.view.done ? 'no samples in the history that is kept' : 'history is being read' };
    }
  }
}
