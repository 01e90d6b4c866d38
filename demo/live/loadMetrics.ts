import { Counter, Gauge, Registry } from 'prom-client';

export type LoadOutcome = 'ok' | 'error' | 'refused' | 'failed' | 'dropped';

/** The load generator's account of itself: what it offered, what became of it, what it had to drop. */
export class LoadMetrics {
  readonly registry = new Registry();
  private readonly requests = new Counter({
    name: 'loadgen_requests_total',
    help: 'Requests by outcome; dropped ones were due but never sent, because too many were outstanding.',
    labelNames: ['service', 'outcome'],
    registers: [this.registry],
  });
  private readonly outstanding = new Gauge({
    name: 'loadgen_requests_outstanding',
    help: 'Requests sent and not answered.',
    labelNames: ['service'],
    registers: [this.registry],
  });
  private readonly offered = new Gauge({
    name: 'loadgen_offered_rate',
    help: 'Requests per second that the demand model asks for now.',
    labelNames: ['service'],
    registers: [this.registry],
  });

  count(service: string, outcome: LoadOutcome): void {
    this.requests.inc({ service, outcome });
  }

  tell(service: string, outstanding: number, rate: number): void {
    this.outstanding.set({ service }, outstanding);
    this.offered.set({ service }, rate);
  }
}
