import type { JudgeVerdict } from '../canary/Judge';
import { failedBy } from './course';
import type { Level } from './CourseState';
import type { GuardReading, Observation } from './Observation';
import type { Outcome } from './Outcome';
import type { LevelTallies, Run } from './RampState';
import { goalOutcome } from './goalOutcome';
import { release } from './release';
import { highestCarried } from './search';
import { recordStep } from './recordStep';
import { to, type Transition } from './Transition';
import { writeShare } from './writes';

/** A failed level is left for no more than this part of its demand. */
const WELL_BELOW = 0.75;

interface Tried {
  readonly run: Run;
  readonly level: Level;
  /** Keeper's clock. */
  readonly countFrom: number | null;
}

/** A level failed: a course of fixed steps ends, a search backs off. */
export function failLevel(tried: Tried, tallies: LevelTallies, by: GuardReading | JudgeVerdict, observation: Observation, now: number): Transition {
  const why = by.reason;
  const verdict = 'judge' in by ? by : null;
  const record = recordStep(tried, { tallies, observation, result: 'failed', why, verdict });
  const run = { ...tried.run, steps: [...tried.run.steps, record] };
  const course = failedBy(run.course, record.offeredRps);
  if (course === null) {
    return release({ ...run, fault: 'crossed' in by ? by.crossed : null }, ended(run, by, record.offeredRps), now);
  }
  return backOff({ ...run, course }, tried.level, record.offeredRps, observation, now);
}

function ended(run: Run, by: GuardReading | JudgeVerdict, rps: number): Outcome {
  const { goal } = run.plan;
  if (goal !== null) {
    return goalOutcome(run, goal, by.reason);
  }
  return { kind: 'stopped-by-guard', guard: 'judge' in by ? 'judge' : by.id, rps, reason: by.reason };
}

/** Down to what was carried, or well below what failed: never above either, and never above where it is. */
function backOff(run: Run, level: Level, failedRps: number, observation: Observation, now: number): Transition {
  const carried = run.course.kind === 'search' ? highestCarried(run.course.search) : null;
  const part = failedRps > 0 ? Math.min(WELL_BELOW, (carried ?? 0) > 0 ? (carried ?? 0) / failedRps : WELL_BELOW) : WELL_BELOW;
  const least = Math.min(run.facts.baselineBp, level.shareBp - 1);
  const shareBp = Math.max(1, least, Math.min(level.shareBp - 1, Math.floor(level.shareBp * part)));
  const write = writeShare(run, shareBp, observation, now);
  return to({ phase: 'backing-off', clearSince: null, run: write.run, level: { ...level, shareBp }, call: write.call, since: now, countFrom: null, agreed: 0 }, write.command);
}
