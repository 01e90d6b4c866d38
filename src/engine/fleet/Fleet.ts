import { catchError, from, map, Observable, of, ReplaySubject, share, type Subscriber } from 'rxjs';
import { MINUTE } from '../../domain/base/Duration';
import type { ServiceRef } from '../../domain/catalogue/ServiceRef';
import type { AthStore } from '../../ports/AthStore';
import type { BenchmarkStore } from '../../ports/BenchmarkStore';
import type { Clock } from '../../ports/Clock';
import type { DataSources } from '../../ports/DataSources';
import type { Identity } from '../../ports/Identity';
import type { Ledger } from '../../ports/Ledger';
import type { Metrics } from '../../ports/Metrics';
import type { SettingsStore } from '../../ports/SettingsStore';
import type { QueryLayer } from '../queries/QueryLayer';
import { FleetRun } from './FleetRun';
import type { FleetState } from './FleetState';
import type { FleetUseCase } from './FleetUseCase';
import type { FleetView } from './FleetView';
import { narrowedFor } from './narrowedFor';

/** How long a fill goes on after the last page that looked at it has gone. */
const DETACHED = 10 * MINUTE;

export interface FleetPorts {
  readonly clock: Clock;
  readonly dataSources: DataSources;
  readonly settings: SettingsStore;
  readonly metrics: Metrics;
  readonly benchmarks: BenchmarkStore;
  readonly aths: AthStore;
  readonly identity: Identity;
  readonly ledger: Pick<Ledger, 'durable' | 'recall' | 'remember'>;
}

/** One reading of the fleet, shared by everything on the page that looks at it. */
export class Fleet implements FleetUseCase {
  private run: FleetRun | null = null;
  private latest: FleetState | null = null;
  private readonly closed = new AbortController();
  private readonly shared: Observable<FleetState>;

  constructor(
    private readonly ports: FleetPorts,
    private readonly layer: QueryLayer
  ) {
    this.shared = this.share();
  }

  watch(): Observable<FleetView> {
    return this.shared.pipe(map(({ view }) => view));
  }

  /** The view with what it was made of, for use cases that go on from there. */
  state(): Observable<FleetState> {
    return this.shared;
  }

  refresh(): void {
    this.layer.tryAgain();
    this.readAgain();
  }

  /** As `refresh`, but a source that does not answer keeps its pause: nobody stands before it and waits. */
  readAgain(): void {
    this.run?.refresh();
  }

  narrowed(expr: string, service: ServiceRef): string | null {
    return narrowedFor(this.latest?.readings ?? [], expr, service);
  }

  /** Reads settings and records again, for whoever subscribes from now on: after settings or a benchmark were saved. */
  reload(): void {
    this.run?.reload();
  }

  /** Ends a reading that goes on without anybody looking. */
  close(): void {
    this.closed.abort();
  }

  private share(): Observable<FleetState> {
    return new Observable<FleetState>((subscriber) => this.start(subscriber)).pipe(
      share({
        connector: () => new ReplaySubject<FleetState>(1),
        resetOnRefCountZero: () => from(this.ports.clock.sleep(DETACHED, this.closed.signal)).pipe(catchError(() => of(undefined))),
      })
    );
  }

  private start(subscriber: Subscriber<FleetState>): () => void {
    const run = new FleetRun(this.ports, this.layer, (state) => {
      this.latest = state;
      subscriber.next(state);
    });
    this.run = run;
    run.start();
    return () => {
      run.stop();
      this.run = null;
    };
  }
}
