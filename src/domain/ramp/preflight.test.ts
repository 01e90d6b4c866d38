import type { AlertsSeen } from './AlertsSeen';
import { preflight, type PreflightInputs } from './preflight';
import { facts, NOW, plan, STANDING } from './run.fixture';

const QUIET: AlertsSeen = { by: 'Grafana', known: true, alerts: [] };

const inputs = (over: Partial<PreflightInputs> = {}): PreflightInputs => ({
  facts: facts(),
  routerProblem: null,
  verification: 'router',
  ttlRangeSeconds: { min: 5, max: 60 },
  frozen: null,
  heldBy: null,
  otherRun: null,
  allServing: true,
  targetServing: true,
  mayRun: true,
  poolRps: 500,
  peakTodayRps: 900,
  evidenceAgeMs: 2_000,
  missing: [],
  guards: [],
  targetMatches: 1,
  clockOffsetMs: 20,
  scrapeTimeoutMs: 2_000,
  alerts: [QUIET],
  versionsInPool: ['v1'],
  autoscaler: { min: 5, max: 5 },
  earlier: null,
  lastRehearsal: STANDING,
  now: NOW + 1_000,
  ...over,
});

const check = (id: string, over: Partial<PreflightInputs>, changed = plan()) => preflight(changed, inputs(over)).checks.find((c) => c.id === id);

describe('preflight', () => {
  it('passes with everything in place and hands on the facts', () => {
    const report = preflight(plan(), inputs());
    expect(report.checks.filter((c) => c.state !== 'pass')).toEqual([]);
    expect(report.facts).toMatchObject({ poolRps: 500, peakTodayRps: 900, ttlSeconds: 20 });
    expect(report.checks.every((c) => c.evidence.length > 10)).toBe(true);
  });

  it('brings the life of the lease into what the endpoint allows', () => {
    expect(preflight(plan({ ttlSeconds: 300 }), inputs()).facts?.ttlSeconds).toBe(60);
  });

  it.each<[string, string, Partial<PreflightInputs>, string]>([
    ['an endpoint that does not answer', 'endpoint', { facts: null, routerProblem: 'connection refused' }, 'connection refused'],
    ['a role that may not', 'permission', { mayRun: false }, 'Editor'],
    ['a freeze', 'frozen', { frozen: 'incident 7' }, 'incident 7'],
    ['another holder', 'alone', { heldBy: 'ann' }, 'ann'],
    ['another run of this keeper', 'alone', { otherRun: 'r9' }, 'r9'],
    ['a target that is no member', 'members', { facts: facts({ members: ['b', 'c'] }) }, 'a is not a member'],
    ['a run that ends before the judge could look', 'scrape', { facts: facts({ scrapeMs: 600_000 }) }, 'ends before the first look'],
    ['a target that is ejected', 'members', { targetServing: false }, 'does not serve'],
    ['a pool of one', 'members', { facts: facts({ members: ['a'] }) }, 'one member'],
    ['a member that does not serve', 'members', { allServing: false }, 'does not serve'],
    ['a target in no metric', 'mapped', { targetMatches: 0 }, 'no instance'],
    ['a target that matches two', 'mapped', { targetMatches: 2 }, '2 instances'],
    ['a missing series', 'evidence', { missing: ['cpu of a'] }, 'cpu of a'],
    ['old samples', 'evidence', { evidenceAgeMs: 11_000 }, '11 s old'],
    ['clocks apart', 'clocks', { clockOffsetMs: -3_600_000 }, '3600 s'],
    ['clocks that cannot be compared', 'clocks', { clockOffsetMs: null }, 'could not be compared'],
    ['a rest that cannot carry the peak', 'survivors', { peakTodayRps: 1_700 }, '4 x 400 requests/s = 1600'],
    ['demand that is not known', 'survivors', { poolRps: null }, 'not known'],
    ['an alert that fires', 'quiet', { alerts: [QUIET, { by: 'Prometheus', known: true, alerts: [{ name: 'Latency high', about: 'checkout', state: 'firing' }] }] }, 'Latency high'],
    ['a rollout', 'rollout', { versionsInPool: ['v1', 'v2'] }, '2 versions'],
  ])('refuses %s', (_name, id, over, evidence) => {
    const found = check(id, over);
    expect(found).toMatchObject({ state: 'refuse' });
    expect(found?.evidence).toContain(evidence);
    expect(preflight(plan(), inputs(over)).facts).toBeNull();
  });

  it('refuses sticky sessions, and a keeper-only lease for a P0 service', () => {
    expect(check('stateless', {}, plan({ stateless: false }))).toMatchObject({ state: 'refuse' });
    expect(check('lease', { facts: facts({ enforcedBy: 'keeper' }) }, plan({ tier: 'P0' }))).toMatchObject({ state: 'refuse' });
    expect(check('lease', { facts: facts({ enforcedBy: 'keeper' }) })).toMatchObject({ state: 'warn' });
  });

  it.each<[string, Partial<PreflightInputs>]>([
    ['a safe limit that would do', {}],
    ['no safe limit', { facts: facts({ safeLimitRps: null }) }],
  ])('refuses an unknown peak of today for a P0 service, with %s', (_name, over) => {
    const found = check('survivors', { ...over, peakTodayRps: null }, plan({ tier: 'P0' }));
    expect(found).toMatchObject({ state: 'refuse', evidence: expect.stringContaining('peak of today could not be read') });
  });

  it('says when the judge will look', () => expect(check('scrape', {})?.evidence).toContain('up to 3 times, 2, 3.3 and 5 minutes after'));

  it('promises no cap that nothing keeps', () => {
    expect(check('survivors', { facts: facts({ safeLimitRps: null }) })?.evidence).toContain('the share is not capped');
  });

  it.each<[string, string, Partial<PreflightInputs>]>([
    ['a router that only echoes', 'verification', { verification: 'echo' }],
    ['a slow scrape', 'scrape', { facts: facts({ scrapeMs: 30_000 }) }],
    ['an unknown safe limit', 'survivors', { facts: facts({ safeLimitRps: null }) }],
    ['an unknown peak of today', 'survivors', { peakTodayRps: null }],
    ['neither safe limit nor peak known', 'survivors', { facts: facts({ safeLimitRps: null }), peakTodayRps: null }],
    ['an autoscaler nobody could ask about', 'autoscaler', { autoscaler: null, autoscalerUnknown: 'could not be read: it took too long' }],
    ['an autoscaler that may move', 'autoscaler', { autoscaler: { min: 3, max: 9 } }],
    ['alerts that cannot be read', 'quiet', { alerts: [] }],
    ['versions that are not there', 'rollout', { versionsInPool: null }],
    ['too little history', 'noise', { facts: facts({ visibleShift: null }) }],
    ['a rehearsal of another endpoint', 'rehearsal', { lastRehearsal: { ...STANDING, server: 'keeper 2' } }],
    ['a rehearsal eight days old', 'rehearsal', { now: NOW + 8 * 86_400_000 }],
  ])('warns of %s and goes on', (_name, id, over) => {
    expect(check(id, over)).toMatchObject({ state: 'warn' });
  });

  it.each([
    ['default scrapes', 5_000, 'before 30 windows (10 minutes)'],
    ['slow scrapes', 30_000, 'before 30 windows (30 minutes)'],
  ])('says at %s how much history the judge needs, and what comes of less', (_name, scrapeMs, words) => {
    const evidence = check('noise', { facts: facts({ visibleShift: null, scrapeMs }) })?.evidence;
    expect(evidence).toContain(words);
    expect(evidence).toContain('ends inconclusive');
  });
});
