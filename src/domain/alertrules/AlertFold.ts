import type { Labels } from '../base/Labels';

/** One time that a rule fired for one set of labels. */
export interface AlertInstance {
  readonly labels: Labels;
  /** First evaluation at which it fired, epoch milliseconds. */
  readonly from: number;
  /** First evaluation at which it no longer did; null when it still fires. */
  readonly to: number | null;
}

interface Active {
  readonly labels: Labels;
  readonly since: number;
  firedAt: number | null;
}

/**
 * Pending and firing as Prometheus has them, fed with one evaluation after the other: a breach begins pending; it fires
 * at the first evaluation at least `holdFor` after that; one evaluation without the breach ends it. A point that is not
 * there is no breach.
 */
export class AlertFold {
  private readonly active = new Map<string, Active>();
  private readonly done: AlertInstance[] = [];

  /** @param holdFor milliseconds */
  constructor(private readonly holdFor: number) {}

  /** @param breaches labels of what breaches at `at`, by a key that tells them apart */
  evaluate(at: number, breaches: ReadonlyMap<string, Labels>): void {
    for (const [key, active] of this.active) {
      if (!breaches.has(key)) {
        this.end(key, active, at);
      }
    }
    for (const [key, labels] of breaches) {
      this.goOn(this.active.get(key) ?? this.begin(key, labels, at), at);
    }
  }

  /** What fired so far, in order of beginning; what fires still has no end. */
  instances(): readonly AlertInstance[] {
    const open = [...this.active.values()].flatMap(({ labels, firedAt }) => (firedAt === null ? [] : [{ labels, from: firedAt, to: null }]));
    return [...this.done, ...open].sort((a, b) => a.from - b.from);
  }

  private begin(key: string, labels: Labels, at: number): Active {
    const active: Active = { labels, since: at, firedAt: null };
    this.active.set(key, active);
    return active;
  }

  private goOn(active: Active, at: number): void {
    if (active.firedAt === null && at - active.since >= this.holdFor) {
      active.firedAt = at;
    }
  }

  private end(key: string, { labels, firedAt }: Active, at: number): void {
    this.active.delete(key);
    if (firedAt !== null) {
      this.done.push({ labels, from: firedAt, to: at });
    }
  }
}
