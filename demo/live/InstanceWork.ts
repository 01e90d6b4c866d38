import { type ServiceDefinition } from '../history/serviceDefinition';
import { serviceTime } from './serviceTime';
import { SlotPool } from './SlotPool';
import { WorkerQueue } from './workerQueue';

/** Seconds of waiting at the limit before requests are refused. */
const LONGEST_WAIT = 1.2;

export interface InstanceWorkOptions {
  readonly service: ServiceDefinition;
  /** Mean CPU of a request, milliseconds. */
  readonly cpuMs: number;
  readonly random: () => number;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
  readonly after: (ms: number, done: () => void) => void;
}

/**
 * What a request goes through in one instance, without HTTP: it waits for a connection of the pool if the service has one,
 * holds a worker for its CPU time, waits for others, and may be refused at either queue.
 */
export class InstanceWork {
  private readonly queue: WorkerQueue;
  private readonly pool: SlotPool | null;
  private readonly startedAt: number;
  private inFlightNow = 0;

  constructor(private readonly options: InstanceWorkOptions) {
    const { service, cpuMs, now, after } = options;
    this.startedAt = now();
    this.queue = new WorkerQueue({ workers: service.cores, bound: Math.ceil((LONGEST_WAIT * service.cores * 1000) / cpuMs), now, after });
    this.pool = service.pool ? new SlotPool(service.pool.size, Math.ceil((LONGEST_WAIT * service.pool.size * 1000) / service.pool.holdMs)) : null;
  }

  get inFlight(): number {
    return this.inFlightNow;
  }

  get poolInUse(): number {
    return this.pool?.inUse ?? 0;
  }

  cpuSeconds(): number {
    const { service, now } = this.options;
    return this.queue.busySeconds() + (service.idleCpu * (now() - this.startedAt)) / 1000;
  }

  /** Serves one request of the given mean CPU; `finish` gets the status. */
  serve(cpuMs: number, finish: (status: number) => void): void {
    this.inFlightNow += 1;
    const end = (status: number): void => {
      this.inFlightNow -= 1;
      finish(status);
    };
    const { pool } = this;
    const { service, now } = this.options;
    if (!pool) {
      this.compute(cpuMs, service.ioMs, now(), end);
      return;
    }
    // A connection is held through computing and waiting, so that its mean hold is that of the table.
    const waitMs = Math.max(0, (service.pool?.holdMs ?? 0) - this.options.cpuMs);
    const taken = pool.acquire(now(), (gotAt) =>
      this.compute(cpuMs, waitMs, gotAt, (status, dueAt) => {
        pool.release(dueAt);
        end(status);
      })
    );
    if (!taken) {
      end(503);
    }
  }

  /** Moments are those at which a step was due, so that late timers add to latency but never take capacity away. */
  private compute(cpuMs: number, waitMs: number, at: number, end: (status: number, dueAt: number) => void): void {
    const { service, random, now, after } = this.options;
    const whenComputed = (computedAt: number): void => {
      const status = random() < service.errorShare ? 500 : 200;
      const dueAt = computedAt + serviceTime(waitMs, random);
      after(Math.max(0, dueAt - now()), () => end(status, dueAt));
    };
    if (!this.queue.offer(serviceTime(cpuMs, random), whenComputed, at)) {
      end(503, at);
    }
  }
}
