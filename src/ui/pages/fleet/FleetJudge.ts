import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { judgeOne } from './judgeOne';
import type { JudgedFleet } from './JudgedFleet';
import type { JudgedService } from './JudgedService';

export interface FleetJob {
  readonly services: readonly ServiceFacts[];
  readonly growth: number;
  readonly now: number;
}

/** How slices are laid out in time; replaced in tests. */
export interface Slicing {
  readonly budgetMs: number;
  /** Runs the next slice later, in a task of its own. @returns how to call it off */
  later(slice: () => void): () => void;
  time(): number;
}

const BROWSER: Slicing = {
  budgetMs: 12,
  later: (slice) => {
    const timer = setTimeout(slice, 0);
    return () => clearTimeout(timer);
  },
  time: () => performance.now(),
};

/**
 * Judges a fleet without holding the main thread: a slice of services a task. A job that is running is finished, of jobs
 * that arrive meanwhile only the newest is kept: a slider that never rests still moves the table. Verdicts on facts that
 * did not change, under the same growth and time, are taken over.
 */
export class FleetJudge {
  private kept = new Map<ServiceFacts, JudgedService>();
  private keptFor: FleetJob | null = null;
  private waiting: FleetJob | null = null;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly publish: (fleet: JudgedFleet) => void,
    private readonly slicing: Slicing = BROWSER
  ) {}

  submit(job: FleetJob): void {
    if (this.cancel !== null) {
      this.waiting = job;
      return;
    }
    this.run(job, []);
  }

  /** Drops running and waiting jobs. */
  stop(): void {
    this.cancel?.();
    this.cancel = null;
    this.waiting = null;
  }

  private run(job: FleetJob, done: JudgedService[]): void {
    const until = this.slicing.time() + this.slicing.budgetMs;
    while (done.length < job.services.length && this.slicing.time() < until) {
      const facts = job.services[done.length];
      if (facts) {
        done.push(this.judge(facts, job));
      }
    }
    if (done.length < job.services.length) {
      this.cancel = this.slicing.later(() => this.run(job, done));
      return;
    }
    this.finish(job, done);
  }

  private judge(facts: ServiceFacts, job: FleetJob): JudgedService {
    const before = this.kept.get(facts);
    if (before && this.keptFor?.growth === job.growth && this.keptFor.now === job.now) {
      return before;
    }
    return judgeOne(facts, job, this.keptFor?.now === job.now ? before : undefined);
  }

  private finish(job: FleetJob, services: JudgedService[]): void {
    this.cancel = null;
    this.kept = new Map(services.map((s) => [s.facts, s]));
    this.keptFor = job;
    this.publish({ services, growth: job.growth, now: job.now });
    const next = this.waiting;
    this.waiting = null;
    if (next !== null) {
      this.cancel = this.slicing.later(() => this.run(next, []));
    }
  }
}
