import type { RawSample } from '../../domain/guards/RawSample';
import type { RoutingPool } from '../../domain/routing/poolSchema';

const KEPT_MS = 65_000;

/** The router's own counters as the contract showed them, look by look. Times are the keeper's clock. */
export class CounterRing {
  private readonly sent = new Map<string, RawSample[]>();
  private readonly at: number[] = [];

  /** False when the pool shows no counters for some member: then traffic must be measured by the metrics. */
  usable = false;

  add({ members, serverTime }: RoutingPool): void {
    if (serverTime <= (this.at.at(-1) ?? -Infinity)) {
      return;
    }
    this.usable = members.length > 0 && members.every((m) => m.counters?.sent !== undefined);
    if (!this.usable) {
      return;
    }
    // Another set of members: what was counted before does not line up with it.
    if (this.at.length > 0 && (members.length !== this.sent.size || members.some((m) => !this.sent.has(m.id)))) {
      this.at.length = 0;
      this.sent.clear();
    }
    this.at.push(serverTime);
    for (const { id, counters } of members) {
      const kept = this.sent.get(id) ?? [];
      kept.push({ at: serverTime, value: counters?.sent ?? 0 });
      this.sent.set(id, kept);
    }
    this.forget(serverTime - KEPT_MS);
  }

  private forget(before: number): void {
    const old = this.at.findIndex((at) => at >= before);
    if (old > 0) {
      this.at.splice(0, old);
      this.sent.forEach((samples) => samples.splice(0, old));
    }
  }

  get newest(): number | null {
    return this.at.at(-1) ?? null;
  }

  /** First look at or after a time. */
  firstFrom(from: number): number | null {
    return this.at.find((at) => at >= from) ?? null;
  }

  /** What was counted from a time on. */
  members(from: number): ReadonlyArray<{ readonly id: string; readonly sent: readonly [readonly RawSample[]] }> {
    const first = this.at.findIndex((at) => at >= from);
    return [...this.sent].map(([id, samples]) => ({ id, sent: [first < 0 ? [] : samples.slice(first - this.at.length)] }));
  }
}
