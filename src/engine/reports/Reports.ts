import { auditTime, concat, take, type Observable } from 'rxjs';
import { SECOND } from '../../domain/base/Duration';
import type { ServiceBefore } from '../../domain/report/ServiceBefore';
import type { Clock } from '../../ports/Clock';
import { judgedRows } from '../datasource/judgedRows';
import type { FleetState } from '../fleet/FleetState';
import { WorkSlices } from '../fleet/WorkSlices';
import { newestInTurn } from '../newestInTurn';
import { FleetBefore } from './FleetBefore';
import type { ReportUseCase } from './ReportUseCase';
import type { ReportView } from './ReportView';
import { weekOf } from './weekOf';

/** While history is filled, views follow each other quickly; a report need not. */
const SETTLE = 2 * SECOND;

const NOTHING: ReadonlyMap<string, ServiceBefore> = new Map();

/** The weekly report, from the one reading of the fleet that all pages share. */
export class Reports implements ReportUseCase {
  private readonly past = new FleetBefore();

  constructor(
    private readonly clock: Clock,
    private readonly fleet: { state(): Observable<FleetState> }
  ) {}

  watch(): Observable<ReportView> {
    const states = this.fleet.state();
    return concat(states.pipe(take(1)), states.pipe(auditTime(SETTLE))).pipe(newestInTurn((state, signal) => this.viewOf(state, signal)));
  }

  private async viewOf(state: FleetState, signal: AbortSignal): Promise<ReportView> {
    const { view, context } = state;
    const week = weekOf(context.now);
    const slices = new WorkSlices(this.clock, signal);
    const rows = await judgedRows(state, slices);
    return {
      state: view.state,
      rows,
      // A sketch lacks what takes long to work out, which would look like a change.
      before: context.sketch ? NOTHING : await this.past.of(state, week.from, slices),
      week,
      notices: view.notices,
      progress: view.progress,
      currency: view.currency,
      readAt: view.readAt,
      since: view.since,
    };
  }
}
