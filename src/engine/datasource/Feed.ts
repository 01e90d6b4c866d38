import { Observable } from 'rxjs';
import type { AppStatus } from '../../ports/AppStatus';
import type { Fleet, FleetPorts } from '../fleet/Fleet';
import type { QueryLayer } from '../queries/QueryLayer';
import { AppGate } from './AppGate';
import type { CapacityFeed } from './CapacityFeed';
import { CurveDesk } from './CurveDesk';
import type { FeedAnswer, FeedRefusal, FeedRequest } from './FeedAnswer';
import { FeedRun } from './FeedRun';
import type { LoadTestLog } from './LoadTestLog';
import { RevisionWatch } from './RevisionWatch';

export interface FeedPorts extends Pick<FleetPorts, 'clock' | 'settings' | 'benchmarks' | 'aths'> {
  readonly app: AppStatus;
  readonly loadTests: LoadTestLog;
}

/** One fleet for all panels of a data source: what one of them reads, all of them have. */
export class Feed implements CapacityFeed {
  private readonly desk: CurveDesk;
  private readonly gate: AppGate;
  private readonly revisions: RevisionWatch;
  /** An answer drawn before this moment is not what was asked for. */
  private notBefore = 0;

  constructor(
    private readonly ports: FeedPorts,
    private readonly fleet: Pick<Fleet, 'state' | 'readAgain' | 'reload'>,
    layer: QueryLayer
  ) {
    this.desk = new CurveDesk(layer, ports.clock);
    this.gate = new AppGate(ports.app, ports.clock);
    this.revisions = new RevisionWatch(ports, () => {
      this.notBefore = ports.clock.now();
      fleet.reload();
    });
  }

  watch(request: FeedRequest): Observable<FeedAnswer | FeedRefusal> {
    return new Observable((subscriber) => {
      const { clock, loadTests } = this.ports;
      const run = new FeedRun(
        { clock, loadTests, fleet: this.fleet, desk: this.desk, gate: this.gate, notBefore: () => this.notBefore },
        request,
        subscriber
      );
      void this.revisions.look();
      run.start();
      return () => run.stop();
    });
  }
}
