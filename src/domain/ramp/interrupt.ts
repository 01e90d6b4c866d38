import type { Crossed } from './Crossed';
import type { Observation, PoolView } from './Observation';
import type { Outcome } from './Outcome';
import type { RampEvent } from './RampEvent';
import type { Run } from './RampState';
import { leaseEndOutcome } from './leaseEndOutcome';
import { leaseRefused } from './leaseRefused';
import { release, yieldPool } from './release';
import type { Transition } from './Transition';

/** Scrapes without fresh evidence after which the guard is off, and the run ends. */
const STALE_SCRAPES = 3;
/** Time left of the lease at which giving back beats waiting for it to lapse. */
const LAST_SECONDS = 3_000;

/**
 * What ends a run in every state that holds, or may hold, traffic. The order is the order of trust: a person, the contract,
 * the guards, the clocks. Null = nothing of the kind.
 * @param lapsing the lease is meant to end by itself (rehearsal); that somebody else takes the pool meanwhile is not
 */
export function interrupt(run: Run, event: RampEvent, now: number, lapsing = false): Transition | null {
  if (event.kind === 'stop') {
    return giveBack(run, run.last?.pool ?? null, { kind: 'stopped-by-operator', by: event.by }, now);
  }
  if (event.kind === 'answered' && event.call === 'renew') {
    return renewRefused(run, event, now);
  }
  if (event.kind !== 'observed') {
    return null;
  }
  const { pool } = event.observation;
  const lost = lapsing ? takenOver(run, pool) : lostLease(run, pool);
  const outcome = lost ?? ejected(run, event.observation) ?? guarded(run, event.observation) ?? outOfTime(run, event.observation, now, lapsing);
  return outcome === null ? null : giveBack({ ...run, fault: faultOf(outcome, event.observation) }, pool, outcome, now);
}

/** A stop ends whatever override the pool has: while somebody else's stands, none is sent. @param pool as it was read last */
const giveBack = (run: Run, pool: PoolView | null, outcome: Outcome, now: number): Transition =>
  run.wrote && othersOverride(run, pool) !== null ? yieldPool(run, outcome, now) : release(run, outcome, now);

function othersOverride({ lease, wireRunId }: Run, pool: PoolView | null): PoolView['override'] {
  const override = pool?.override ?? null;
  const ours = override?.runId === wireRunId && (lease === null || override.leaseId === lease.leaseId);
  return ours ? null : override;
}

const faultOf = (outcome: Outcome, { guards }: Observation): Crossed | null =>
  outcome.kind === 'stopped-by-guard' ? (guards.find((guard) => guard.id === outcome.guard && guard.state === 'stop')?.crossed ?? null) : null;

function renewRefused(run: Run, event: Extract<RampEvent, { kind: 'answered' }>, now: number): Transition | null {
  const { answer } = event;
  if (answer.kind !== 'refused' || answer.code === 'stale_evidence' || answer.code === 'step_too_soon') {
    return null;
  }
  const over = leaseRefused(run, answer.code, answer.detail);
  return release(over.run, over.outcome, now);
}

function lostLease(run: Run, pool: PoolView | null): Outcome | null {
  if (run.lease === null || pool === null) {
    return null;
  }
  const { override, lastEnd } = pool;
  const others = othersOverride(run, pool);
  if (override !== null && others === null) {
    return null;
  }
  const end = lastEnd?.runId === run.wireRunId ? lastEnd : null;
  return leaseEndOutcome(end?.cause ?? null, others === null ? 'no override is in force' : `${others.holder} holds the pool`, end?.by);
}

/** The lease was left to lapse, so that it ended is no loss; but the way back cannot be timed on somebody else's share. */
function takenOver(run: Run, pool: PoolView | null): Outcome | null {
  const others = othersOverride(run, pool);
  return others === null ? null : { kind: 'inconclusive', missing: `the measured way back: ${others.holder} took the pool before the traffic was seen to be back` };
}

function ejected({ plan, facts, maxRps }: Run, { pool }: Observation): Outcome | null {
  if (pool === null) {
    return null;
  }
  const rps = maxRps > 0 ? maxRps : null;
  if (!pool.memberIds.includes(plan.target)) {
    return { kind: 'target-ejected', rps, reason: `${plan.target} is no longer a member of the pool` };
  }
  if (!pool.servingIds.includes(plan.target)) {
    return { kind: 'target-ejected', rps, reason: `the router sends nothing to ${plan.target} any more` };
  }
  const gone = facts.members.find((id) => !pool.servingIds.includes(id));
  const come = pool.memberIds.find((id) => !facts.members.includes(id));
  const changed = gone === undefined ? come && `${come} joined the pool` : `${gone} no longer serves`;
  return changed === undefined ? null : { kind: 'stopped-by-guard', guard: 'instance-set', rps, reason: changed };
}

function guarded({ plan, maxRps }: Run, { guards, share, harmed }: Observation): Outcome | null {
  const rps = maxRps > 0 ? maxRps : null;
  const stop = guards.find((guard) => guard.role === 'safety' && guard.state === 'stop');
  if (stop) {
    return { kind: 'stopped-by-guard', guard: stop.id, rps, reason: stop.reason };
  }
  if (share.state === 'above') {
    return { kind: 'stopped-by-guard', guard: 'share-ceiling', rps, reason: `${percent(share.share)} of the traffic reached the target, above the ceiling of ${percent(plan.limits.shareBp / 10_000)}` };
  }
  if (harmed > plan.limits.harmedRequests) {
    return { kind: 'stopped-by-guard', guard: 'harmed-requests', rps, reason: `${Math.round(harmed)} requests harmed; ${plan.limits.harmedRequests} is the ceiling` };
  }
  return null;
}

function outOfTime(run: Run, observation: Observation, now: number, lapsing: boolean): Outcome | null {
  return tooLong(run, now) ?? blind(run, observation, now) ?? (lapsing ? null : lapsingSoon(run, observation));
}

function tooLong({ plan, startedAt }: Run, now: number): Outcome | null {
  const over = now - startedAt > plan.limits.runSeconds * 1000;
  return over ? { kind: 'inconclusive', missing: `the time: the run reached its longest duration of ${plan.limits.runSeconds} s` } : null;
}

function blind({ facts, freshAt, poolAt, maxRps }: Run, { missing, poolProblem }: Observation, now: number): Outcome | null {
  if (now - freshAt > STALE_SCRAPES * facts.scrapeMs) {
    const which = missing.length > 0 ? missing.slice(0, 3).join(', ') : 'the required series';
    return { kind: 'stopped-by-guard', guard: 'stale-data', rps: maxRps > 0 ? maxRps : null, reason: `no fresh sample of ${which}: no data under load is a failure` };
  }
  const silent = now - poolAt > facts.ttlSeconds * 1000;
  const reason = `the routing endpoint could not be read for ${facts.ttlSeconds} s (${poolProblem ?? 'no answer'})`;
  return silent ? { kind: 'lost-control', reason, known: 'the lease was not renewed and lapses by itself' } : null;
}

/** A lease that cannot be renewed any more is given back rather than left to lapse. */
function lapsingSoon({ lease }: Run, { pool }: Observation): Outcome | null {
  const remaining = lease === null ? Infinity : (pool?.override?.remainingMs ?? Infinity);
  return remaining < LAST_SECONDS ? { kind: 'inconclusive', missing: 'evidence good enough to renew the lease in time' } : null;
}

const percent = (share: number | null): string => (share === null ? 'an unknown part' : `${(share * 100).toFixed(1)} %`);
