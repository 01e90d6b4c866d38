import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import { plan } from '../../domain/ramp/run.fixture';
import { SIGNAL } from '../../domain/ramp/Signal';
import { GuardDesk } from './GuardDesk';
import { Observer } from './Observer';
import type { TelemetryFacts } from './telemetry/Telemetry';

const SCRAPE = 5_000;
const MEMBERS = ['a', 'b', 'c'];

/** What each member was asked in the last half minute, requests/s; null = it has not been sampled twice. */
function demandOf(rates: Readonly<Record<string, number | null>>) {
  const times = Array.from({ length: 7 }, (_, i) => i * SCRAPE);
  const counter = (rps: number | null) => (rps === null ? [{ at: 30_000, value: 7 }] : times.map((at) => ({ at, value: (rps * at) / 1000 })));
  const subjects = MEMBERS.map((id): SubjectSamples => ({ subject: id, role: id === 'a' ? 'target' : 'peer', series: { [SIGNAL.requests]: [counter(rates[id] ?? null)] }, buckets: [] }));
  const facts = { scrapeMs: SCRAPE, safeLimitRps: null } as TelemetryFacts;
  const observer = new Observer(plan(), facts, [], MEMBERS, new GuardDesk([], SCRAPE), { errorRatio: 0, latencySeconds: null }, 0, 1, null);
  return observer.look({ startedAt: 0, keeperNow: 31_000, pool: null, poolProblem: 'away', subjects, metricsProblem: null }, { phase: 'draft', plan: plan(), runId: 'r' }).demand;
}

it.each<[string, Readonly<Record<string, number | null>>, object]>([
  ['everybody is known', { a: 30, b: 10, c: 20 }, { pool: 60, target: 30, worstPeer: 20 }],
  ['a peer is not: neither the pool nor the busiest peer is', { a: 30, b: 10, c: null }, { pool: null, target: 30, worstPeer: null }],
  ['no peer is: that is not 0', { a: 30, b: null, c: null }, { pool: null, target: 30, worstPeer: null }],
  ['the target is not: its peers are', { a: null, b: 10, c: 20 }, { pool: null, target: null, worstPeer: 20 }],
  ['nobody asks for anything', { a: 0, b: 0, c: 0 }, { pool: 0, target: 0, worstPeer: 0 }],
])('demand: %s', (_name, rates, expected) => {
  expect(demandOf(rates)).toEqual(expected);
});
