import { DAY } from '../../domain/base/Duration';
import { OUTCOME_WORDS } from '../../domain/ramp/Outcome';
import { parseStoredRun } from '../../domain/ramp/parseStoredRun';
import type { RunLog } from '../../ports/RunStore';
import type { RunSummary } from './RunSummary';

/** Runs of the last `days`, newest first. */
export const historyOf = (runs: readonly RunLog[], now: number, days: number): readonly RunSummary[] =>
  runs
    .map(summaryOf)
    .filter((run) => run !== null)
    .filter((run) => run.startedAt >= now - days * DAY)
    .sort((a, b) => b.startedAt - a.startedAt);

/** Null for a log without its beginning. */
export function summaryOf(log: RunLog): RunSummary | null {
  const start = log.records.find((r) => r.event === 'start');
  if (start?.event !== 'start') {
    return null;
  }
  const end = log.records.find((r) => r.event === 'end' || r.event === 'closed');
  const stored = end !== undefined && 'report' in end ? parseStoredRun(end.report) : null;
  const interval = stored !== null && 'interval' in stored.outcome ? stored.outcome.interval : null;
  return {
    runId: log.run,
    service: log.service,
    pool: start.pool,
    target: start.target,
    by: start.by,
    startedAt: start.at,
    endedAt: end?.at ?? null,
    outcome: stored?.outcome.kind ?? null,
    alive: log.open ? null : false,
    ours: false,
    headline: stored === null ? (end === undefined ? 'Not ended' : `Closed by ${end.by}`) : OUTCOME_WORDS[stored.outcome.kind],
    version: stored?.facts?.version ?? null,
    carriedRps: interval?.mean ?? null,
    interval: interval === null ? null : { low: interval.low, high: interval.high },
  };
}
