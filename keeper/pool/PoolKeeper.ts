import type { DryRunAnswer, OverrideAnswer, RenewAnswer } from '../../src/domain/routing/answerSchema';
import { basisPointsOf } from '../../src/domain/routing/BasisPoints';
import type { RoutingPool } from '../../src/domain/routing/poolSchema';
import type { RenewRequest } from '../../src/domain/routing/requestSchema';
import { doneWithin } from '../clock/doneWithin';
import type { JournalEntry } from '../journal/JournalEntry';
import { admitRenewal } from './admitCaller';
import { evidenceRefusal, ttlOutOfRange } from './admitRequest';
import { expectedBaseline } from './expectedBaseline';
import { OverrideWriter } from './OverrideWriter';
import type { Weights } from './PoolRecord';
import type { PoolState } from './PoolState';
import { PoolWatch } from './PoolWatch';
import { overrideView, poolView } from './poolView';
import { withWeights } from './quantise';
import { accept, refuse, type KeeperAnswer } from './Refusal';
import { Restorer } from './Restorer';
import { SerialLock } from './SerialLock';
import { servingShares } from './servingShares';
import { statedAt } from './statedAt';
import { STOP_ANSWER_MS } from './STOP_ANSWER_MS';
import type { WriteCall } from './WriteCall';

const POLL_AFTER_MS = 500;
const FORCE_ATTEMPTS = 12;
/** A keeper that died on a full disk may have handed out numbers its journal never saw. */
const RESTART_LEAP = 1000;

/** Everything that can be asked of one pool. */
export class PoolKeeper {
  readonly watch: PoolWatch;
  readonly restorer: Restorer;
  private readonly writer: OverrideWriter;
  private readonly lock = new SerialLock();

  constructor(readonly state: PoolState) {
    this.restorer = new Restorer(state);
    this.watch = new PoolWatch(state, this.restorer);
    this.writer = new OverrideWriter(state, this.restorer);
  }

  /** A keeper that finds an override on start ends it: whoever held it has lost it. True when nothing is left to be put back. */
  recover(): Promise<boolean> {
    const { record } = this.state;
    const { override } = record;
    if (this.state.recalled) {
      this.state.record = { ...record, revision: record.revision + RESTART_LEAP, fence: record.fence + RESTART_LEAP };
    }
    this.state.ports.gauges.overrides(this.state.settings.id, override !== null);
    // What the dead keeper had on its way to the router may still arrive.
    this.state.uncertain = { ...override?.tried };
    if (override !== null && override.ending === null) {
      void this.restorer.end('keeper_restarted', 'the keeper was started and found the override in its journal');
    }
    return this.restorer.restore();
  }

  async view(): Promise<RoutingPool> {
    this.watch.expireIfDue();
    return poolView(this.state, await this.state.line.tryRead());
  }

  put(call: WriteCall): Promise<KeeperAnswer<OverrideAnswer>> {
    return this.lock.run(() => {
      this.watch.expireIfDue();
      return this.writer.write(call);
    });
  }

  dryRun(call: WriteCall): Promise<KeeperAnswer<DryRunAnswer>> {
    this.watch.expireIfDue();
    return this.writer.dryRun(call);
  }

  /** Prolongs the lease on fresh evidence; touches no weight and revives nothing. */
  renew(request: RenewRequest, dryRun: boolean): Promise<KeeperAnswer<RenewAnswer>> {
    const stated = statedAt(this.state.ports.clock, request.asOf);
    return this.lock.run(async () => {
      const { state } = this;
      this.watch.expireIfDue();
      const refused = admitRenewal(state, request.leaseToken) ?? ttlOutOfRange(state, request.ttlSeconds) ?? evidenceRefusal(state, stated, request.evidenceAgeMs, request.ttlSeconds);
      const { lease, record } = state;
      if (refused !== null || lease === null || record.override === null) {
        return refused ?? refuse('lease_expired', 'nothing is overridden here');
      }
      if (dryRun) {
        return this.renewed();
      }
      const { leaseId } = record.override;
      const evidenceAt = stated - request.evidenceAgeMs;
      const deadline = Math.min(lease.hardDeadline, evidenceAt + request.ttlSeconds * 1000);
      const result = await state.line.prolong(record.fence, Math.max(0, Math.round(deadline - state.now())));
      if (!state.holds(leaseId) || state.lease === null) {
        return admitRenewal(state, request.leaseToken) ?? refuse('lease_expired', 'the lease ended while it was being renewed');
      }
      if (result.kind === 'ignored' || result.kind === 'failed' || result.kind === 'stale-fence') {
        return refuse('router_failed', `the router did not prolong its lease (${result.kind === 'stale-fence' ? 'it has a newer write' : result.detail}); the old deadline stands`);
      }
      state.lease = { ...state.lease, evidenceAt, deadline };
      return this.renewed();
    });
  }

  /** Restores the baseline. Waits for nobody: a raise on its way finds the lease gone. */
  async stop(runId: string | null, actor: string): Promise<KeeperAnswer<OverrideAnswer>> {
    return this.answerWhenRestored([this.tombstone(runId, actor), this.restorer.end('stopped', '', actor)]);
  }

  /** As a stop by the freeze: the same, under its own cause. True when the baseline is back and written down. */
  async freeze(actor: string, reason: string): Promise<boolean> {
    if (this.state.record.override === null) {
      return true;
    }
    return this.restoredAndSaved([this.tombstone(null, actor), this.restorer.end('frozen', reason, actor)]);
  }

  /** What a stop would write. */
  async dryRunStop(): Promise<KeeperAnswer<DryRunAnswer>> {
    const reading = await this.state.line.tryRead();
    const baseline = this.state.record.override?.baseline ?? {};
    return this.describeWrite(reading?.members ?? [], baseline);
  }

  /** Writes the baseline over whatever somebody else left, and clears the mark. */
  async breakGlass(actor: string): Promise<KeeperAnswer<OverrideAnswer>> {
    const { state } = this;
    const saved = [this.tombstone(null, actor), this.restorer.end('stopped', 'break glass', actor)];
    await this.restoredInTime();
    const weights = await this.strayWeights();
    if (weights === null) {
      return refuse('router_failed', 'the router cannot be read, so nothing was written; try again');
    }
    if (Object.keys(weights).length > 0) {
      if (!(await this.force(weights))) {
        return refuse('router_failed', 'the router did not take the baseline; the mark stays');
      }
    }
    state.audit('break_glass', actor, `baseline forced on ${Object.keys(weights).join(', ') || 'nobody'}`, null);
    return this.answerWhenRestored([...saved, state.saveBestEffort({ diverged: null, revision: state.record.revision + 1 })]);
  }

  private async force(weights: Weights): Promise<boolean> {
    const { state } = this;
    for (let attempt = 0; attempt < FORCE_ATTEMPTS; attempt += 1) {
      const result = await state.line.write({ fence: state.nextFence(), weights, baseline: weights, ttlMs: 0 });
      if (result.kind !== 'stale-fence') {
        return result.kind === 'applied' || result.kind === 'accepted';
      }
      state.leapFence();
    }
    return false;
  }

  async dryRunBreakGlass(): Promise<KeeperAnswer<DryRunAnswer>> {
    const reading = await this.state.line.tryRead();
    return this.describeWrite(reading?.members ?? [], (await this.strayWeights()) ?? {});
  }

  /** Baseline of every member whose weight is another, and of every target marked that is still there; null = the router cannot be read. */
  private async strayWeights(): Promise<Weights | null> {
    const { state } = this;
    const reading = await state.line.tryRead();
    if (reading === null) {
      return null;
    }
    const { baseline } = expectedBaseline(state.settings.baseline, state.record.baseline, reading);
    const stray = reading.members.filter((m) => baseline[m.id] !== undefined && m.weight !== baseline[m.id]).map((m): [string, number] => [m.id, baseline[m.id] ?? 0]);
    const marked = Object.entries(state.record.diverged?.targets ?? {}).filter(([target]) => reading.members.some((m) => m.id === target));
    return Object.fromEntries([...stray, ...marked]);
  }

  private describeWrite(members: ReadonlyArray<{ readonly id: string; readonly weight: number | null; readonly serving: boolean }>, weights: Weights): KeeperAnswer<DryRunAnswer> {
    const withShares = (list: typeof members) => {
      const shares = servingShares(list);
      return list.map(({ id, weight }) => ({ id, weight, shareBp: shares === null ? null : basisPointsOf(shares[id] ?? 0) }));
    };
    const after = withShares(withWeights(members, weights));
    return accept(200, {
      shares: Object.fromEntries(after.filter((m) => weights[m.id] !== undefined).map((m) => [m.id, m.shareBp ?? 0])),
      before: withShares(members),
      after,
      nativeRequest: Object.keys(weights).length === 0 ? '' : this.state.line.describe({ fence: this.state.record.fence + 1, weights, baseline: weights, ttlMs: 0 }),
    });
  }

  private renewed(): KeeperAnswer<RenewAnswer> {
    const override = overrideView(this.state);
    return override === null
      ? refuse('lease_expired', 'the lease is over')
      : accept(200, { leaseId: override.leaseId, remainingMs: override.remainingMs, hardRemainingMs: override.hardRemainingMs, serverTime: this.state.ports.clock.wallMs() });
  }

  /** The runs known here and the one named are over for good, and every view of the pool taken before is stale. */
  private tombstone(runId: string | null, actor: string): Promise<void> {
    const { state } = this;
    const known = [...state.ended.knownRuns(), ...(state.record.override === null ? [] : [state.record.override.runId]), ...(runId === null ? [] : [runId])];
    const runs = [...new Set(known)].map((id) => ({ pool: state.settings.id, runId: id, at: state.ports.clock.wallMs() }));
    runs.forEach((run) => state.ended.stop(run));
    if (state.record.override === null) {
      state.audit('stopped', actor, `nothing was overridden; revision ${state.record.revision + 1}`, runId === null ? null : { leaseId: state.record.lastLeaseId, runId });
    }
    return state.saveBestEffort({ revision: state.record.revision + 1 }, runs.map((run): JournalEntry => ({ kind: 'run-stopped', run })));
  }

  private async answerWhenRestored(saved: ReadonlyArray<Promise<void>>): Promise<KeeperAnswer<OverrideAnswer>> {
    const isDone = await this.restoredAndSaved(saved);
    const pool = await this.view();
    return isDone && !this.state.unsaved ? accept(200, { pool }) : accept(202, { pool, pollAfterMs: POLL_AFTER_MS });
  }

  private async restoredAndSaved(saved: ReadonlyArray<Promise<void>>): Promise<boolean> {
    const [isRestored, isSaved] = await Promise.all([this.restoredInTime(), doneWithin(Promise.all(saved), STOP_ANSWER_MS, this.state.ports.clock)]);
    return isRestored && isSaved;
  }

  private async restoredInTime(): Promise<boolean> {
    return (await doneWithin(this.restorer.restore(), STOP_ANSWER_MS, this.state.ports.clock)) && this.state.record.override === null;
  }
}
