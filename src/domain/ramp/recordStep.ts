import type { JudgeVerdict } from '../canary/Judge';
import type { Level } from './CourseState';
import type { Observation } from './Observation';
import type { LevelTallies, Run, StepRecord } from './RampState';
import { meanOf } from './tally';

interface HowItWent {
  readonly tallies: LevelTallies;
  readonly observation: Observation;
  readonly result: StepRecord['result'];
  readonly why: string;
  readonly verdict: JudgeVerdict | null;
}

/** A level as it is kept in the run and its report. */
export function recordStep({ run, level, countFrom }: { readonly run: Run; readonly level: Level; readonly countFrom: number | null }, how: HowItWent): StepRecord {
  const { observation, tallies } = how;
  const poolRps = meanOf(tallies.pool)?.mean ?? observation.demand.pool ?? run.facts.poolRps;
  const at = observation.pool?.at ?? observation.share.to;
  return {
    index: level.index,
    purpose: level.purpose,
    shareBp: level.shareBp,
    offeredRps: (level.shareBp / 10_000) * poolRps,
    demand: meanOf(tallies.demand),
    measuredShare: observation.share.share,
    errorRatio: meanOf(tallies.failures)?.mean ?? null,
    from: countFrom ?? at,
    to: Math.max(at, countFrom ?? at),
    result: how.result,
    why: how.why,
    verdict: how.verdict,
  };
}
