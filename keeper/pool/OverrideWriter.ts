import type { DryRunAnswer, OverrideAnswer } from '../../src/domain/routing/answerSchema';
import { basisPointsOf } from '../../src/domain/routing/BasisPoints';
import type { WriteResult } from '../routers/RouterAdapter';
import { admitCaller } from './admitCaller';
import { admitRequest, raises } from './admitRequest';
import { judgePool } from './judgePool';
import type { Lease } from './Lease';
import { planWrite, type WritePlan } from './planWrite';
import type { PoolReading } from './PoolReading';
import type { OverrideRecord } from './PoolRecord';
import type { PoolState } from './PoolState';
import { poolView } from './poolView';
import { withWeights } from './quantise';
import { accept, refuse, type KeeperAnswer, type Refusal } from './Refusal';
import type { Restorer } from './Restorer';
import { servingShares } from './servingShares';
import { tokenHash } from './tokenHash';
import { isChange, type WriteCall } from './WriteCall';

const LEAST_POLL_MS = 100;

interface Looked {
  readonly plan: WritePlan;
  readonly reading: PoolReading;
}

/**
 * Carries out `PUT /v1/override`: look, judge, write down, write, read back. A stop may come in at every wait;
 * after each the lease is looked at again, and whatever the router was told meanwhile is undone by the restore that follows a stop.
 */
export class OverrideWriter {
  constructor(
    private readonly state: PoolState,
    private readonly restorer: Restorer
  ) {}

  async write(call: WriteCall): Promise<KeeperAnswer<OverrideAnswer>> {
    const looked = await this.look(call);
    return 'kind' in looked ? looked : this.carryOut(call, looked);
  }

  async dryRun(call: WriteCall): Promise<KeeperAnswer<DryRunAnswer>> {
    const looked = await this.look(call);
    if ('kind' in looked) {
      return looked;
    }
    const { plan, reading } = looked;
    const baseline = plan.baseline;
    return accept(200, {
      shares: { ...plan.shares },
      before: membersWithShares(reading.members),
      after: membersWithShares(withWeights(plan.before, plan.weights)),
      nativeRequest: this.state.line.describe({ fence: this.state.record.fence + 1, weights: plan.weights, baseline, ttlMs: call.request.ttlSeconds * 1000 }),
    });
  }

  private async look(call: WriteCall): Promise<Looked | Refusal> {
    const early = this.admit(call);
    if (early !== null) {
      return early;
    }
    const reading = await this.state.line.tryRead();
    if (reading === null) {
      return refuse('router_failed', 'the router cannot be read, so nothing was written');
    }
    const refused = this.admit(call) ?? this.drifted(reading);
    if (refused !== null) {
      return refused;
    }
    const plan = planWrite(this.state, call, reading);
    return plan.kind === 'refused' ? plan : { plan, reading };
  }

  private admit(call: WriteCall): Refusal | null {
    return admitCaller(this.state, call) ?? admitRequest(this.state, call);
  }

  /** A lease whose override is no longer in the router ends here, before it could be written over what somebody else did. */
  private drifted(reading: PoolReading): Refusal | null {
    const verdict = judgePool(this.state, reading);
    if (verdict === null || verdict.kind === 'holds') {
      return null;
    }
    void this.restorer.end(verdict.cause, verdict.detail);
    return verdict.cause === 'diverged' ? refuse('drifted', verdict.detail) : refuse('lease_expired', `the lease ended: ${verdict.cause}: ${verdict.detail}`);
  }

  private async carryOut(call: WriteCall, { plan, reading }: Looked): Promise<KeeperAnswer<OverrideAnswer>> {
    const { state } = this;
    // A stop may have come in since the look; from here to the record there is no wait.
    const overtaken = this.admit(call);
    if (overtaken !== null) {
      return overtaken;
    }
    const taken = isChange(call.request) ? null : state.ports.newToken();
    const raise = raises(state, call);
    const { override, lease } = taken === null ? this.changed(call, plan, raise) : this.acquired(call, plan, reading, taken);
    state.lease = lease;
    state.audit(taken === null ? kindOfChange(state, call) : 'acquired', call.actor, describeShares(override.shares), override);
    const fence = state.nextFence();
    try {
      await state.save({ override, lastLeaseId: override.leaseId, revision: state.record.revision + 1 });
    } catch (reason) {
      state.ports.log.error({ pool: state.settings.id, err: reason }, 'the journal cannot be written');
      await this.restorer.end('router_error', 'the journal cannot be written');
      return refuse('internal', 'the journal cannot be written, so nothing was sent to the router; the lease is over');
    }
    if (!state.holds(override.leaseId)) {
      return this.overtaken(override);
    }
    const result = await this.send(override, plan.weights, fence);
    return state.holds(override.leaseId) ? this.conclude(override, result, taken) : this.overtaken(override);
  }

  private async send(override: OverrideRecord, weights: Readonly<Record<string, number>>, fence: number): Promise<WriteResult> {
    const { state } = this;
    const ttlMs = Math.max(0, Math.round((state.lease?.deadline ?? state.now()) - state.now()));
    const sent = state.line.write({ fence, leaseId: override.leaseId, weights, baseline: override.baseline, ttlMs });
    state.inFlight.add(sent);
    try {
      const result = await sent;
      if (result.kind === 'failed' || result.kind === 'accepted') {
        Object.entries(weights).forEach(([t, weight]) => (state.uncertain[t] = [...(state.uncertain[t] ?? []), weight]));
      }
      return result;
    } finally {
      state.inFlight.delete(sent);
    }
  }

  private async conclude(override: OverrideRecord, result: WriteResult, token: string | null): Promise<KeeperAnswer<OverrideAnswer>> {
    const { state } = this;
    switch (result.kind) {
      case 'applied':
      case 'accepted': {
        const confirmed = result.kind === 'applied';
        state.lease = state.lease && { ...state.lease, writtenAt: state.now(), confirmed };
        const body = { pool: poolView(state, await state.line.tryRead()), ...(token === null ? {} : { leaseToken: token }) };
        if (!state.holds(override.leaseId)) {
          return this.overtaken(override);
        }
        return confirmed ? accept(token === null ? 200 : 201, body) : accept(202, { ...body, pollAfterMs: Math.max(LEAST_POLL_MS, state.line.traits.propagationMs.typical) });
      }
      case 'ignored':
      case 'failed':
        await this.restorer.end('router_error', result.detail);
        return refuse('router_failed', `${result.detail}; the lease is over and the baseline is being restored`);
      case 'stale-fence':
        // Or no later lease of this pool would get through before the clock has caught up.
        state.leapFence();
        await this.restorer.end('router_error', 'the router has a newer write than this keeper');
        return refuse('stale_fence', 'the router has a newer write: does another keeper drive it? The lease is over');
    }
  }

  private overtaken(override: OverrideRecord): Refusal {
    const cause = this.state.ended.causeOf(override.leaseId)?.cause ?? 'stopped';
    return this.state.ended.isStopped(override.runId)
      ? refuse('run_ended', `the run ${override.runId} was stopped while this call was carried out; the baseline is restored or being restored`)
      : refuse('lease_expired', `the lease ended while this call was carried out: ${cause}`);
  }

  private acquired(call: WriteCall, plan: WritePlan, reading: PoolReading, token: string): { override: OverrideRecord; lease: Lease } {
    const { state } = this;
    const { request, actor } = call;
    const limits = state.settings.limits;
    const now = state.now();
    const lifetimeMs = isChange(request) ? limits.maxLifetimeMs : Math.min(request.maxLifetimeSeconds * 1000, limits.maxLifetimeMs);
    const hardDeadline = now + lifetimeMs;
    const evidenceAt = call.statedAt - request.evidenceAgeMs;
    const late = state.record.late?.tried ?? {};
    return {
      override: {
        leaseId: Math.max(state.record.lastLeaseId + 1, Math.floor(state.ports.clock.wallMs() / 1000)),
        tokenHash: tokenHash(token),
        holder: request.holder,
        actor,
        runId: request.runId,
        reason: request.reason,
        shares: { ...request.shares },
        seq: 0,
        weights: plan.weights,
        tried: Object.fromEntries(Object.entries(plan.weights).map(([t, weight]) => [t, [...(late[t] ?? []), weight]])),
        baseline: plan.baseline,
        incarnation: reading.incarnation,
        ending: null,
      },
      lease: {
        token,
        acquiredAt: now,
        hardDeadline,
        deadline: Math.min(hardDeadline, evidenceAt + request.ttlSeconds * 1000),
        ceilingBp: Math.min(isChange(request) ? limits.ceilingBp : request.ceilingBp, limits.ceilingBp),
        ceilingRps: isChange(request) ? null : request.ceilingRps,
        evidenceAt,
        changedAt: now,
        writtenAt: null,
        confirmed: false,
      },
    };
  }

  private changed(call: WriteCall, plan: WritePlan, raise: boolean): { override: OverrideRecord; lease: Lease } {
    const held = this.state.record.override;
    const { lease } = this.state;
    if (held === null || lease === null || !isChange(call.request)) {
      throw new Error('a change was carried out without a lease');
    }
    const { request } = call;
    const evidenceAt = call.statedAt - request.evidenceAgeMs;
    const renewed = raise ? { evidenceAt, deadline: Math.min(lease.hardDeadline, evidenceAt + request.ttlSeconds * 1000) } : {};
    const tried = Object.fromEntries(Object.entries(plan.weights).map(([t, weight]) => [t, [...new Set([...(held.tried[t] ?? []), weight])]]));
    return {
      override: { ...held, shares: { ...request.shares }, seq: request.seq, weights: plan.weights, tried },
      lease: { ...lease, ...renewed, changedAt: this.state.now(), writtenAt: null, confirmed: false },
    };
  }
}

/** A call that asks for what is commanded already moves nothing. */
function kindOfChange({ record }: PoolState, { request }: WriteCall): 'raised' | 'lowered' | 'unchanged' {
  const held = record.override?.shares ?? {};
  const moves = Object.entries(request.shares).map(([target, bp]) => bp - (held[target] ?? 0));
  return moves.some((by) => by > 0) ? 'raised' : moves.some((by) => by < 0) ? 'lowered' : 'unchanged';
}

const describeShares = (shares: Readonly<Record<string, number>>): string => Object.entries(shares).map(([t, bp]) => `${t} ${bp} bp`).join(', ');

function membersWithShares(members: PoolReading['members']): DryRunAnswer['before'] {
  const shares = servingShares(members);
  return members.map(({ id, weight }) => ({ id, weight, shareBp: shares === null ? null : basisPointsOf(shares[id] ?? 0) }));
}
