import { BehaviorSubject, type Observable } from 'rxjs';
import type { QueryStats } from '../../ports/Metrics';
import type { QueryLayerStats } from './QueryLayer';

const NOTHING: QueryLayerStats = {
  queries: 0,
  samples: 0,
  bytes: 0,
  milliseconds: 0,
  fromLedger: 0,
  inFlight: 0,
  waiting: 0,
  samplesToday: 0,
};

/** Counts what the layer did since the page was loaded. */
export class StatsCounter {
  private readonly subject = new BehaviorSubject<QueryLayerStats>(NOTHING);
  readonly stats: Observable<QueryLayerStats> = this.subject.asObservable();

  sent(): void {
    this.change({ queries: this.subject.value.queries + 1 });
  }

  answered(stats: QueryStats, samples: number): void {
    const before = this.subject.value;
    this.change({
      samples: before.samples + samples,
      bytes: before.bytes + stats.bytes,
      milliseconds: before.milliseconds + stats.milliseconds,
    });
  }

  takenFromLedger(points: number): void {
    this.change({ fromLedger: this.subject.value.fromLedger + points });
  }

  slots(inFlight: number, waiting: number): void {
    this.change({ inFlight, waiting });
  }

  today(samplesToday: number): void {
    this.change({ samplesToday });
  }

  private change(part: Partial<QueryLayerStats>): void {
    this.subject.next({ ...this.subject.value, ...part });
  }
}
