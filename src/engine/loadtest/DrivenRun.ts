import { combineLatest, concat, concatMap, defer, map, takeWhile, type Observable } from 'rxjs';
import type { RampState } from '../../domain/ramp/RampState';
import { outcomeText } from '../../domain/ramp/outcomeText';
import { headlineOf } from './headlineOf';
import type { LoadTestView, RunLine } from './LoadTestView';
import type { RunController, RunOptions } from './RunController';
import { viewOf } from './viewOf';

const MOST_LINES = 200;

/** A run driven from this page: the controller, and what a page sees of it. */
export class DrivenRun {
  private lines: readonly RunLine[] = [];
  private phase = '';

  constructor(
    readonly controller: RunController,
    readonly options: RunOptions,
    readonly simulated: boolean
  ) {
    controller.watch().subscribe((state) => this.write(state));
  }

  get finished(): boolean {
    return this.controller.state.phase === 'finished';
  }

  view(): LoadTestView {
    const { plan, runId, by, mayRun } = this.options;
    const now = this.controller.runTime.keeperNow();
    return viewOf(this.controller.state, { plan, runId, by, role: 'driver', simulated: this.simulated, now, mayRun, lines: this.lines, logKept: this.controller.log.kept.value });
  }

  /** The view now, then every change, until the run has ended and its log is kept or refused. */
  watch(): Observable<LoadTestView> {
    const { kept } = this.controller.log;
    const after = kept.pipe(
      map(() => this.view()),
      takeWhile((view) => view.logKept === 'waiting', true)
    );
    // States that have completed replay nothing.
    if (this.finished) {
      return after;
    }
    const live = combineLatest([this.controller.watch(), kept]).pipe(
      map(() => this.view()),
      takeWhile((view) => view.outcome === null, true)
    );
    const settled = defer(() => this.controller.log.settled()).pipe(concatMap(() => after));
    return concat(live, settled);
  }

  private write(state: RampState): void {
    const text = state.phase === 'finished' ? `${headlineOf(state)}. ${outcomeText(state.outcome)}` : headlineOf(state);
    if (text === this.phase || state.phase === 'draft') {
      return;
    }
    this.phase = text;
    this.lines = [...this.lines, { at: this.controller.runTime.keeperNow(), text, tone: toneOf(state) }].slice(-MOST_LINES);
  }
}

function toneOf(state: RampState): RunLine['tone'] {
  switch (state.phase) {
    case 'finished':
      return state.outcome.kind === 'lost-control' ? 'bad' : state.outcome.kind === 'stopped-by-guard' || state.outcome.kind === 'inconclusive' ? 'warn' : 'good';
    case 'backing-off':
    case 'holding':
      return 'warn';
    default:
      return 'info';
  }
}
