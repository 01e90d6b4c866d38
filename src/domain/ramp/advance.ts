import { boundsOf } from './bounds';
import { nextLevel } from './course';
import type { Level } from './CourseState';
import { endOutcome } from './endOutcome';
import type { Observation } from './Observation';
import type { Run } from './RampState';
import { release } from './release';
import { to, type Transition } from './Transition';
import { writeShare } from './writes';

/** On to the next level, or to the end. Called only where `mayNotMove` had no objection to this very observation. */
export function advance(run: Run, observation: Observation, now: number): Transition {
  const bounds = boundsOf(run, observation);
  const move = nextLevel(run.course, run.steps.length + 1, bounds);
  if (move.kind === 'end') {
    return release(run, endOutcome(run, move.reason, bounds.cappedBy), now);
  }
  return moveTo({ ...run, course: move.course }, move.level, observation, now);
}

function moveTo(run: Run, level: Level, observation: Observation, now: number): Transition {
  const { lease } = run;
  if (lease !== null && lease.shareBp === level.shareBp && observation.pool !== null) {
    const countFrom = observation.pool.at;
    return to({ phase: 'settling', run, level, call: null, since: now, countFrom, agreed: 0 });
  }
  const write = writeShare(run, level.shareBp, observation, now);
  const phase = lease === null ? 'acquiring' : 'settling';
  return to({ phase, run: write.run, level, call: write.call, since: now, countFrom: null, agreed: 0 }, write.command);
}
