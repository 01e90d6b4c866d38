import type { OverrideAnswer, ProblemCode, RenewAnswer, RoutingProblem } from '../../../domain/routing/answerSchema';
import type { OverrideEndCause, RoutingPool } from '../../../domain/routing/poolSchema';
import type { AcquireRequest, ChangeRequest, RenewRequest } from '../../../domain/routing/requestSchema';
import type { RoutingOutcome } from '../../../domain/routing/RoutingOutcome';
import { newLease, type SimulatedLease } from './SimulatedLease';
import { WEIGHT, type SimulatedWorld } from './SimulatedWorld';

export const SIMULATED_POOL = 'simulated';
export const SIMULATED_LIMITS = { ceilingBp: 9_500, largestStepBp: 6_000, minDwellSeconds: 5, maxLifetimeSeconds: 7_200, maxEvidenceAgeSeconds: 11 } as const;

/** The share may rise by itself this far before it is given back. */
const MOST_RISE = 1.1;

/** A keeper of one pretended pool: lease, fencing, stop wins, never re-applied. Small, honest and in memory. */
export class SimulatedKeeper {
  lease: SimulatedLease | null = null;
  frozen: string | null = null;
  /** Longest time from a write to traffic, milliseconds. */
  propagationMs: () => number = () => 0;
  private revision = 1;
  private leases = 0;
  private lastEnd: RoutingPool['lastEnd'] = null;
  private readonly ended = new Set<string>();
  private readonly answers = new Map<string, { readonly body: string; readonly leaseId: number; readonly seq: number }>();
  private pending: { readonly at: number; readonly weights: ReadonlyMap<string, number> } | null = null;
  private nextLook = 0;

  constructor(private readonly world: SimulatedWorld) {
    world.onStep = (at) => this.tick(at);
  }

  acquire(stated: AcquireRequest, revision: number, key: string): RoutingOutcome<OverrideAnswer> {
    this.world.sync();
    const request = this.aged(stated);
    const before = this.replayed(key, JSON.stringify(request.shares), request.runId);
    if (before !== null) {
      return before;
    }
    const problem =
      this.notAllowed(request.runId, request.evidenceAgeMs, request.shares) ??
      (this.lease === null ? null : refusal(409, 'lease_held', 'the pool is held', this.lease.holder)) ??
      (revision === this.revision ? null : refusal(412, 'revision_stale', `the pool is at revision ${this.revision}`));
    if (problem !== null) {
      return problem;
    }
    this.lease = newLease(request, ++this.leases, this.now);
    this.write(request.shares);
    this.answers.set(key, { body: JSON.stringify(request.shares), leaseId: this.lease.leaseId, seq: 0 });
    return this.written(this.lease.token);
  }

  change(stated: ChangeRequest, revision: number, key: string): RoutingOutcome<OverrideAnswer> {
    this.world.sync();
    const request = this.aged(stated);
    const before = this.replayed(key, JSON.stringify(request.shares), request.runId);
    if (before !== null) {
      return before;
    }
    const { lease } = this;
    const problem = this.notHeld(request.leaseToken, request.runId) ?? this.notAllowed(request.runId, request.evidenceAgeMs, request.shares);
    if (problem !== null || lease === null) {
      return problem ?? this.gone(request.runId);
    }
    if (revision !== this.revision) {
      return refusal(412, 'revision_stale', `the pool is at revision ${this.revision}`);
    }
    const raised = Object.entries(request.shares).some(([id, bp]) => bp > (lease.shares[id] ?? 0));
    const evidence = this.now - request.evidenceAgeMs;
    const deadline = raised ? Math.max(lease.deadline, evidence + request.ttlSeconds * 1000) : lease.deadline;
    this.lease = { ...lease, shares: request.shares, seq: request.seq, deadline, newestEvidence: Math.max(lease.newestEvidence, evidence) };
    this.write(request.shares);
    this.answers.set(key, { body: JSON.stringify(request.shares), leaseId: lease.leaseId, seq: request.seq });
    return this.written();
  }

  renew(stated: RenewRequest): RoutingOutcome<RenewAnswer> {
    this.world.sync();
    const { leaseToken, ttlSeconds, evidenceAgeMs } = this.aged(stated);
    const { lease } = this;
    const problem = this.notHeld(leaseToken, null);
    if (problem !== null || lease === null) {
      return problem ?? this.gone(null);
    }
    if (this.frozen !== null) {
      return refusal(423, 'frozen', this.frozen);
    }
    const evidence = this.now - evidenceAgeMs;
    if (evidenceAgeMs > this.oldestEvidence || evidence < lease.newestEvidence) {
      return refusal(422, 'stale_evidence', `evidence of ${evidenceAgeMs} ms ago`);
    }
    this.lease = { ...lease, deadline: Math.max(lease.deadline, evidence + ttlSeconds * 1000), newestEvidence: evidence };
    return { kind: 'done', value: { leaseId: lease.leaseId, remainingMs: this.remaining(this.lease), hardRemainingMs: Math.max(0, lease.hardDeadline - this.now), serverTime: this.now } };
  }

  stop(runId: string | null): RoutingOutcome<OverrideAnswer> {
    this.world.sync();
    if (runId !== null) {
      this.ended.add(runId);
    }
    this.revision++;
    this.end('stopped');
    return this.written();
  }

  freeze(reason: string | null): void {
    this.frozen = reason;
    if (reason !== null) {
      this.end('frozen');
    }
  }

  /** The keeper's process begins anew: what it finds it restores. */
  restart(): void {
    this.world.sync();
    this.end('keeper_restarted');
  }

  /** The router's process begins anew with its configured weights. */
  resetRouter(): void {
    this.world.sync();
    this.pending = null;
    this.world.members.forEach((m) => this.world.weights.set(m.id, WEIGHT));
    if (this.lease !== null) {
      this.end('lost');
    }
  }

  pool(): RoutingPool {
    this.world.sync();
    const { lease, now } = this;
    return {
      id: SIMULATED_POOL,
      service: null,
      kind: 'instance',
      members: this.world.members.map((m) => ({
        id: m.id,
        weight: this.world.weights.get(m.id) ?? 0,
        shareBp: Math.floor(this.world.shareOf(m.id) * 10_000 + 1e-6),
        serving: m.serving,
        health: m.serving ? 'up' : 'down',
        counters: { sent: m.sent, completed: m.completed, queue: m.queue },
      })),
      revision: this.revision,
      baseline: Object.fromEntries(this.world.members.map((m) => [m.id, WEIGHT])),
      override:
        lease === null
          ? null
          : { leaseId: lease.leaseId, holder: lease.holder, runId: lease.runId, reason: lease.reason, shares: { ...lease.shares }, seq: lease.seq, remainingMs: this.remaining(lease), hardRemainingMs: Math.max(0, lease.hardDeadline - now) },
      effective: {
        shares: Object.fromEntries(this.world.members.map((m) => [m.id, Math.floor(this.world.shareOf(m.id) * 10_000 + 1e-6)])),
        state: this.pending === null ? 'applied' : 'propagating',
        source: 'router',
        observedAt: now,
      },
      lastEnd: this.lastEnd,
      limits: { ...SIMULATED_LIMITS },
      serverTime: now,
    };
  }

  private get now(): number {
    return this.world.now();
  }

  /** What a call waited on the wire is age of its evidence. */
  private aged<T extends RenewRequest | AcquireRequest | ChangeRequest>(request: T): T {
    return { ...request, evidenceAgeMs: request.evidenceAgeMs + Math.max(0, this.now - (request.asOf ?? this.now)) };
  }

  private get oldestEvidence(): number {
    return (2 * this.world.options.scrapeSeconds + 1) * 1000;
  }

  private remaining(lease: SimulatedLease): number {
    return Math.max(0, Math.min(lease.deadline, lease.hardDeadline) - this.now);
  }

  private tick(at: number): void {
    if (this.pending !== null && at >= this.pending.at) {
      this.pending.weights.forEach((weight, id) => this.world.weights.set(id, weight));
      this.pending = null;
    }
    if (this.lease === null || at < this.nextLook) {
      return;
    }
    this.nextLook = at + 1_000;
    const cause = this.endCause(this.lease, at);
    if (cause !== null) {
      this.end(cause);
    }
  }

  private endCause(lease: SimulatedLease, at: number): OverrideEndCause | null {
    if (at >= lease.hardDeadline) {
      return 'lifetime';
    }
    if (at >= lease.deadline) {
      return 'expired';
    }
    for (const [id, bp] of Object.entries(lease.shares)) {
      const share = this.world.shareOf(id);
      if (this.pending === null && share * 10_000 > bp * MOST_RISE) {
        return 'membership_changed';
      }
      if (lease.ceilingRps !== null && share * this.world.poolRps > lease.ceilingRps) {
        return 'ceiling';
      }
    }
    return null;
  }

  private end(cause: OverrideEndCause): void {
    const { lease } = this;
    if (lease !== null) {
      this.lease = null;
      this.revision++;
      this.lastEnd = { leaseId: lease.leaseId, runId: lease.runId, cause, at: this.now };
      this.ended.add(lease.runId);
      this.toWeights(new Map(this.world.members.map((m) => [m.id, WEIGHT])));
    }
  }

  private write(shares: Readonly<Record<string, number>>): void {
    this.revision++;
    const asked = Object.values(shares).reduce((sum, bp) => sum + bp, 0) / 10_000;
    const others = this.world.members.filter((m) => shares[m.id] === undefined && m.serving).length * WEIGHT;
    const weights = new Map(Object.entries(shares).map(([id, bp]) => [id, Math.floor((bp / 10_000 / (1 - asked)) * others)]));
    this.toWeights(weights);
  }

  private toWeights(weights: ReadonlyMap<string, number>): void {
    const delay = this.propagationMs();
    const merged = new Map([...(this.pending?.weights ?? []), ...weights]);
    if (delay <= 0) {
      this.pending = null;
      merged.forEach((weight, id) => this.world.weights.set(id, weight));
    } else {
      this.pending = { at: this.world.reachedAt + delay, weights: merged };
    }
  }

  private written(leaseToken?: string): RoutingOutcome<OverrideAnswer> {
    const value = { pool: this.pool(), ...(leaseToken !== undefined && { leaseToken }) };
    return this.pending === null ? { kind: 'done', value } : { kind: 'pending', value, pollAfterMs: 500 };
  }

  private replayed(key: string, body: string, runId: string): RoutingOutcome<OverrideAnswer> | null {
    const stored = this.answers.get(key);
    if (stored === undefined) {
      return null;
    }
    if (stored.body !== body) {
      return refusal(422, 'key_reused', 'the key was used with another body');
    }
    const alive = this.lease?.leaseId === stored.leaseId;
    return alive ? this.written(this.lease?.token) : this.gone(runId);
  }

  private gone(runId: string | null): RoutingOutcome<never> {
    const stopped = runId !== null && this.ended.has(runId) && this.lastEnd?.cause === 'stopped';
    return refusal(410, stopped ? 'run_ended' : 'lease_expired', 'the lease is over');
  }

  private notHeld(token: string, runId: string | null): RoutingOutcome<never> | null {
    return this.lease === null || this.lease.token !== token ? this.gone(runId) : null;
  }

  private notAllowed(runId: string, evidenceAgeMs: number, shares: Readonly<Record<string, number>>): RoutingOutcome<never> | null {
    if (this.ended.has(runId)) {
      return refusal(410, 'run_ended', 'the run has ended');
    }
    if (this.frozen !== null) {
      return refusal(423, 'frozen', this.frozen);
    }
    const tooOld = evidenceAgeMs > this.oldestEvidence;
    const total = Object.values(shares).reduce((sum, bp) => sum + bp, 0);
    if (tooOld || total > SIMULATED_LIMITS.ceilingBp) {
      return tooOld ? refusal(422, 'stale_evidence', `evidence of ${evidenceAgeMs} ms ago`) : refusal(422, 'above_ceiling', `${total} is above ${SIMULATED_LIMITS.ceilingBp}`);
    }
    return null;
  }
}

export function refusal(status: number, code: ProblemCode, detail: string, holder?: string): { readonly kind: 'refused'; readonly problem: RoutingProblem } {
  return { kind: 'refused', problem: { type: `urn:headroom:${code}`, title: code, status, detail, code, ...(holder !== undefined && { holder }) } };
}
