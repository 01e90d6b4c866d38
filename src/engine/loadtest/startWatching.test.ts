import { facts, NOW, plan, report } from '../../domain/ramp/run.fixture';
import { SIGNAL, type Signal } from '../../domain/ramp/Signal';
import type { MemberCounters, RoutingPool } from '../../domain/routing/poolSchema';
import type { Gathered } from './gatherPreflight';
import { judgeFor } from './judgeFor';
import { RunJudge } from './RunJudge';
import { startWatching } from './startWatching';
import type { Telemetry } from './telemetry/Telemetry';

const { members } = facts();
const MEASURED: ReadonlySet<Signal> = new Set([SIGNAL.requests, SIGNAL.errors]);

/** A pool whose target answers nothing while its peers do, `seconds` after the run began. */
const pool = (seconds: number, counters: (id: string) => MemberCounters | null): RoutingPool =>
  ({
    serverTime: NOW + seconds * 1_000,
    members: members.map((id) => ({ id, serving: true, counters: counters(id) })),
    override: null,
    baseline: {},
    effective: { shares: null, state: 'applied', source: 'router', observedAt: NOW },
    lastEnd: null,
    revision: 1,
  }) as unknown as RoutingPool;

const hung = (seconds: number) => (id: string): MemberCounters => ({ sent: 80 * seconds, completed: id === 'a' ? 0 : 80 * seconds });

function guardsSeen(signals: ReadonlySet<Signal>, counters: (seconds: number) => (id: string) => MemberCounters | null): readonly string[] {
  const subjects = members.map((id) => ({ subject: id, role: id === 'a' ? ('target' as const) : ('peer' as const), series: {}, buckets: [] }));
  const telemetryFacts = { signals, buckets: false, scrapeMs: 5_000, cores: null, memoryBytes: null, targetStartedSeconds: null, safeLimitRps: null };
  const gathered = { telemetryFacts, reading: { subjects, now: NOW }, pool: pool(0, counters(0)), curves: { mean: null, p99: null } } as unknown as Gathered;
  const telemetry = { required: [] } as unknown as Telemetry;
  const observer = startWatching(plan(), report(), gathered, telemetry, new RunJudge(judgeFor(plan()), telemetry, plan()));
  const look = (seconds: number) =>
    observer?.look({ startedAt: 0, keeperNow: NOW + seconds * 1_000, pool: pool(seconds, counters(seconds)), poolProblem: null, subjects, metricsProblem: null }, { phase: 'draft', plan: plan(), runId: 'r' });
  look(0);
  return (look(6)?.guards ?? []).filter(({ id }) => id.startsWith('hang-')).map(({ id, state }) => `${id} ${state}`);
}

describe('what watches a run for a hang', () => {
  it("is the router's own counters where the metrics do not tell what was sent", () => {
    expect(guardsSeen(MEASURED, hung)).toEqual(['hang-target stop', 'hang-peer pass']);
  });

  it('is nothing where the router counts nothing either', () => {
    expect(guardsSeen(MEASURED, () => () => null)).toEqual([]);
  });
});
