import { evaluateGuard } from './evaluateGuard';
import { counter, gauge, NOW, samples, SCRAPE, steady, subject } from './guards.fixture';
import type { GuardVerdict } from './GuardResult';
import type { GuardSamples, RouterFacts } from './GuardSamples';
import type { GuardSpec } from './GuardSpec';
import type { ShareJudgement } from './judgeShare';

const common = { role: 'safety', strength: 'hard', confirmations: 2 } as const;
const restarted: GuardSpec = { ...common, id: 'restart', kind: 'restarted', startTime: 'start', pinnedStartSeconds: 1000, healthy: 'up' };
const membership: GuardSpec = { ...common, id: 'members', kind: 'membership', expected: ['a:1', 'b:1'] };
const stale: GuardSpec = { ...common, id: 'stale', kind: 'stale', on: 'target', signals: ['requests', 'cpu'] };
const share: GuardSpec = { ...common, id: 'share', kind: 'share' };
const lease: GuardSpec = { ...common, id: 'lease', kind: 'lease' };

const router = (over: Partial<RouterFacts> = {}): RouterFacts => ({ members: ['a:1', 'b:1'], targetServing: true, lease: 'held', ...over });
const target = (up: readonly number[], start = 1000) => [subject({ up: [gauge(up)], start: [gauge([start])] })];
const window = { kind: 'measured', from: 0, to: 20_000, share: 0.3, requests: 1000 } as const;
const agrees: ShareJudgement = { kind: 'agrees', window, toleratedBy: 0.03 };
const differs: ShareJudgement = { kind: 'differs', window, toleratedBy: 0.03 };

describe('evaluateGuard: facts', () => {
  it.each<[string, GuardSpec, GuardSamples, GuardVerdict, RegExp]>([
    ['serves, healthy, same start', restarted, samples(target(steady(1))), 'pass', /has not restarted/],
    ['ejected', restarted, samples(target(steady(1)), { router: router({ targetServing: false }) }), 'stop', /ejected/],
    ['started anew', restarted, samples(target(steady(1), 1500)), 'stop', /started anew 500 s after/],
    ['unhealthy once', restarted, samples(target([1, 1, 0])), 'hold', /1 of 2/],
    ['unhealthy twice', restarted, samples(target([1, 0, 0])), 'stop', /2 of 2/],
    ['not scraped any more', restarted, samples([subject({ up: [gauge(steady(1), 3 * SCRAPE)], start: [gauge([1000])] })]), 'stop', /not scraped/],
    ['the pool cannot be read', restarted, samples(target(steady(1)), { router: null }), 'hold', /could not be read/],
    ['no samples of the target', restarted, samples([]), 'stop', /no samples/],
    ['same members', membership, samples([]), 'pass', /same 2 members/],
    ['one gone, one new', membership, samples([], { router: router({ members: ['a:1', 'c:1'] }) }), 'stop', /b:1 is gone, c:1 is new/],
    ['members not known', membership, samples([], { router: null }), 'hold', /not known/],
    ['all fresh', stale, samples([subject({ requests: [counter(steady(1))], cpu: [counter(steady(1))] })]), 'pass', /1\.0 s old/],
    ['one series stale', stale, samples([subject({ requests: [counter(steady(1))], cpu: [counter(steady(1), { age: 11_000 })] })]), 'stop', /cpu of a:1: the newest sample is 11\.0 s old, at most 10 s/],
    ['one series absent', stale, samples([subject({ requests: [counter(steady(1))] })]), 'stop', /cpu of a:1: there is no sample/],
    ['only NaN', stale, samples([subject({ requests: [counter(steady(1))], cpu: [gauge([NaN])] })]), 'stop', /there is no sample/],
    ['a clock hours off', stale, samples([subject({ requests: [counter(steady(1), { age: -7_200_000 })], cpu: [counter(steady(1))] })]), 'stop', /7200\.0 s in the future/],
    ['lease held', lease, samples([]), 'pass', /held/],
    ['lease lost', lease, samples([], { router: router({ lease: 'lost' }) }), 'stop', /lost/],
    ['lease not known', lease, samples([], { router: router({ lease: 'unknown' }) }), 'hold', /not known/],
    ['nothing read from the router', lease, samples([], { router: null }), 'hold', /could not be read/],
    ['still settling', share, samples([]), 'pass', /settling/],
    ['share as reported', share, samples([], { shares: [differs, differs, agrees] }), 'pass', /30 %/],
    ['share differs once', share, samples([], { shares: [agrees, differs] }), 'hold', /not what the router reports/],
    ['share differs twice', share, samples([], { shares: [agrees, differs, differs] }), 'stop', /tolerated: 3 %/],
    ['unmeasurable after differing', share, samples([], { shares: [differs, { kind: 'unmeasurable', reason: 'no request' }] }), 'stop', /no request/],
    ['too few requests', share, samples([], { shares: [{ kind: 'too-few-requests', window, requestsNeeded: 99 }] }), 'hold', /99 are needed/],
    ['above the ceiling stops at once', share, samples([], { shares: [{ kind: 'above-ceiling', window, ceiling: 0.2 }] }), 'stop', /above the ceiling of 20 %/],
    ['nonsense confirmations', { ...lease, confirmations: 1.5 }, samples([]), 'stop', /confirmations is 1\.5/],
  ])('%s', (_, spec, given, verdict, reason) => {
    const result = evaluateGuard(spec, given, NOW);
    expect(result.verdict).toBe(verdict);
    expect(result.reason).toMatch(reason);
  });
});
