import { storedRunOf } from '../../domain/ramp/storedRunOf';
import type { StoredRun } from '../../domain/ramp/StoredRun';
import { plan } from '../../domain/ramp/run.fixture';
import type { RunRecord } from '../../domain/records/runRecord';
import type { RoutingOverride, RoutingPool } from '../../domain/routing/poolSchema';
import type { RunLog } from '../../ports/RunStore';

/** Keeper's clock, ten minutes into the run of the log. */
export const LATER = 1_700_000_600_000;

const common = { schema: 1, run: 'r', service: 'shop', by: 'ed' } as const;

/** A run on instance `a` of pool `p`; its plan allows 1234 harmed requests and a lease of 20 s. */
const start: RunRecord = { ...common, seq: 0, at: LATER - 600_000, event: 'start', pool: 'p', target: 'a', mode: 'limit', reason: 'before the sale', plan: { ...plan(), limits: { ...plan().limits, harmedRequests: 1_234 } } };

const logOf = (...more: readonly RunRecord[]): RunLog => ({ run: 'r', service: 'shop', records: [start, ...more], open: !more.some(({ event }) => event === 'end' || event === 'closed') });

/** Open; what its driver wrote last, so long ago. */
export const openLog = (state: string, agoMs: number, data: unknown = null): RunLog => logOf({ ...common, seq: 1, at: LATER - agoMs, event: 'change', state, step: 1, commandedBp: 3_000, detail: '', data });

/** Open, with nothing but its beginning. */
export const begunLog = (): RunLog => logOf();

/** Open, with a plan that this version cannot read. */
export const foreignLog = (): RunLog => ({ ...logOf(), records: [{ ...start, plan: null }] });

export const storedRun = (over: Partial<StoredRun> = {}): StoredRun => ({
  ...storedRunOf({ phase: 'finished', run: null, outcome: { kind: 'stopped-by-operator', by: 'ann' }, at: LATER, ending: { releasedAt: LATER, baselineAt: LATER, byContract: true, byMetrics: true, recoveredAt: null } }),
  ...over,
});

/** Ended by its driver with this report. */
export const endedLog = (report: unknown, outcome = 'stopped-by-operator'): RunLog => logOf({ ...common, seq: 1, at: LATER, event: 'end', outcome, detail: 'Stopped by ann.', report });

/** Closed by a visitor, who had measured nothing. */
export const closedLog = (): RunLog => logOf({ ...common, seq: 1, at: LATER, by: 'ann', event: 'closed', detail: 'its driver had gone, the traffic is back', report: storedRun() });

/** The pool of the run; `override` as it is in force. */
export const poolWith = (override: RoutingOverride | null): RoutingPool => ({
  id: 'p',
  service: null,
  kind: 'instance',
  members: [],
  revision: 1,
  baseline: {},
  override,
  effective: { shares: { a: 3_000 }, state: 'applied', source: 'router', observedAt: LATER },
  lastEnd: null,
  limits: { ceilingBp: 9_000, largestStepBp: 9_000, minDwellSeconds: 0, maxLifetimeSeconds: 7_200, maxEvidenceAgeSeconds: 60 },
  serverTime: LATER,
});

export const overrideOf = (runId: string): RoutingOverride => ({ leaseId: 1, holder: 'ed', runId, reason: '', shares: { a: 3_000 }, seq: 2, remainingMs: 14_000, hardRemainingMs: 3_000_000 });
