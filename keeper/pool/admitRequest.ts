import type { ChangeRequest } from '../../src/domain/routing/requestSchema';
import type { PoolState } from './PoolState';
import { refuse, type Refusal } from './Refusal';
import { isChange, type WriteCall } from './WriteCall';

/** What of a write can be judged without looking at the router: targets, times, ceilings, evidence, dwell. */
export function admitRequest(state: PoolState, call: WriteCall): Refusal | null {
  const { request } = call;
  return (
    unknownTarget(state, request.shares) ??
    (isChange(request) ? otherLease(state, request) : lifetimeOutOfRange(state, request.maxLifetimeSeconds)) ??
    ttlOutOfRange(state, request.ttlSeconds) ??
    aboveCeiling(state, call) ??
    (raises(state, call) ? (evidenceRefusal(state, call.statedAt, request.evidenceAgeMs, request.ttlSeconds) ?? tooSoon(state)) : null)
  );
}

/** Whether the call asks more for any target than is commanded now. Taking a lease always counts as a raise. */
export function raises(state: PoolState, { request }: Pick<WriteCall, 'request'>): boolean {
  const { override } = state.record;
  return override === null || !isChange(request) || Object.entries(request.shares).some(([target, bp]) => bp > (override.shares[target] ?? 0));
}

/**
 * Evidence must be young, newer than any accepted before, and young enough for the time asked to reach beyond now.
 * @param evidenceAgeMs at `statedAt`
 */
export function evidenceRefusal(state: PoolState, statedAt: number, evidenceAgeMs: number, ttlSeconds: number): Refusal | null {
  const oldest = state.settings.limits.maxEvidenceAgeMs;
  const waited = state.now() - statedAt;
  if (evidenceAgeMs + waited > oldest) {
    return refuse('stale_evidence', `the oldest required sample is ${Math.round(evidenceAgeMs + waited)} ms old; at most ${oldest} ms (two scrapes and a second) is fresh`);
  }
  const takenAt = statedAt - evidenceAgeMs;
  if (state.lease !== null && takenAt <= state.lease.evidenceAt) {
    return refuse('stale_evidence', 'the evidence is not newer than what was stated last; wait for the next sample');
  }
  if (takenAt + ttlSeconds * 1000 <= state.now()) {
    return refuse('stale_evidence', `${ttlSeconds} s from evidence ${Math.round(evidenceAgeMs + waited)} ms old are over already; ask for a longer time`);
  }
  return null;
}

export function ttlOutOfRange(state: PoolState, ttlSeconds: number): Refusal | null {
  const { minTtlMs, maxTtlMs } = state.settings.limits;
  const ttlMs = ttlSeconds * 1000;
  return ttlMs >= minTtlMs && ttlMs <= maxTtlMs ? null : refuse('out_of_range', `ttlSeconds is ${ttlSeconds}; this pool allows ${minTtlMs / 1000} to ${maxTtlMs / 1000}`);
}

function unknownTarget(state: PoolState, shares: Readonly<Record<string, number>>): Refusal | null {
  const unknown = Object.keys(shares).find((target) => !Object.hasOwn(state.settings.members, target));
  return unknown === undefined ? null : refuse('unknown_target', `${unknown} is not a member of ${state.settings.id}; it has ${Object.keys(state.settings.members).join(', ')}`);
}

function otherLease(state: PoolState, request: ChangeRequest): Refusal | null {
  const { override } = state.record;
  if (override === null) {
    return refuse('lease_expired', 'nothing is overridden here');
  }
  if (override.runId !== request.runId) {
    return refuse('malformed', `runId is ${request.runId}, but the lease was taken for ${override.runId}`);
  }
  const held = Object.keys(override.shares).sort().join(', ');
  if (Object.keys(request.shares).sort().join(', ') !== held) {
    return refuse('out_of_range', `the lease is on ${held}; end it before moving other targets`);
  }
  return request.seq > override.seq ? null : refuse('revision_stale', `seq ${request.seq} was overtaken by ${override.seq}`);
}

function lifetimeOutOfRange(state: PoolState, seconds: number): Refusal | null {
  const { maxLifetimeMs } = state.settings.limits;
  return seconds * 1000 <= maxLifetimeMs ? null : refuse('out_of_range', `maxLifetimeSeconds is ${seconds}; this pool allows ${maxLifetimeMs / 1000}`);
}

function aboveCeiling(state: PoolState, { request }: WriteCall): Refusal | null {
  const own = isChange(request) ? (state.lease?.ceilingBp ?? 0) : request.ceilingBp;
  const ceiling = Math.min(own, state.settings.limits.ceilingBp);
  const above = Object.entries(request.shares).find(([, bp]) => bp > ceiling);
  return above === undefined ? null : refuse('above_ceiling', `${above[1]} basis points for ${above[0]} are above the ceiling of ${ceiling}`);
}

function tooSoon(state: PoolState): Refusal | null {
  if (state.lease === null) {
    return null;
  }
  const waitMs = state.lease.changedAt + state.settings.limits.minDwellMs - state.now();
  return waitMs > 0 ? refuse('step_too_soon', `the next raise may come in ${Math.ceil(waitMs / 1000)} s`, { retryAfterMs: Math.ceil(waitMs) }) : null;
}
