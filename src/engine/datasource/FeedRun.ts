import { Subject, Subscription, type Subscriber } from 'rxjs';
import { MINUTE, SECOND } from '../../domain/base/Duration';
import { writeList } from '../../domain/base/writeList';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import { isAbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';
import type { Fleet } from '../fleet/Fleet';
import type { FleetState } from '../fleet/FleetState';
import { WorkSlices } from '../fleet/WorkSlices';
import { newestInTurn } from '../newestInTurn';
import type { Notice } from '../Notice';
import type { AppGate } from './AppGate';
import type { CurveDesk } from './CurveDesk';
import type { CurvesRead } from './Curves';
import type { FeedAnswer, FeedRefusal, FeedRequest } from './FeedAnswer';
import { fleetCurves } from './fleetCurves';
import { judgedRows } from './judgedRows';
import type { LoadTestLog, LoadTestRecord } from './LoadTestLog';
import { loadTestNotices } from './loadTestNotices';
import { MOST_NARROW } from './MOST_NARROW';
import { NarrowCurves } from './NarrowCurves';
import { rangeNotices } from './rangeNotices';
import { refusalOf } from './refusalOf';
import { selectRows } from './selectRows';

/** A question is answered with what is known after this long. */
const PATIENCE = 9 * SECOND;
/** A picture of now is good for this long: the fleet reads it anew every minute. */
const FRESH = 2 * MINUTE;
/** Names an error lists before it says how many more there are. */
const MOST_NAMED = 5;

export interface FeedTools {
  readonly clock: Clock;
  readonly loadTests: LoadTestLog;
  readonly fleet: Pick<Fleet, 'state' | 'readAgain'>;
  readonly desk: CurveDesk;
  readonly gate: AppGate;
  readonly notBefore: () => number;
}

/** One question from its start to its last answer. */
export class FeedRun {
  private readonly stopped = new AbortController();
  private readonly subscription = new Subscription();
  private readonly narrow: NarrowCurves;
  private readonly askedAt: number;
  private state: FleetState | null = null;
  private tests: readonly LoadTestRecord[] | null;
  private testNotices: readonly Notice[] = [];
  private refreshed = false;
  /** Patience is over: what is known is the answer. */
  private over = false;
  private readonly pictures = new Subject<FleetState>();

  constructor(
    private readonly tools: FeedTools,
    private readonly request: FeedRequest,
    private readonly subscriber: Subscriber<FeedAnswer | FeedRefusal>
  ) {
    this.askedAt = tools.clock.now();
    this.tests = request.loadTests ? null : [];
    this.narrow = new NarrowCurves(tools.desk, request.range, request.curves, this.stopped.signal, () => this.draw());
  }

  start(): void {
    const failed = (error: unknown) => {
      if (!isAbortError(error)) {
        this.subscriber.error(error);
      }
    };
    this.subscription.add(
      this.pictures
        .pipe(newestInTurn(async (state, signal) => ({ state, judged: await judgedRows(state, new WorkSlices(this.tools.clock, signal)) })))
        .subscribe({ next: ({ state, judged }) => this.answer(state, judged), error: failed })
    );
    this.tools.clock.sleep(PATIENCE, this.stopped.signal).then(() => this.end(), failed);
    this.run().catch(failed);
  }

  stop(): void {
    this.stopped.abort();
    this.subscription.unsubscribe();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped;
    const app = await this.tools.gate.check();
    signal.throwIfAborted();
    if (!app.ok) {
      this.refuse(app.error.message);
      return;
    }
    if (this.tests === null) {
      void this.readLoadTests();
    }
    this.subscription.add(
      this.tools.fleet.state().subscribe({
        next: (state) => {
          this.state = state;
          this.draw();
        },
        error: (error: unknown) => this.subscriber.error(error),
      })
    );
  }

  private async readLoadTests(): Promise<void> {
    const tests = await this.tools.loadTests.list(this.request.range);
    this.tests = tests.ok ? tests.value.tests : [];
    this.testNotices = loadTestNotices(tests);
    this.draw();
  }

  private draw(): void {
    const { state } = this;
    if (state && !this.subscriber.closed) {
      this.pictures.next(state);
    }
  }

  private end(): void {
    if (this.subscriber.closed) {
      return;
    }
    this.over = true;
    if (this.state) {
      this.draw();
    } else {
      this.refuse(
        'Neither Grafana nor the data source answered within 9 s. What was asked goes on being read: refresh in a moment.'
      );
    }
  }

  private answer(state: FleetState, judged: readonly FleetRow[]): void {
    if (this.subscriber.closed) {
      return;
    }
    const { selection, range } = this.request;
    const { view } = state;
    const { rows, absent } = selectRows(judged, selection);
    const { curves, notices, done: curvesDone } = this.curvesOf(state, rows);
    const fleetDone = this.isWhole(state);
    const done = this.over || (fleetDone && curvesDone && this.tests !== null);
    if (done && (view.state === 'empty' || view.services.length === 0)) {
      this.refuse(refusalOf(view));
      return;
    }
    if (done && rows.length === 0 && absent.length > 0) {
      this.refuse(`${absentText(absent)} Choose another one, or open the fleet page to see which there are.`);
      return;
    }
    if (view.services.length === 0) {
      return;
    }
    this.subscriber.next({
      state,
      rows,
      curves,
      loadTests: this.tests ?? [],
      share: view.progress?.share ?? (fleetDone ? 1 : 0),
      done,
      notices: [
        ...(done ? absentNotices(absent) : []),
        ...rangeNotices(range, state.context.now, state.settings.historyDays),
        ...notices,
        ...this.testNotices,
        ...view.notices,
      ],
    });
    if (done) {
      this.subscriber.complete();
    }
  }

  private curvesOf(state: FleetState, rows: readonly FleetRow[]): CurvesRead {
    const { curves, selection, range } = this.request;
    if (curves.length === 0) {
      return { curves: new Map(), notices: [], done: true };
    }
    const settled = state.view.readAt !== null || selection.services.length > 0;
    return settled && rows.length <= MOST_NARROW
      ? this.narrow.read(state, rows)
      : fleetCurves(state, rows, range, curves);
  }

  /** True when reading on would show nothing new. A picture that is too old is read again first. */
  private isWhole({ view, context }: FleetState): boolean {
    const { clock, fleet, notBefore } = this.tools;
    if (view.state === 'empty') {
      return true;
    }
    if (
      view.state === 'loading' ||
      view.readAt === null ||
      (view.progress !== null && this.request.until === 'figures')
    ) {
      return false;
    }
    const old = view.readAt < Math.max(notBefore(), this.askedAt - FRESH);
    if (old && !this.refreshed) {
      this.refreshed = true;
      fleet.readAgain();
    }
    // Drawn since we asked and still old: the source gives nothing newer, which its notices say.
    return !old || (context.now > this.askedAt + SECOND && clock.now() > notBefore() + SECOND);
  }

  private refuse(refused: string): void {
    this.subscriber.next({ refused });
    this.subscriber.complete();
  }
}

function absentText(absent: readonly string[]): string {
  const named = absent.slice(0, MOST_NAMED);
  const more = absent.length - named.length;
  return `Not among the services you may see: ${writeList([...named, ...(more > 0 ? [`${more} more`] : [])])}.`;
}

const absentNotices = (absent: readonly string[]): readonly Notice[] =>
  absent.length === 0
    ? []
    : [
        {
          id: 'absent',
          severity: 'error',
          title: absentText(absent),
          detail: 'They were never seen in the history that is kept, are hidden by the catalogue, or are misspelt.',
        },
      ];
