import { atBaseline } from '../atBaseline';
import type { Level } from '../CourseState';
import { interrupt } from '../interrupt';
import { mayNotMove } from '../mayNotMove';
import { moving } from '../moving';
import type { Observation } from '../Observation';
import type { RampEvent } from '../RampEvent';
import type { StateOf } from '../RampState';
import { release } from '../release';
import { renewed, seen } from '../seen';
import { settleStep } from '../settleStep';
import { to, type Transition } from '../Transition';
import { writeShare } from '../writes';

type Rehearsing = StateOf<'rehearsal'>;

/** Time for a share to arrive, and on top of the lease for it to be gone. */
const PATIENCE = 120_000;

/** Moves less than the usual share, lets the lease lapse and times the way back. */
export function onRehearsal(state: Rehearsing, event: RampEvent, now: number): Transition {
  const over = interrupt(state.run, event, now, state.part === 'lapsing');
  if (over) {
    return over;
  }
  if (event.kind === 'answered' && event.call === 'renew') {
    return to({ ...state, run: { ...state.run, renewSentAt: null } });
  }
  const moved = moving(state, event, now);
  if (moved.kind === 'over') {
    return release(moved.run, moved.outcome, now);
  }
  if (event.kind !== 'observed') {
    return to(moved.progress, ...moved.commands);
  }
  const run = seen(moved.progress.run, event.observation, now);
  const next = { ...moved.progress, run };
  return next.part === 'moving' ? movingPart(next, moved.commands, event.observation, now) : lapsingPart(next, event.observation, now);
}

function movingPart(state: Rehearsing, commands: Transition['commands'], observation: Observation, now: number): Transition {
  const { run, level, call, countFrom } = state;
  if (now - state.since > PATIENCE) {
    return release(run, { kind: 'inconclusive', missing: unfinished(state, observation, now) }, now);
  }
  if (call !== null || commands.length > 0) {
    return to(state, ...commands);
  }
  if (countFrom === null) {
    return mayNotMove(run, observation, now) === null ? begin(state, level, observation, now) : to(state);
  }
  const step = settleStep(countFrom, state.agreed, observation);
  const next = { ...state, countFrom: step.countFrom, agreed: step.agreed };
  return step.settled ? to({ ...next, part: 'lapsing', since: now }) : renewing(next, observation, now);
}

function unfinished({ run, call, countFrom }: Rehearsing, observation: Observation, now: number): string {
  if (call !== null || countFrom !== null) {
    return 'the rehearsal: the share did not arrive at the target';
  }
  const other = observation.pool?.override ?? null;
  return `the rehearsal, which could not begin: ${other === null ? (mayNotMove(run, observation, now) ?? 'there was no time left') : `${other.holder} holds the pool`}`;
}

function renewing(state: Rehearsing, observation: Observation, now: number): Transition {
  const { run, commands } = renewed(state.run, observation, now);
  return to({ ...state, run }, ...commands);
}

function begin(state: Rehearsing, level: Level, observation: Observation, now: number): Transition {
  const write = writeShare(state.run, level.shareBp, observation, now);
  return to({ ...state, run: write.run, call: write.call }, write.command);
}

function lapsingPart(state: Rehearsing, observation: Observation, now: number): Transition {
  const { run } = state;
  const { pool } = observation;
  if (now - state.since > run.facts.ttlSeconds * 1000 + PATIENCE) {
    return release(run, { kind: 'lost-control', reason: 'the lease was left to lapse and the traffic did not come back', known: 'the share of the target is below its usual one' }, now);
  }
  // While anybody holds the pool the measured share agrees with an override, not with the usual one.
  if (pool === null || pool.override !== null) {
    return to(state);
  }
  if (state.lapsedAt === null) {
    return to({ ...state, lapsedAt: pool.at, countFrom: pool.at, agreed: 0 });
  }
  // A share that agrees with a report of anything but the usual one is not back.
  if (!atBaseline(run, pool)) {
    return to({ ...state, countFrom: pool.at, agreed: 0 });
  }
  const step = settleStep(state.countFrom ?? pool.at, state.agreed, observation);
  return step.settled ? rehearsed(state, state.lapsedAt, observation.share.from, pool.at, now) : to({ ...state, countFrom: step.countFrom, agreed: step.agreed });
}

/** Two windows agree; the first of them began when the traffic was back, and that is not known to less than a window. */
function rehearsed(state: Rehearsing, lapsedAt: number, backBy: number, at: number, now: number): Transition {
  const returnMs = Math.max(0, backBy - lapsedAt);
  const rehearsal = { at, returnMs, server: state.run.facts.server };
  const run = { ...state.run, rehearsal, lease: null, wrote: false };
  if (run.only === 'rehearsal') {
    return release(run, { kind: 'rehearsed', returnMs }, now);
  }
  return to({ phase: 'acquiring', run: { ...run, wireRunId: run.runId }, level: null, call: null, since: now, countFrom: null, agreed: 0 });
}
