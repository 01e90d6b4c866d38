import { evaluateGuard } from '../../domain/guards/evaluateGuard';
import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import { plan } from '../../domain/ramp/run.fixture';
import { guardSpecs } from '../../domain/ramp/guardSpecs';
import type { MemberCounters, RoutingPool } from '../../domain/routing/poolSchema';
import { RouterSignals, routerSignals } from './RouterSignals';

const SCRAPE = 5_000;
const subjects: readonly SubjectSamples[] = [
  { subject: 'a', role: 'target', series: {}, buckets: [] },
  { subject: 'b', role: 'peer', series: {}, buckets: [] },
];

const pool = (serverTime: number, counters: Readonly<Record<string, MemberCounters | null>>): RoutingPool =>
  ({ serverTime, members: Object.entries(counters).map(([id, one]) => ({ id, counters: one })) }) as unknown as RoutingPool;

/** The same, and then a router that was restarted and counts from 0. */
function restarted(): RouterSignals {
  const signals = looks(12);
  signals.add(pool(13_000, { a: { sent: 1, completed: 1, retries: 0, queue: 0 }, b: { sent: 1, completed: 1, retries: 0, queue: 0 } }));
  return signals;
}

/** A look a second at 80 requests/s each, of which `a` answers none from `hangsAt` (seconds) on. */
function looks(seconds: number, hangsAt = Infinity): RouterSignals {
  const signals = new RouterSignals(SCRAPE);
  for (let s = 0; s <= seconds; s++) {
    const a = { sent: 80 * s, completed: 80 * Math.min(s, hangsAt), retries: 0, queue: 0 };
    signals.add(pool(s * 1_000, { a, b: { sent: 80 * s, completed: 80 * s, retries: 0, queue: 0 } }));
  }
  return signals;
}

function hang(signals: RouterSignals, now: number): string | undefined {
  const known = routerSignals(pool(0, { a: { sent: 1, completed: 1, retries: 0, queue: 0 } }));
  const guards = guardSpecs(plan(), { signals: known, buckets: false, cores: null, memoryBytes: null, targetStartedSeconds: null });
  const guard = guards.find(({ spec }) => spec.id === 'hang-target');
  const samples = signals.onto(subjects, now);
  return guard && samples ? evaluateGuard(guard.spec, { scrapeMs: SCRAPE, subjects: samples, router: null }, now).verdict : undefined;
}

describe("the router's own counters", () => {
  it.each<[string, Readonly<Record<string, MemberCounters | null>>, readonly string[]]>([
    ['all of them', { a: { sent: 1, completed: 1, retries: 0, queue: 0 } }, ['router-sent', 'router-completed', 'router-retries', 'router-queue']],
    ['sent and completed alone', { a: { sent: 1, completed: 1 } }, ['router-sent', 'router-completed']],
    ['what was sent, not what came back', { a: { sent: 1 } }, []],
    ['not of every member', { a: { sent: 1, completed: 1 }, b: null }, []],
    ['a pool without members', {}, []],
  ])('count where they can tell a hang: %s', (_name, counters, known) => {
    expect([...routerSignals(pool(0, counters))]).toEqual(known);
  });

  it('lie a scrape apart', () => {
    const [a] = looks(13).onto(subjects, 13_000) ?? [];
    expect(a?.series['router-sent']).toEqual([[{ at: 0, value: 0 }, { at: 5_000, value: 400 }, { at: 10_000, value: 800 }]]);
  });

  it.each<[string, RouterSignals, number, string | undefined]>([
    ['everything comes back', looks(12), 12_000, 'pass'],
    ['nothing came back for a second before the newest sample', looks(12, 9), 12_000, 'stop'],
    ['not long enough to tell', looks(4), 4_000, undefined],
    ['the router was restarted', restarted(), 13_000, undefined],
    ['the endpoint is silent', looks(12), 23_000, undefined],
  ])('show a hang: %s', (_name, signals, now, verdict) => {
    expect(hang(signals, now)).toBe(verdict);
  });
});
