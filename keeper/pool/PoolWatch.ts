import { DemandMeter } from './DemandMeter';
import { expectedBaseline } from './expectedBaseline';
import { judgePool } from './judgePool';
import { KEEPER_ACTOR } from './KEEPER_ACTOR';
import type { PoolReading } from './PoolReading';
import type { OverrideRecord } from './PoolRecord';
import type { PoolState } from './PoolState';
import type { Restorer } from './Restorer';

/** What the keeper does with a pool once a second, with nobody calling. */
export class PoolWatch {
  private readonly meter = new DemandMeter();
  private looking: Promise<void> | null = null;

  constructor(
    private readonly state: PoolState,
    private readonly restorer: Restorer
  ) {}

  /** Ends a lease whose time is over. Needs no router, and so never waits. */
  expireIfDue(): void {
    const { lease } = this.state;
    const now = this.state.now();
    if (lease !== null && now >= lease.deadline) {
      const lifetime = lease.deadline >= lease.hardDeadline;
      void this.restorer.end(lifetime ? 'lifetime' : 'expired', lifetime ? 'the longest life of a lease is over' : 'nobody renewed the lease');
    }
  }

  /** A look at a router that is slow to answer is not begun twice. */
  tick(): Promise<void> {
    this.expireIfDue();
    this.looking ??= this.look().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async look(): Promise<void> {
    const { state } = this;
    void state.catchUp();
    const { override } = state.record;
    if (override !== null && override.ending !== null) {
      await this.restorer.restore();
      return;
    }
    const before = state.record.revision;
    const reading = await state.line.tryRead();
    // What was read is only about the override that was there all the time.
    if (reading === null || state.record.revision !== before || state.inFlight.size > 0) {
      return;
    }
    if (override !== null) {
      this.judge(override, reading);
      return;
    }
    await this.catchLateWrite(reading);
    await this.adoptBaseline(reading);
  }

  private judge(override: OverrideRecord, reading: PoolReading): void {
    const { state } = this;
    const { lease } = state;
    const verdict = judgePool(state, reading);
    if (lease === null || verdict === null) {
      return;
    }
    if (verdict.kind === 'ends') {
      void this.restorer.end(verdict.cause, verdict.detail);
      return;
    }
    if (verdict.state === 'applied' && !lease.confirmed) {
      state.lease = { ...lease, confirmed: true };
    }
    this.holdDemand(override, reading, state.now());
  }

  private holdDemand(override: OverrideRecord, reading: PoolReading, now: number): void {
    const rates = this.meter.take(reading, now);
    const ceiling = this.state.lease?.ceilingRps ?? null;
    const above = Object.keys(override.shares).find((t) => ceiling !== null && (rates.get(t) ?? 0) > ceiling);
    if (above !== undefined) {
      void this.restorer.end('ceiling', `${above} was sent ${Math.round(rates.get(above) ?? 0)} requests a second, above ${ceiling}`);
    }
  }

  /** A write nobody heard the end of has landed after the lease it belonged to. */
  private async catchLateWrite(reading: PoolReading): Promise<void> {
    const { state } = this;
    const { late } = state.record;
    if (late === null) {
      return;
    }
    if (state.ports.clock.wallMs() > late.until) {
      await state.saveBestEffort({ late: null });
      return;
    }
    const landed = reading.members.filter((m) => m.weight !== null && m.weight !== late.baseline[m.id] && (late.tried[m.id] ?? []).includes(m.weight));
    if (landed.length === 0) {
      return;
    }
    const weights = Object.fromEntries(landed.map((m) => [m.id, late.baseline[m.id] ?? 0]));
    state.audit('late_write', KEEPER_ACTOR, `a delayed write reached ${landed.map((m) => m.id).join(', ')} and is undone`, state.record.lastEnd);
    state.ports.gauges.restored(state.settings.id, 'late_write');
    await state.line.write({ fence: state.nextFence(), weights, baseline: weights, ttlMs: 0 });
  }

  /** Where neither file nor router says what a weight should be, what is found first, or after a restart of the router, is the baseline. */
  private async adoptBaseline(reading: PoolReading): Promise<void> {
    const { state } = this;
    const { record } = state;
    const restarted = reading.incarnation !== null && record.incarnation !== null && reading.incarnation !== record.incarnation;
    const unknown = expectedBaseline(state.settings.baseline, record.baseline, reading).dirty.length > 0 && record.baseline === null;
    const firstSeen = record.incarnation === null && reading.incarnation !== null;
    if (!restarted && !unknown && !firstSeen) {
      return;
    }
    const readable = reading.members.every((m) => m.weight !== null);
    const baseline = readable && (restarted || unknown) ? Object.fromEntries(reading.members.map((m) => [m.id, m.weight ?? 0])) : record.baseline;
    await state.saveBestEffort({ baseline, incarnation: reading.incarnation });
  }
}
