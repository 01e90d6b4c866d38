import { OUTCOME_WORDS } from '../../domain/ramp/Outcome';
import { outcomeText } from '../../domain/ramp/outcomeText';
import type { GuardReading, Observation } from '../../domain/ramp/Observation';
import type { RampPlan } from '../../domain/ramp/Plan';
import type { RampState, Run } from '../../domain/ramp/RampState';
import { highestCarried } from '../../domain/ramp/search';
import { headlineOf } from './headlineOf';
import { leaseOf } from './leaseOf';
import type { LoadTestView, RunLine } from './LoadTestView';
import type { LogKept } from './RunLogWriter';

export interface ViewContext {
  readonly plan: RampPlan;
  readonly runId: string;
  readonly by: string;
  readonly role: LoadTestView['role'];
  readonly simulated: boolean;
  /** Keeper's clock. */
  readonly now: number;
  readonly mayRun: boolean;
  readonly lines: readonly RunLine[];
  readonly logKept: LogKept;
}

/** The state of a run as a page draws it. */
export function viewOf(state: RampState, context: ViewContext): LoadTestView {
  const { plan } = context;
  const run = 'run' in state ? state.run : null;
  const last = run?.last ?? null;
  const live = state.phase !== 'finished' && state.phase !== 'draft';
  return {
    runId: context.runId,
    service: plan.service,
    pool: plan.pool,
    target: plan.target,
    by: context.by,
    reason: plan.reason,
    role: context.role,
    simulated: context.simulated,
    phase: state.phase,
    headline: headlineOf(state),
    startedAt: run?.startedAt ?? null,
    now: context.now,
    share: shareOf(run, last),
    demand: demandOf(run, last),
    guards: (last?.guards ?? []).map(({ crossed: _crossed, ...guard }) => ({ ...guard, used: usedOf(guard) })),
    guardsNote: run?.checks.find(({ id }) => id === 'guards')?.evidence ?? null,
    verdicts: (run?.steps ?? []).flatMap((s) => (s.verdict === null ? [] : [{ step: s.index, kind: s.verdict.decision, reasons: [s.verdict.reason, ...s.verdict.metrics.flatMap((m) => [m.rule, m.flip])] }])),
    steps: run?.steps ?? [],
    level: levelOf(state, context.now),
    search: run?.course.kind === 'search' ? { carriedRps: highestCarried(run.course.search), failedRps: run.course.search.failed } : null,
    lease: leaseOf(state),
    harmed: { requests: run?.harmed ?? 0, ceiling: plan.limits.harmedRequests },
    evidenceAgeMs: last?.evidenceAgeMs ?? null,
    missing: last?.missing ?? [],
    warnings: run?.warnings ?? [],
    lines: context.lines,
    mayHold: context.role === 'driver' && HOLDABLE.has(state.phase),
    mayResume: context.role === 'driver' && state.phase === 'holding',
    mayStop: context.mayRun && live,
    outcome: state.phase === 'finished' ? { ...state.outcome, headline: OUTCOME_WORDS[state.outcome.kind], text: outcomeText(state.outcome) } : null,
    logKept: context.logKept,
  };
}

const HOLDABLE: ReadonlySet<RampState['phase']> = new Set(['settling', 'judging', 'confirming', 'backing-off']);

function shareOf(run: Run | null, last: Observation | null): LoadTestView['share'] {
  const part = (bp: number | null | undefined): number | null => (bp === null || bp === undefined ? null : bp / 10_000);
  return {
    commanded: part(run?.lease?.shareBp),
    reported: part(last?.pool?.effective.targetBp),
    measured: last?.share.share ?? null,
    fair: part(run?.facts.baselineBp),
    words: SHARE_WORDS[last?.share.state ?? 'unmeasurable'],
  };
}

const SHARE_WORDS = {
  agrees: 'measured and reported share agree',
  differs: 'the measured share is not what the endpoint reports',
  above: 'the measured share is above the ceiling',
  unmeasurable: 'too few requests yet to measure the share',
} as const;

function demandOf(run: Run | null, last: Observation | null): LoadTestView['demand'] {
  const { target = null, pool = null, worstPeer = null } = last?.demand ?? {};
  const members = run?.facts.members.length ?? 0;
  const fair = pool !== null && members > 0 ? pool / members : null;
  return {
    target,
    pool,
    worstPeer,
    peersMean: pool !== null && target !== null && members > 1 ? Math.max(0, pool - target) / (members - 1) : null,
    timesFair: target !== null && fair !== null && fair > 0 ? target / fair : null,
  };
}

/** Part of the way to the limit. */
const usedOf = ({ value, limit }: Pick<GuardReading, 'value' | 'limit'>): number | null => (value === null || limit === null || limit <= 0 || !Number.isFinite(limit) ? null : value / limit);

function levelOf(state: RampState, now: number): LoadTestView['level'] {
  if (!('level' in state) || state.level === null) {
    return null;
  }
  const { index, purpose, shareBp, wantedRps } = state.level;
  return { index, purpose, share: shareBp / 10_000, wantedRps, heldMs: state.countFrom === null ? 0 : Math.max(0, now - state.countFrom) };
}
