import type { Kpi } from '../../domain/promql/Question';
import type { SourceContext } from '../sources/SourceContext';
import type { HistoryAnswer, KpiState, NowAnswer } from './KpiState';

/** Everything read so far of one profile of one data source. */
export interface ProfileReadings {
  readonly source: SourceContext;
  readonly now: ReadonlyMap<Kpi, KpiState<NowAnswer>>;
  readonly history: ReadonlyMap<Kpi, KpiState<HistoryAnswer>>;
  /** Hourly means of single days whose daily peak wants a second look, by start of the day. */
  readonly secondLooks: ReadonlyMap<number, HistoryAnswer>;
}
