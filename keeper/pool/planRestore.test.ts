import { planRestore } from './planRestore';
import type { PoolReading } from './PoolReading';
import type { OverrideRecord } from './PoolRecord';

const OVERRIDE: OverrideRecord = {
  leaseId: 1,
  tokenHash: '',
  holder: 'Ada',
  actor: 'ada',
  runId: 'run',
  reason: '',
  shares: { a: 4000 },
  seq: 1,
  weights: { a: 200 },
  tried: { a: [150, 200] },
  baseline: { a: 100 },
  incarnation: 'life 1',
  ending: 'stopped',
};

const reading = (weight: number | null, change: Partial<PoolReading> = {}): PoolReading => ({
  members: [{ id: 'a', weight, configured: null, serving: true, health: 'up', counters: null }],
  lease: null,
  incarnation: 'life 1',
  agreed: true,
  ...change,
});

it.each<[string, PoolReading | null, Record<string, number>, Record<string, number>]>([
  ['what was written is put back', reading(200), { a: 100 }, {}],
  ['what was tried before is ours too', reading(150), { a: 100 }, {}],
  ['what is back already is left alone', reading(100), {}, {}],
  ['what a human lowered stays', reading(40), {}, { a: 40 }],
  ['what a human raised is lowered to the baseline', reading(250), { a: 100 }, { a: 100 }],
  ['what a restarted router says is its own', reading(90, { incarnation: 'life 2' }), {}, {}],
  ['a restarted router that kept the override gets the baseline', reading(200, { incarnation: 'life 2' }), { a: 100 }, {}],
  ['a router that cannot be read gets the baseline blindly', reading(null), { a: 100 }, {}],
  ['a router that cannot be asked gets the baseline blindly', null, { a: 100 }, {}],
  ['nodes that disagree all get the baseline', reading(100, { agreed: false }), { a: 100 }, {}],
  ['a lease the router still counts down is ended', reading(100, { lease: { fence: 1, remainingMs: 900 } }), { a: 100 }, {}],
  ['a target that is gone needs nothing', reading(200, { members: [] }), {}, {}],
])('%s', (_name, seen, weights, diverged) => {
  expect(planRestore(OVERRIDE, seen)).toMatchObject({ weights, diverged });
});
