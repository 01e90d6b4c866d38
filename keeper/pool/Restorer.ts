import type { OverrideEndCause } from '../../src/domain/routing/poolSchema';
import { KEEPER_ACTOR } from './KEEPER_ACTOR';
import { planRestore, type RestorePlan } from './planRestore';
import type { PoolReading } from './PoolReading';
import type { WriteResult } from '../routers/RouterAdapter';
import type { OverrideRecord, Weights } from './PoolRecord';
import type { PoolState } from './PoolState';
import { UNNAMED_ACTOR } from './UNNAMED_ACTOR';

/** How long a write that ended unknown is watched for. */
const LATE_WRITE_WATCH_MS = 600_000;

/** A write of the baseline that has no answer by then is sent again. */
const INSIST_AFTER_MS = 250;

const isNamed = (actor: string): boolean => actor !== KEEPER_ACTOR && actor !== UNNAMED_ACTOR;

/**
 * Ends leases and puts baselines back. Ending is immediate and never waits for anything: from that moment nothing of the lease is valid.
 * Restoring then goes on, once a second, until a look at the router confirms it.
 */
export class Restorer {
  private running: Promise<boolean> | null = null;
  /** A slow router has the baseline already; writing it again before this would only put the moment off. */
  private quietUntil = 0;

  constructor(private readonly state: PoolState) {}

  /** Ends the live lease, if any, and begins to restore. The promise is that the end is on disk. */
  end(cause: OverrideEndCause, detail: string, actor: string = KEEPER_ACTOR): Promise<void> {
    const { state } = this;
    const override = state.record.override;
    if (override === null || override.ending !== null) {
      return Promise.resolve();
    }
    const at = state.ports.clock.wallMs();
    const lease = { pool: state.settings.id, leaseId: override.leaseId, tokenHash: override.tokenHash, runId: override.runId, cause, at };
    state.lease = null;
    this.quietUntil = 0;
    state.ended.add(lease);
    state.audit(cause === 'stopped' ? 'stopped' : 'ended', actor, detail === '' ? cause : `${cause}: ${detail}`, override);
    state.ports.gauges.restored(state.settings.id, cause);
    const saved = state.saveBestEffort(
      {
        override: { ...override, ending: cause },
        revision: state.record.revision + 1,
        lastEnd: { leaseId: override.leaseId, runId: override.runId, cause, at, ...(isNamed(actor) && { by: actor }) },
      },
      [{ kind: 'lease-ended', lease }]
    );
    void this.restore();
    return saved;
  }

  /** One attempt; true when the baseline is back, or as well known to be back as this router allows. */
  restore(): Promise<boolean> {
    this.running ??= this.attempt().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async attempt(): Promise<boolean> {
    const { state } = this;
    const override = state.record.override;
    if (override === null || override.ending === null) {
      return true;
    }
    const raises = [...state.inFlight];
    if (!(await this.putBack(override))) {
      return false;
    }
    if (raises.length > 0) {
      // A raise was still on its way: it may have landed after the baseline did.
      await Promise.allSettled(raises);
      this.quietUntil = 0;
      if (!(await this.putBack(override))) {
        return false;
      }
    }
    await this.finish(override);
    return true;
  }

  private async putBack(override: OverrideRecord): Promise<boolean> {
    const { state } = this;
    const reading = await state.line.tryRead();
    const plan = planRestore({ ...override, tried: { ...override.tried, ...this.withUncertain(override) } }, reading);
    this.markDiverged(override, plan);
    if (Object.keys(plan.weights).length === 0) {
      await this.fenceOff(override, reading);
      return reading !== null;
    }
    if (state.now() < this.quietUntil) {
      return false;
    }
    const result = await this.insist(plan.weights, override.baseline);
    switch (result.kind) {
      case 'applied':
        return true;
      case 'accepted':
        this.quietUntil = state.now() + state.line.traits.propagationMs.max;
        return !plan.readable;
      case 'stale-fence':
        state.leapFence();
        return false;
      case 'ignored':
      case 'failed':
        state.ports.log.error({ pool: state.settings.id, detail: result.detail }, 'the baseline could not be put back; trying again');
        return false;
    }
  }

  /**
   * A write that is not answered soon is sent again under a newer number while the first is still waited for: the target may stand above its
   * ceiling all that time, and the baseline is the same however often it arrives.
   */
  private async insist(weights: Weights, baseline: Weights): Promise<WriteResult> {
    const { state } = this;
    const write = () => state.line.write({ fence: state.nextFence(), weights, baseline, ttlMs: 0 });
    const first = write();
    const waiting = new AbortController();
    const soon = await Promise.race([first, state.ports.clock.sleep(INSIST_AFTER_MS, waiting.signal).then(() => null)]);
    waiting.abort();
    return soon ?? Promise.race([first, write()]);
  }

  /** The baseline is there, but a write of a keeper that died may be on its way: a newer number makes a router that compares refuse it. */
  private async fenceOff(override: OverrideRecord, reading: PoolReading | null): Promise<void> {
    const { state } = this;
    const weights = Object.fromEntries((reading?.members ?? []).filter((m) => m.weight !== null && m.weight === override.baseline[m.id]).map((m) => [m.id, m.weight ?? 0]));
    if (Object.keys(state.uncertain).length > 0 && Object.keys(weights).length > 0) {
      await state.line.write({ fence: state.nextFence(), weights, baseline: override.baseline, ttlMs: 0 });
    }
  }

  private withUncertain(override: OverrideRecord): Record<string, readonly number[]> {
    return Object.fromEntries(Object.entries(this.state.uncertain).map(([t, weights]) => [t, [...(override.tried[t] ?? []), ...weights]]));
  }

  private markDiverged(override: OverrideRecord, plan: RestorePlan): void {
    const { state } = this;
    const targets = Object.keys(plan.diverged);
    if (targets.length === 0 || state.record.diverged !== null) {
      return;
    }
    const detail = `somebody else changed ${targets.join(', ')}; left at ${targets.map((t) => plan.diverged[t]).join(', ')}, baseline ${targets.map((t) => override.baseline[t]).join(', ')}`;
    state.audit('diverged', KEEPER_ACTOR, detail, override);
    state.ports.log.error({ pool: state.settings.id, detail }, 'the pool has diverged; an admin must clear it');
    state.ports.gauges.restored(state.settings.id, 'diverged');
    const baseline = Object.fromEntries(targets.map((t) => [t, override.baseline[t] ?? 0]));
    void state.saveBestEffort({ diverged: { since: state.ports.clock.wallMs(), detail, targets: baseline } });
  }

  private async finish(override: OverrideRecord): Promise<void> {
    const { state } = this;
    const tried = state.uncertain;
    const earlier = state.record.late;
    const late = Object.keys(tried).length === 0 ? earlier : { tried: { ...earlier?.tried, ...tried }, baseline: { ...earlier?.baseline, ...override.baseline }, until: state.ports.clock.wallMs() + LATE_WRITE_WATCH_MS };
    state.uncertain = {};
    state.audit('restored', KEEPER_ACTOR, `the baseline is back after: ${override.ending ?? 'stopped'}`, override);
    await state.saveBestEffort({ override: null, late });
  }
}
