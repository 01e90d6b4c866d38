import type { ProblemCode } from '../routing/answerSchema';
import { leaseEndOutcome } from './leaseEndOutcome';
import { leaseRefused } from './leaseRefused';
import type { Observation, PoolView } from './Observation';
import type { Outcome } from './Outcome';
import type { CallAnswer, RampEvent } from './RampEvent';
import type { LevelProgress, PendingCall, Run } from './RampState';
import type { RampCommand } from './RampCommand';
import { isFresh } from './seen';
import { writeAgain, writeShare } from './writes';

/** An answer that does not come is an unknown outcome. */
const PATIENCE = 10_000;
const MOST_TRIES = 3;

export type Moved<P extends LevelProgress> =
  | { readonly kind: 'goes-on'; readonly progress: P; readonly commands: readonly RampCommand[] }
  | { readonly kind: 'over'; readonly run: Run; readonly outcome: Outcome };

/** One event for a share that is being moved: its answer, or a look that tells what became of it. */
export function moving<P extends LevelProgress>(progress: P, event: RampEvent, now: number): Moved<P> {
  if (progress.call === null) {
    return goesOn(progress);
  }
  if (event.kind === 'answered') {
    return event.key === progress.call.key ? answered(progress, progress.call, event.answer, now) : goesOn(progress);
  }
  return event.kind === 'observed' ? looked(progress, progress.call, event.observation, now) : goesOn(progress);
}

const goesOn = <P extends LevelProgress>(progress: P, ...commands: readonly RampCommand[]): Moved<P> => ({ kind: 'goes-on', progress, commands });

function answered<P extends LevelProgress>(progress: P, call: PendingCall, answer: CallAnswer, now: number): Moved<P> {
  switch (answer.kind) {
    case 'done':
    case 'pending':
      return answer.pool === null ? unsure(progress, call, now) : accepted(progress, call, answer.pool, answer.kind === 'done', now);
    case 'unknown':
      return unsure(progress, call, now);
    case 'blocked':
      // Grafana's proxy turned it away: not applied, but a session that rotates may need a second call.
      return answer.status === 401
        ? unsure(progress, call, now)
        : { kind: 'over', run: progress.run, outcome: { kind: 'inconclusive', missing: `the permission to move traffic (${answer.message})` } };
    case 'refused':
      return refused(progress, call, answer, now);
  }
}

function refused<P extends LevelProgress>(progress: P, call: PendingCall, answer: Extract<CallAnswer, { kind: 'refused' }>, now: number): Moved<P> {
  switch (answer.code) {
    case 'key_in_flight':
      return unsure(progress, call, now);
    case 'step_too_soon':
    case 'revision_stale':
    case 'stale_evidence':
      // Nothing was applied. After a fresh look the same wish may be stated anew.
      return call.tries >= MOST_TRIES
        ? { kind: 'over', run: progress.run, outcome: leaseEndOutcome(answer.code, answer.detail) }
        : goesOn({ ...progress, run: { ...progress.run, waitUntil: now + (answer.retryAfterMs ?? 0) }, call: { ...call, key: '', status: 'unsure', unsureAt: now } }, { kind: 'look' });
    default:
      return { kind: 'over', ...leaseRefused(afterRefusal(progress.run, call, answer.code), answer.code, answer.detail) };
  }
}

/** A lease that was refused leaves nothing to give back; a stop would end the run of whoever holds the pool. */
const afterRefusal = (run: Run, call: PendingCall, code: ProblemCode): Run => (call.call === 'acquire' && (call.tries === 1 || code === 'lease_held') ? { ...run, wrote: false } : run);

const unsure = <P extends LevelProgress>(progress: P, call: PendingCall, now: number): Moved<P> =>
  goesOn({ ...progress, call: { ...call, status: 'unsure', unsureAt: now } }, { kind: 'look' });

function accepted<P extends LevelProgress>(progress: P, call: PendingCall, pool: PoolView, applied: boolean, now: number): Moved<P> {
  const { run } = progress;
  const { override } = pool;
  if (override === null || override.runId !== run.wireRunId) {
    return unsure(progress, call, now);
  }
  const lease = { leaseId: override.leaseId, seq: Math.max(call.seq, override.seq), revision: pool.revision, shareBp: override.targetBp ?? call.shareBp };
  const next = { ...progress, run: { ...run, lease } };
  return isInForce(run, pool, applied) ? goesOn(arrived(next, pool, now)) : goesOn({ ...next, call: { ...call, status: 'propagating' } });
}

/**
 * In force as far as the endpoint can tell. One that reads nothing back never can: there the measured share decides alone,
 * in windows that begin when the change must have reached every corner.
 */
const isInForce = ({ facts }: Run, { effective }: PoolView, applied: boolean): boolean => (applied && effective.state === 'applied') || (!facts.readBack && effective.state === 'unknown');

/** Windows count from when the change must have reached every corner. */
const arrived = <P extends LevelProgress>(progress: P, pool: PoolView, now: number): P => ({
  ...progress,
  call: null,
  since: now,
  countFrom: pool.at + progress.run.facts.propagationMaxMs,
  agreed: 0,
});

function looked<P extends LevelProgress>(progress: P, call: PendingCall, observation: Observation, now: number): Moved<P> {
  if (call.status === 'sent') {
    return now - call.sentAt > PATIENCE ? unsure(progress, call, now) : goesOn(progress);
  }
  const { pool } = observation;
  if (pool === null || (call.status === 'unsure' && observation.startedAt < call.unsureAt)) {
    return goesOn(progress);
  }
  return call.status === 'propagating' ? propagating(progress, call, pool, now) : resolved(progress, call, observation, pool, now);
}

function propagating<P extends LevelProgress>(progress: P, call: PendingCall, pool: PoolView, now: number): Moved<P> {
  const { run } = progress;
  if (pool.override !== null && pool.override.seq >= call.seq && isInForce(run, pool, true)) {
    return goesOn(arrived(progress, pool, now));
  }
  const seconds = Math.round((now - call.sentAt) / 1000);
  const missing = `the share that was commanded: ${call.shareBp / 100} % was accepted, and ${seconds} s later the endpoint says of it: ${pool.effective.state}`;
  return now - call.sentAt > PATIENCE + run.facts.propagationMaxMs ? { kind: 'over', run, outcome: { kind: 'inconclusive', missing } } : goesOn(progress);
}

/** Read after unknown: what is there decides; never repeated blindly. */
function resolved<P extends LevelProgress>(progress: P, call: PendingCall, observation: Observation, pool: PoolView, now: number): Moved<P> {
  const { run } = progress;
  const { override } = pool;
  if (override !== null && override.runId !== run.wireRunId) {
    return { kind: 'over', run: { ...run, wrote: false }, outcome: leaseEndOutcome('lease_held', override.holder) };
  }
  if (call.call === 'change' && override !== null && override.seq >= call.seq) {
    return accepted(progress, call, pool, true, now);
  }
  if (call.tries >= MOST_TRIES) {
    return { kind: 'over', run, outcome: { kind: 'inconclusive', missing: 'an answer of the routing endpoint: it is not known whether the share was changed' } };
  }
  if (now < run.waitUntil || !isFresh(observation, run.facts.scrapeMs) || !(lowers(run, call) || isClear(observation))) {
    return goesOn(progress);
  }
  return repeat(progress, call, observation, now);
}

/** A share that goes down is repeated whatever the guards say: they may be why. */
const lowers = ({ lease }: Run, { call, shareBp }: PendingCall): boolean => call === 'change' && lease !== null && shareBp < lease.shareBp;

/** What was clear when the call was first sent may be in doubt by now. */
const isClear = ({ guards }: Observation): boolean => guards.every(({ state }) => state === 'pass');

function repeat<P extends LevelProgress>(progress: P, call: PendingCall, observation: Observation, now: number): Moved<P> {
  const write = call.key === '' ? writeShare(progress.run, call.shareBp, observation, now) : writeAgain(progress.run, call, observation, now);
  const tries = call.tries + 1;
  return goesOn({ ...progress, run: write.run, call: { ...write.call, tries } }, write.command);
}
