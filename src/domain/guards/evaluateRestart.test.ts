import { evaluateGuard } from './evaluateGuard';
import { gauge, NOW, samples, SCRAPE, steady, subject } from './guards.fixture';
import type { GuardVerdict } from './GuardResult';
import type { GuardSamples } from './GuardSamples';
import type { RestartGuard } from './GuardSpec';

const restarted: RestartGuard = { role: 'safety', strength: 'hard', confirmations: 2, id: 'restart', kind: 'restarted', startTime: 'start', pinnedStartSeconds: 1000, healthy: 'up' };
const target = (up: readonly number[], start = 1000) => [subject({ up: [gauge(up)], start: [gauge([start])] })];

describe('the target is the one that was pinned', () => {
  it.each<[string, RestartGuard, GuardSamples, GuardVerdict, RegExp]>([
    ['serves, healthy, same start', restarted, samples(target(steady(1))), 'pass', /has not restarted/],
    ['ejected', restarted, samples(target(steady(1)), { router: { targetServing: false } }), 'stop', /ejected/],
    ['started anew', restarted, samples(target(steady(1), 1500)), 'stop', /started anew 500 s after/],
    ['unhealthy once', restarted, samples(target([1, 1, 0])), 'hold', /1 of 2/],
    ['unhealthy twice', restarted, samples(target([1, 0, 0])), 'stop', /2 of 2/],
    ['not scraped any more', restarted, samples([subject({ up: [gauge(steady(1), 3 * SCRAPE)], start: [gauge([1000])] })]), 'stop', /not scraped/],
    ['the pool cannot be read', restarted, samples(target(steady(1)), { router: null }), 'hold', /could not be read/],
    ['no samples of the target', restarted, samples([]), 'stop', /no samples/],
    ['nonsense confirmations', { ...restarted, confirmations: 1.5 }, samples(target(steady(1))), 'stop', /confirmations is 1\.5/],
  ])('%s', (_, spec, given, verdict, reason) => {
    const result = evaluateGuard(spec, given, NOW);
    expect(result.verdict).toBe(verdict);
    expect(result.reason).toMatch(reason);
  });
});
