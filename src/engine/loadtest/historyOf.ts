import { DAY } from '../../domain/base/Duration';
import { OUTCOME_WORDS } from '../../domain/ramp/Outcome';
import { parseStoredRun } from '../../domain/ramp/parseStoredRun';
import type { StoredRun } from '../../domain/ramp/StoredRun';
import type { RunRecord } from '../../domain/records/runRecord';
import type { RunLog } from '../../ports/RunStore';
import type { RunSummary } from './RunSummary';

/** Runs of the last `days`, newest first. */
export const historyOf = (runs: readonly RunLog[], now: number, days: number): readonly RunSummary[] =>
  runs
    .map(summaryOf)
    .filter((run) => run !== null)
    .filter((run) => run.startedAt >= now - days * DAY)
    .sort((a, b) => b.startedAt - a.startedAt);

function headlineOf(stored: StoredRun | null, end: RunRecord | undefined): string {
  if (end?.event === 'closed') {
    return `Closed by ${end.by}: its controller died`;
  }
  return stored === null ? (end === undefined ? 'Not ended' : 'Ended; its report cannot be read') : OUTCOME_WORDS[stored.outcome.kind];
}

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
    headline: headlineOf(stored, end),
    version: stored?.facts?.version ?? null,
    carriedRps: interval?.mean ?? null,
    interval: interval === null ? null : { low: interval.low, high: interval.high },
  };
}
