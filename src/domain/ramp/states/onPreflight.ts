import { startCourse } from '../course';
import type { Level } from '../CourseState';
import type { PreflightFacts } from '../preflight';
import type { RampEvent } from '../RampEvent';
import type { Run, StateOf } from '../RampState';
import { rehearsalShareBp } from '../rehearsal';
import { NO_ENDING } from '../release';
import { to, type Transition } from '../Transition';

/** Waits for the checks; how long they may take is up to who carries them out, since nothing is observed before them. */
export function onPreflight(state: StateOf<'preflight'>, event: RampEvent, now: number): Transition {
  switch (event.kind) {
    case 'checked':
      return checked(state, event, now);
    case 'stop':
      return to({ phase: 'finished', run: null, outcome: { kind: 'stopped-by-operator', by: event.by }, at: now, ending: NO_ENDING });
    default:
      return to(state);
  }
}

/** A run begins with the rehearsal that does not stand yet, and the guards that are not armed stand below the armed ones. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['rehearsal', 'guards']);

function checked(state: StateOf<'preflight'>, { report, rehearsal }: Extract<RampEvent, { kind: 'checked' }>, now: number): Transition {
  const { facts, checks } = report;
  if (facts === null) {
    const refused = checks.filter((check) => check.state === 'refuse').map((check) => check.evidence.replace(/\.$/, ''));
    return undecided(refused.length > 0 ? `a preflight that passes: ${refused.join('; ')}` : 'facts about the pool', now);
  }
  const { plan, runId, by, only } = state;
  const common: Run = {
    plan,
    runId,
    wireRunId: runId,
    only,
    by,
    startedAt: now,
    facts,
    checks,
    rehearsal,
    lease: null,
    wrote: false,
    calls: 0,
    spentEvidence: 0,
    renewSentAt: null,
    course: startCourse(plan.course),
    steps: [],
    last: null,
    freshAt: now,
    poolAt: now,
    waitUntil: now,
    maxShare: 0,
    maxRps: 0,
    harmed: 0,
    fault: null,
    warnings: checks.filter((check) => check.state === 'warn' && !SHOWN_ELSEWHERE.has(check.id)).map((check) => check.evidence),
    endUntold: false,
  };
  const progress = { call: null, since: now, countFrom: null, agreed: 0 };
  if (rehearsal === null || only === 'rehearsal') {
    const run = { ...common, wireRunId: `${runId}-rehearsal` };
    return to({ phase: 'rehearsal', part: 'moving', lapsedAt: null, run, level: rehearsalLevel(facts), ...progress }, { kind: 'look' });
  }
  return to({ phase: 'acquiring', run: common, level: null, ...progress }, { kind: 'look' });
}

function rehearsalLevel({ baselineBp, members, poolRps }: PreflightFacts): Level {
  const shareBp = Math.max(1, rehearsalShareBp(baselineBp, members.length));
  return { index: 0, shareBp, wantedRps: (shareBp / 10_000) * poolRps, purpose: 'rehearsal' };
}

const undecided = (missing: string, now: number): Transition => to({ phase: 'finished', run: null, outcome: { kind: 'inconclusive', missing }, at: now, ending: NO_ENDING });
