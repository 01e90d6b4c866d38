import { intervalOf } from '../../domain/ramp/intervalOf';
import { parseStoredRun } from '../../domain/ramp/parseStoredRun';
import type { EarlierBenchmark } from '../../domain/ramp/releaseComparison';
import type { RunLog } from '../../ports/RunStore';

/** What runs of a service that had ended before `before` found one instance to carry. */
export const earlierBenchmarks = (logs: readonly RunLog[], service: string, before: number): readonly EarlierBenchmark[] =>
  logs.filter((log) => log.service === service).flatMap(({ run, records }) => {
    const end = records.find((r) => r.event === 'end');
    const stored = end?.event === 'end' && end.at < before ? parseStoredRun(end.report) : null;
    const interval = stored === null ? null : 'interval' in stored.outcome ? stored.outcome.interval : intervalOf(stored);
    return stored === null || end === undefined || interval === null ? [] : [{ runId: run, at: end.at, version: stored.facts?.version ?? null, spec: stored.facts?.spec ?? null, interval }];
  });
