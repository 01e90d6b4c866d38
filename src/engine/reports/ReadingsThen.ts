import type { Kpi } from '../../domain/promql/Question';
import type { HistoryAnswer, KpiState } from '../fleet/KpiState';
import type { ProfileReadings } from '../fleet/ProfileReadings';
import { cutSeries } from './cutSeries';

/** What the past of a service is told from; everything else is held as it is now. */
const CUT: readonly Kpi[] = ['daily-peak', 'daily-peak-while-failing', 'hourly-demand', 'hourly-instances'];

type State = KpiState<HistoryAnswer>;

/** Readings as they stood at a moment. A state that was cut once is the same object again, so that what rests on it can be remembered. */
export class ReadingsThen {
  private kept = new WeakMap<State, State>();
  private keptFor: number | null = null;

  of(readings: ProfileReadings, then: number): ProfileReadings {
    if (this.keptFor !== then) {
      this.kept = new WeakMap();
      this.keptFor = then;
    }
    const history = new Map<Kpi, State>();
    for (const kpi of CUT) {
      const state = readings.history.get(kpi);
      if (state) {
        history.set(kpi, this.cut(state, then));
      }
    }
    return { source: readings.source, now: new Map(), history, secondLooks: readings.secondLooks };
  }

  private cut(state: State, then: number): State {
    const known = this.kept.get(state);
    if (known) {
      return known;
    }
    const cut = cutState(state, then);
    this.kept.set(state, cut);
    return cut;
  }
}

function cutState(state: State, then: number): State {
  if (state.state !== 'read') {
    return state;
  }
  const { rows, view } = state.answer;
  const cut = new Map([...rows].map(([key, own]) => [key, own.map(({ labels, series }) => ({ labels, series: cutSeries(series, then) }))]));
  return { ...state, answer: { rows: cut, view: { ...view, window: { from: view.window.from, to: Math.min(view.window.to, then) } } } };
}
