import { Pool } from 'undici';
import { demandAt } from '../model/demandAt';
import { type Timeline } from '../model/timeline';
import { type LiveTarget } from './liveTargets';
import { type LoadMetrics, type LoadOutcome } from './loadMetrics';
import { PoissonArrivals } from './poissonArrivals';
import { routePicker } from './routePicker';

const MOST_OUTSTANDING = 600;
const CONNECTIONS = 256;
const ANSWER_TIMEOUT = 10_000;

function outcomeOf(status: number): LoadOutcome {
  if (status < 500) {
    return 'ok';
  }
  return status === 503 ? 'refused' : 'error';
}

/** Open-loop load on one live service, through the router. */
export class ServiceLoad {
  private readonly pool: Pool;
  private readonly arrivals: PoissonArrivals;
  private readonly pick: () => string;
  private readonly rateAt: (at: number) => number;
  private readonly name: string;
  private outstanding = 0;

  constructor(
    target: LiveTarget,
    timeline: Timeline,
    private readonly metrics: LoadMetrics
  ) {
    const { service } = target;
    this.name = service.name;
    this.rateAt = (at) => demandAt(service, timeline, at);
    this.pick = routePicker(service.routes, Math.random);
    this.arrivals = new PoissonArrivals(this.rateAt, Math.random, Date.now());
    this.pool = new Pool(`http://127.0.0.1:${target.frontend}`, {
      connections: CONNECTIONS,
      headersTimeout: ANSWER_TIMEOUT,
      bodyTimeout: ANSWER_TIMEOUT,
    });
  }

  tick(now: number): void {
    for (let due = this.arrivals.due(now); due > 0; due--) {
      if (this.outstanding >= MOST_OUTSTANDING) {
        this.metrics.count(this.name, 'dropped');
      } else {
        void this.send();
      }
    }
    this.metrics.tell(this.name, this.outstanding, this.rateAt(now));
  }

  private async send(): Promise<void> {
    this.outstanding += 1;
    try {
      const { statusCode, body } = await this.pool.request({ path: this.pick(), method: 'GET' });
      await body.dump();
      this.metrics.count(this.name, outcomeOf(statusCode));
    } catch {
      this.metrics.count(this.name, 'failed');
    } finally {
      this.outstanding -= 1;
    }
  }
}
