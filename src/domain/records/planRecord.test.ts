import { defaultPlan } from '../ramp/defaultPlan';
import { parsePlanRecord, planRecordText } from './planRecord';
import { decodeRecord } from './recordText';

const plan = defaultPlan({ service: '["p","prometheus-http","a--><b>"]', pool: 'p', target: 't', members: 4, tier: 'P1', benchmarkRps: 10, poolRps: 100, p99Seconds: 0.1, scrapeMs: 5_000 });

it('comes back as it was kept, and shows no markup', () => {
  const text = planRecordText(plan);
  expect(parsePlanRecord(decodeRecord(text))).toEqual(plan);
  expect(text.split('\n')[0]).not.toMatch(/[<>]/);
});

it.each([
  ['nothing', undefined],
  ['another schema', { schema: 2, plan }],
  ['a plan with nonsense numbers', { schema: 1, plan: { ...plan, ttlSeconds: -1 } }],
  ['a plan that does not fit together', { schema: 1, plan: { ...plan, pairedWith: 'x' } }],
])('is not %s', (_, record) => {
  expect(parsePlanRecord(record)).toBeNull();
});

it('refuses a plan that is too long, saying how long', () => {
  expect(() => planRecordText({ ...plan, judge: { kind: 'aca', config: 'x'.repeat(9_000), pass: 95, marginal: 75 } })).toThrow(/bytes long/);
});
