import { HOUR, SECOND } from '../../domain/base/Duration';
import { OUTCOME_WORDS, type Outcome, type OutcomeKind } from '../../domain/ramp/Outcome';
import { parsePlan } from '../../domain/ramp/parsePlan';
import { parseStoredRun } from '../../domain/ramp/parseStoredRun';
import type { StoredRun } from '../../domain/ramp/StoredRun';
import type { RunRecord } from '../../domain/records/runRecord';
import type { RunLog } from '../../ports/RunStore';
import type { LoadTestRecord } from './LoadTestLog';

type Of<Event extends RunRecord['event']> = Extract<RunRecord, { event: Event }>;
type End = Of<'end'> | Of<'closed'>;

/** Of a run whose plan cannot be read. */
const LONGEST_RUN = 2 * HOUR;
/** The way back comes after the longest duration. */
const WAY_BACK = 300 * SECOND;

/** What the log of a run tells of it; null for a log without its beginning. @param now epoch milliseconds */
export function loadTestOfRun({ run, service, records }: RunLog, now: number): LoadTestRecord | null {
  const start = records.find((r): r is Of<'start'> => r.event === 'start');
  if (start === undefined) {
    return null;
  }
  const end = records.find((r): r is End => r.event === 'end' || r.event === 'closed');
  const common = { id: run, service, run, target: start.target, startedAt: start.at, by: start.by };
  return end === undefined
    ? { ...common, ...standing(start, records, now) }
    : { ...common, endedAt: end.at, lastSeenAt: end.at, ...found(end, parseStoredRun(end.report)) };
}

type Found = Pick<LoadTestRecord, 'outcome' | 'detail' | 'maxShare' | 'safeLimit' | 'version'>;
type Standing = Found & Pick<LoadTestRecord, 'endedAt' | 'lastSeenAt'>;

/** Greatest share that was asked for; of a run that has not ended nothing measured is kept. */
function standing(start: Of<'start'>, records: readonly RunRecord[], now: number): Standing {
  const last = records.at(-1) ?? start;
  const plan = parsePlan(start.plan);
  const longest = plan.ok ? plan.value.limits.runSeconds * SECOND : LONGEST_RUN;
  return {
    outcome: now - start.at <= longest + WAY_BACK ? 'open' : 'no-end',
    detail: last.event === 'change' ? `last recorded: ${last.state}${last.step === null ? '' : `, step ${last.step}`}` : 'last recorded: its start',
    endedAt: null,
    lastSeenAt: last.at,
    maxShare: null,
    safeLimit: null,
    version: null,
  };
}

function found(end: End, stored: StoredRun | null): Found {
  return {
    outcome: stored?.outcome.kind ?? namedOutcome(end) ?? 'unreadable',
    detail: end.detail === '' ? null : end.detail,
    maxShare: stored?.maxShare ?? null,
    safeLimit: stored === null ? null : carried(stored.outcome),
    version: stored?.facts?.version ?? null,
  };
}

function namedOutcome(end: End): OutcomeKind | null {
  return end.event === 'end' && isOutcome(end.outcome) ? end.outcome : null;
}

const isOutcome = (text: string): text is OutcomeKind => Object.hasOwn(OUTCOME_WORDS, text);

/** What one instance was seen to carry; null where the run ended before that was known. */
function carried(outcome: Outcome): number | null {
  switch (outcome.kind) {
    case 'limit-found':
    case 'carried-plan':
    case 'goal-met':
      return outcome.interval.low;
    case 'goal-missed':
      return outcome.carriedRps;
    case 'stopped-by-guard':
    case 'target-ejected':
    case 'stopped-by-operator':
    case 'rehearsed':
    case 'inconclusive':
    case 'lost-control':
      return null;
  }
}
