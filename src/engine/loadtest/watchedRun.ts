import { isAbortError } from '../../ports/AbortError';
import { concatMap, from, map, Observable, of, scan, startWith, switchMap, takeWhile, timer } from 'rxjs';
import { isOfRun } from './controllerGone';
import { OUTCOME_WORDS } from '../../domain/ramp/Outcome';
import { parsePlan } from '../../domain/ramp/parsePlan';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import type { Router } from '../../ports/Router';
import type { RunLog } from '../../ports/RunStore';
import type { LoadTestPorts } from './LoadTestPorts';
import type { LoadTestView, RunLine } from './LoadTestView';

const PERIOD = 2_000;
/** Looks at the contract for each look at the log. */
const LOG_EVERY = 3;

/** A run driven elsewhere, or whose driver died: what the log and the contract say of it. The one thing to do here is stop. */
export function watchedRun(first: RunLog, { router, store }: Pick<LoadTestPorts, 'router' | 'store'>, mayRun: boolean): Observable<LoadTestView> {
  const start = first.records.find((r) => r.event === 'start');
  const pool = start?.event === 'start' ? start.pool : null;
  const logs = timer(PERIOD * LOG_EVERY, PERIOD * LOG_EVERY).pipe(
    concatMap(() => store.run(first.run)),
    map((found) => (found.ok ? found.value : null)),
    // A log that cannot be read just now says no less than before.
    scan((known: RunLog, read) => read ?? known, first),
    startWith(first)
  );
  return logs.pipe(
    takeWhile((log) => log.open, true),
    switchMap((log) => (pool === null || !log.open ? of({ log, state: null }) : timer(0, PERIOD).pipe(concatMap(() => read(router, pool)), map((state) => ({ log, state }))))),
    map(({ log, state }) => viewOfLog(log, state, mayRun))
  );
}

/** Null = the contract could not be read just now. */
function read(router: Router, pool: string): Observable<RoutingPool | null> {
  return new Observable((subscriber) => {
    const abort = new AbortController();
    const reading = from(
      router.pool(pool, abort.signal).then(
        (outcome) => (outcome.kind === 'done' ? outcome.value : null),
        (reason: unknown) => {
          if (isAbortError(reason)) {
            return null;
          }
          throw reason;
        }
      )
    ).subscribe(subscriber);
    return () => {
      reading.unsubscribe();
      abort.abort();
    };
  });
}

interface Logged {
  readonly pool: string;
  readonly target: string;
  readonly by: string;
  readonly reason: string;
  readonly at: number | null;
  readonly ttlSeconds: number;
  readonly harmedCeiling: number;
}

/** What its first record says of a run. */
function loggedOf(log: RunLog): Logged {
  const start = log.records.find((r) => r.event === 'start');
  if (start?.event !== 'start') {
    return { pool: '', target: '', by: '', reason: '', at: null, ttlSeconds: 0, harmedCeiling: 0 };
  }
  const plan = parsePlan(start.plan);
  const { pool, target, by, reason, at } = start;
  return { pool, target, by, reason, at, ttlSeconds: plan.ok ? plan.value.ttlSeconds : 0, harmedCeiling: plan.ok ? plan.value.limits.harmedRequests : 0 };
}

const part = (bp: number | null | undefined): number | null => (bp === null || bp === undefined ? null : bp / 10_000);

const GONE = 'No override of this run is in force: its driver has gone, and the traffic is back. The record can be closed.';

function viewOfLog(log: RunLog, pool: RoutingPool | null, mayRun: boolean): LoadTestView {
  const { at, ttlSeconds, harmedCeiling, ...logged } = loggedOf(log);
  const override = pool?.override && isOfRun(pool.override.runId, log.run) ? pool.override : null;
  return {
    ...NOTHING_MEASURED,
    ...logged,
    runId: log.run,
    service: log.service,
    phase: log.open ? 'judging' : 'finished',
    headline: headline(log, override !== null, pool !== null),
    startedAt: at,
    now: pool?.serverTime ?? log.records.at(-1)?.at ?? 0,
    share: { ...NOTHING_MEASURED.share, commanded: part(override?.shares[logged.target]), reported: part(pool?.effective.shares?.[logged.target]) },
    lease: override === null ? null : { remainingMs: override.remainingMs, hardRemainingMs: override.hardRemainingMs, ttlSeconds, enforcedBy: '', promiseMs: override.remainingMs },
    harmed: { requests: 0, ceiling: harmedCeiling },
    warnings: override === null && log.open && pool !== null ? [GONE] : [],
    lines: linesOf(log),
    mayStop: mayRun && log.open,
  };
}

/** What only the page that drives a run can tell. */
const NOTHING_MEASURED = {
  role: 'watcher',
  simulated: false,
  share: { commanded: null, reported: null, measured: null, fair: null, words: 'only the page that drives the run measures the share' },
  demand: { target: null, peersMean: null, worstPeer: null, pool: null, timesFair: null },
  guards: [],
  verdicts: [],
  steps: [],
  level: null,
  search: null,
  evidenceAgeMs: null,
  missing: [],
  mayHold: false,
  mayResume: false,
  outcome: null,
  logKept: 'stored',
} as const;

function headline(log: RunLog, alive: boolean, read: boolean): string {
  if (!log.open) {
    return linesOf(log).at(-1)?.text ?? 'Ended';
  }
  if (!read) {
    return 'The routing endpoint cannot be read: whether this run still holds traffic is not known';
  }
  return alive ? 'Driven from another page: traffic is being moved' : 'The driver of this run has gone; its lease is over';
}

const linesOf = (log: RunLog): readonly RunLine[] =>
  log.records.map((record): RunLine => {
    switch (record.event) {
      case 'start':
        return { at: record.at, text: `Started by ${record.by}: ${record.reason}`, tone: 'info' };
      case 'change':
        return { at: record.at, text: `${record.state}${record.step === null ? '' : `, step ${record.step}`}${record.detail === '' ? '' : `: ${record.detail}`}`, tone: 'info' };
      case 'end':
        return { at: record.at, text: `${record.outcome in OUTCOME_WORDS ? OUTCOME_WORDS[record.outcome as keyof typeof OUTCOME_WORDS] : record.outcome}. ${record.detail}`, tone: 'good' };
      case 'closed':
        return { at: record.at, text: `Closed by ${record.by}: ${record.detail}`, tone: 'warn' };
    }
  });
