import { STEPS, stopGuard, verdict } from '../machineBench.fixture';
import type { GuardReading } from '../Observation';
import type { Goal, RampPlan } from '../Plan';
import { MachineBench, pass, plan } from '../run.fixture';

const permit = (bench: MachineBench, level: number): MachineBench => bench.feed({ kind: 'judged', level, verdict: verdict('permit') });

const outcomeOf = (bench: MachineBench) => ('outcome' in bench.state ? bench.state.outcome : null);

/** What the guard on half of the requests reads at each sample. */
const failing = (value: number | null): { readonly guards: readonly GuardReading[] } => ({ guards: [pass(), { ...pass('errors-hard-target'), value }] });

/** First step (25 % of 500 requests/s) carried, while this part of the requests failed. */
function carried(goal: Goal | null, ratio: number | null, over: Partial<RampPlan> = {}): MachineBench {
  const bench = new MachineBench({ ...STEPS, goal, ...over }).judging();
  for (let i = 0; i < 5; i++) {
    bench.look(failing(ratio));
  }
  return permit(bench, 1).look(failing(ratio));
}

describe('a level with a goal', () => {
  const goal = { rps: 100, errorRatio: 0.001 };

  it.each<[string, Goal | null, number | null, Partial<RampPlan>, string, object | null]>([
    ['ends the course once it is carried', goal, 0.0005, {}, 'releasing', { kind: 'goal-met', rps: 100, interval: { mean: 125, low: expect.any(Number), high: null } }],
    ['goes on below it', { ...goal, rps: 150 }, 0.0005, {}, 'settling', null],
    ['goes on where a limit is looked for', goal, 0.0005, { result: 'limit' }, 'settling', null],
    ['goes on where there is none', null, 0.0005, {}, 'settling', null],
    ['is not met with more failures than it allows, though the guard lets them pass', goal, 0.019, {}, 'releasing', { kind: 'goal-missed', rps: 100, carriedRps: 125, reason: '1.9 % of the requests failed at that demand; the goal allows 0.1 %' }],
    ['is not met where nobody counts failures', goal, null, {}, 'releasing', { kind: 'inconclusive', missing: 'the failures at 100 requests/s, of which the goal allows 0.1 %' }],
  ])('%s', (_, asked, ratio, over, phase, outcome) => {
    const bench = carried(asked, ratio, over);
    expect(bench.phase).toBe(phase);
    expect(outcomeOf(bench)).toEqual(outcome);
  });

  it.each<[string, Goal, object]>([
    ['that was carried before is met', goal, { kind: 'goal-met', rps: 100, interval: { mean: 125, low: expect.any(Number), high: expect.any(Number) } }],
    ['that was not is missed, and says why', { ...goal, rps: 150 }, { kind: 'goal-missed', rps: 150, carriedRps: 125, reason: 'CPU of a: 95 %' }],
  ])('and a failure above: one %s', (_, asked, outcome) => {
    const bench = carried(asked, 0, { result: 'limit' }).accept().until('judging').look(stopGuard('limit'));
    expect(outcomeOf(bench)).toEqual(outcome);
  });
});

describe('how long a level is held for the judge', () => {
  it.each([
    [5, 300],
    [15, 450],
    [30, 900],
    [60, 1_800],
  ])('scraped every %d s: until its last look after %d s', (scrapeSeconds, seconds) => {
    const bench = new MachineBench({ ...STEPS, limits: { ...plan().limits, runSeconds: 7_200 } }).started({ scrapeMs: scrapeSeconds * 1_000 }).until('acquiring').look().accept().until('judging');
    const until = bench.now + (seconds + 3 * scrapeSeconds) * 1_000;
    while (bench.now < until) {
      bench.look();
      expect(bench.phase).toBe('judging');
    }
    expect(permit(bench, 1).look().phase).toBe('settling');
  });

  it('ends at last: a judge that never decides proves nothing', () => {
    const bench = new MachineBench(STEPS).judging();
    for (let i = 0; i < 80 && bench.phase === 'judging'; i++) {
      bench.look();
    }
    expect(outcomeOf(bench)).toEqual({ kind: 'inconclusive', missing: "the judge's permit within the longest dwell" });
  });
});
