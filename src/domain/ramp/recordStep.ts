import type { JudgeVerdict } from '../canary/Judge';
import type { Level } from './CourseState';
import type { Observation } from './Observation';
import type { Run, StepRecord, Tally } from './RampState';
import { meanOf } from './tally';

interface HowItWent {
  readonly demand: Tally;
  /** Demand of the pool over the level; null = what it is now. */
  readonly pool: Tally | null;
  readonly observation: Observation;
  readonly result: StepRecord['result'];
  readonly why: string;
  readonly verdict: JudgeVerdict | null;
}

/** A level as it is kept in the run and its report. */
export function recordStep({ run, level, countFrom }: { readonly run: Run; readonly level: Level; readonly countFrom: number | null }, how: HowItWent): StepRecord {
  const { observation } = how;
  const poolRps = (how.pool === null ? null : meanOf(how.pool)?.mean) ?? observation.demand.pool ?? run.facts.poolRps;
  const at = observation.pool?.at ?? observation.share.to;
  return {
    index: level.index,
    purpose: level.purpose,
    shareBp: level.shareBp,
    offeredRps: (level.shareBp / 10_000) * poolRps,
    demand: meanOf(how.demand),
    measuredShare: observation.share.share,
    from: countFrom ?? at,
    to: Math.max(at, countFrom ?? at),
    result: how.result,
    why: how.why,
    verdict: how.verdict,
  };
}
