import { defaultPlan } from '../../../../domain/ramp/defaultPlan';
import { simulatedTarget } from './simulatedTarget';

const facts = { service: '["prom","p","shop","cart"]', pool: 'cart', target: 'cart-1', members: 5, tier: 'P1', poolRps: 300, scrapeMs: 5_000 } as const;

it.each([
  ['a quick service', { benchmarkRps: 120, p99Seconds: 0.06 }],
  ['a slow service', { benchmarkRps: 3, p99Seconds: 1.5 }],
  ['one nothing is known of', { benchmarkRps: null, p99Seconds: null }],
])('keeps the latency of %s well under the guard on p99, so that a trial gets somewhere', (_, known) => {
  const plan = defaultPlan({ ...facts, ...known });
  const { serviceTimeSeconds } = simulatedTarget(plan);
  // Exponential, as the pretended service draws it: p99 = mean x ln 100.
  expect(serviceTimeSeconds * Math.log(100)).toBeLessThan((plan.guards.p99Seconds ?? NaN) / 3);
  expect(serviceTimeSeconds).toBeGreaterThan(0);
});

it('lies where the plan expects the limit', () => {
  const plan = defaultPlan({ ...facts, benchmarkRps: 200, p99Seconds: 0.1 });
  expect(simulatedTarget(plan).capacityRps).toBeCloseTo(230);
  expect(simulatedTarget({ ...plan, goal: { rps: 80, errorRatio: 0.01 } }).capacityRps).toBeCloseTo(92);
});
