import type { Result } from '../../domain/base/Result';
import { parsePlan } from '../../domain/ramp/parsePlan';
import { parseStoredRun } from '../../domain/ramp/parseStoredRun';
import { promisedReturnMs } from '../../domain/ramp/rehearsal';
import type { StoredRun } from '../../domain/ramp/StoredRun';
import { wholeSteps } from '../../domain/ramp/wholeSteps';
import type { RoutingCapabilities } from '../../domain/routing/capabilitiesSchema';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import type { RunLog } from '../../ports/RunStore';
import { leaseAfter } from './leaseAfter';
import type { LeaseView } from './LeaseView';
import { linesOfLog } from './linesOfLog';
import type { LoadTestView } from './LoadTestView';
import { phaseOfLog } from './phaseOfLog';
import { standingOfLog, type Standing } from './standingOfLog';

/**
 * A run as somebody sees it who does not drive it.
 * @param look at its pool; null = not asked for: the run has ended, or its log does not say which pool
 * @param capabilities null = not answered yet
 */
export function viewOfLog(log: RunLog, look: Result<RoutingPool, string> | null, capabilities: RoutingCapabilities | null, mayRun: boolean): LoadTestView {
  const { at, ttlSeconds, harmedCeiling, ...logged } = loggedOf(log);
  const pool = look?.ok ? look.value : null;
  const standing = standingOfLog(log, look);
  const stored = storedOf(log);
  const shares = standing.kind === 'held' ? standing.override.shares : null;
  return {
    ...NOTHING_MEASURED,
    ...logged,
    runId: log.run,
    service: log.service,
    phase: phaseOf(standing, log),
    headline: headlineOf(standing, log),
    startedAt: at,
    now: pool?.serverTime ?? log.records.at(-1)?.at ?? 0,
    share: { ...NOTHING_MEASURED.share, commanded: part(shares?.[logged.target]), reported: part(pool?.effective.shares?.[logged.target]) },
    lease: leaseOf(log, standing, ttlSeconds, capabilities),
    harmed: { requests: stored?.harmed ?? null, ceiling: harmedCeiling },
    steps: wholeSteps(
      stored?.steps ?? [],
      log.records.flatMap((r) => (r.event === 'change' ? [r.data] : []))
    ),
    warnings: standing.kind === 'abandoned' ? [standing.taken ? TAKEN : GONE] : [],
    lines: linesOfLog(log),
    mayStop: mayRun && log.open,
  };
}

const GONE = 'No override of this run is in force: its driver has gone, and the traffic is back. The record can be closed.';
const TAKEN = 'No override of this run is in force: its driver has gone, and another run holds the pool. The record can be closed.';

function phaseOf(standing: Standing, log: RunLog): LoadTestView['phase'] {
  switch (standing.kind) {
    case 'ended':
      return 'finished';
    case 'unknown':
    case 'abandoned':
      return standing.kind;
    case 'held':
    case 'free':
      return phaseOfLog(log);
  }
}

function headlineOf(standing: Standing, log: RunLog): string {
  switch (standing.kind) {
    case 'ended':
      return linesOfLog(log).at(-1)?.text ?? 'Ended';
    case 'unknown':
      return standing.headline;
    case 'held':
      return 'Driven from another page: traffic is being moved';
    case 'abandoned':
      return 'The driver of this run has gone; its lease is over';
    case 'free':
      return 'No traffic is held by this run now; its driver has not ended it yet';
  }
}

function leaseOf(log: RunLog, standing: Standing, ttlSeconds: number | null, capabilities: RoutingCapabilities | null): LeaseView {
  switch (standing.kind) {
    case 'ended':
      return leaseAtEnd(log);
    case 'unknown':
      return { state: 'unknown', reason: standing.reason };
    case 'held': {
      const { remainingMs, hardRemainingMs } = standing.override;
      const promiseMs = capabilities === null ? null : promisedReturnMs(remainingMs / 1000, capabilities.propagationMs.max);
      return { state: 'held', remainingMs, hardRemainingMs, ttlSeconds, enforcedBy: capabilities?.lease.enforcedBy ?? null, promiseMs };
    }
    case 'abandoned':
    case 'free':
      return { state: 'none' };
  }
}

function leaseAtEnd(log: RunLog): LeaseView {
  const stored = storedOf(log);
  if (stored !== null) {
    return leaseAfter(stored);
  }
  const lost = log.records.some((r) => r.event === 'end' && r.outcome === 'lost-control');
  return lost ? { state: 'unknown', reason: 'the run lost control, and its report cannot be read' } : { state: 'none' };
}

/** What its driver left at the end; null for a run that goes on, or that a visitor closed: then nobody had measured it. */
function storedOf(log: RunLog): StoredRun | null {
  const end = log.records.find((r) => r.event === 'end');
  return end?.event === 'end' ? parseStoredRun(end.report) : null;
}

interface Logged {
  readonly pool: string;
  readonly target: string;
  readonly by: string;
  readonly reason: string;
  readonly at: number | null;
  /** Null = its plan cannot be read. */
  readonly ttlSeconds: number | null;
  readonly harmedCeiling: number | null;
}

/** What its first record says of a run. */
function loggedOf(log: RunLog): Logged {
  const start = log.records.find((r) => r.event === 'start');
  if (start?.event !== 'start') {
    return { pool: '', target: '', by: '', reason: '', at: null, ttlSeconds: null, harmedCeiling: null };
  }
  const plan = parsePlan(start.plan);
  const { pool, target, by, reason, at } = start;
  return { pool, target, by, reason, at, ttlSeconds: plan.ok ? plan.value.ttlSeconds : null, harmedCeiling: plan.ok ? plan.value.limits.harmedRequests : null };
}

const part = (bp: number | null | undefined): number | null => (bp === null || bp === undefined ? null : bp / 10_000);

/** What only the page that drives a run can tell. */
const NOTHING_MEASURED = {
  role: 'watcher',
  simulated: false,
  share: { commanded: null, reported: null, measured: null, fair: null, words: 'only the page that drives the run measures the share' },
  demand: { target: null, peersMean: null, worstPeer: null, pool: null, timesFair: null },
  guards: [],
  verdicts: [],
  level: null,
  search: null,
  evidenceAgeMs: null,
  missing: [],
  mayHold: false,
  mayResume: false,
  outcome: null,
  logKept: 'stored',
} as const;
