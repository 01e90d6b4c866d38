import { HOUR, SECOND } from '../base/Duration';
import type { StoredRun } from './StoredRun';

/** How long a fault lasted until the traffic was back. */
export interface FaultToBaseline {
  /** Null = no fault, or no baseline was seen. */
  readonly ms: number | null;
  /** What it was counted from, and how much longer it may have been. */
  readonly words: string;
}

/**
 * From the first sample past the guard to the baseline. The fault began after the sample before that one, so that the two
 * bound it. Without samples (the judge, an ejected target) it is counted from when the run saw it, and says so.
 */
export function faultToBaseline({ steps, ending, outcome, startedAt, fault }: StoredRun): FaultToBaseline {
  const faulty = outcome.kind === 'stopped-by-guard' || outcome.kind === 'target-ejected' || outcome.kind === 'goal-missed';
  const { baselineAt, releasedAt } = ending;
  if (!faulty) {
    return { ms: null, words: 'no fault in this run' };
  }
  if (baselineAt === null || releasedAt === null) {
    return { ms: null, words: 'not measured: the baseline was not seen in the traffic' };
  }
  if (fault !== null) {
    const ms = Math.max(0, baselineAt - fault.at);
    const most = fault.clearAt === null ? 'how much earlier the fault began is not known' : `the fault began up to ${seconds(fault.at - fault.clearAt)} before it, so at most ${seconds(baselineAt - fault.clearAt)}`;
    return { ms, words: `${seconds(ms)} from the first sample past the guard; ${most}` };
  }
  const failed = steps.at(-1);
  const seen = failed?.result === 'failed' && failed.to >= startedAt - HOUR ? Math.min(failed.to, releasedAt) : releasedAt;
  const ms = Math.max(0, baselineAt - seen);
  return { ms, words: `${seconds(ms)} from when the run saw it; no sample tells when it began, which was earlier` };
}

const seconds = (ms: number): string => `${(ms / SECOND).toFixed(1)} s`;
