import { intervalOf } from './intervalOf';
import type { StepRecord } from './RampState';

const step = (rps: number, over: Partial<StepRecord> = {}): StepRecord => ({
  index: 1,
  purpose: 'climb',
  shareBp: 100,
  offeredRps: rps,
  demand: { mean: rps, se: 2, n: 24 },
  measuredShare: 0.1,
  from: 0,
  to: 1,
  result: 'carried',
  why: '',
  verdict: null,
  ...over,
});
const confirmed = (rps: number): StepRecord => step(rps, { purpose: 'confirm' });
const failed = (rps: number): StepRecord => step(rps, { result: 'failed' });

describe('the interval of a benchmark', () => {
  it.each<[string, readonly StepRecord[], { readonly mean: number; readonly low: number; readonly high: number | null }]>([
    ['reaches half a step beyond what was carried and what failed', [confirmed(400), failed(410)], { mean: 400, low: 400 - 3.92 - 5, high: 415 }],
    ['takes the lowest failure', [failed(800), failed(410), confirmed(400)], { mean: 400, low: 391.08, high: 415 }],
    ['is not widened by a failure far away', [step(400, { purpose: 'step' }), failed(800)], { mean: 400, low: 400 - 3.92 - 12, high: 812 }],
    ['is open upwards where nothing failed', [confirmed(400)], { mean: 400, low: 396.08, high: null }],
    ['leaves out a failure below what was carried in the end', [failed(390), confirmed(400)], { mean: 400, low: 396.08, high: null }],
    ['is that of the highest judged step', [step(300, { purpose: 'step' }), step(350, { purpose: 'step' }), step(500), failed(360)], { mean: 350, low: 350 - 3.92 - 5, high: 365 }],
    ['is never below nothing', [step(1, { purpose: 'step' })], { mean: 1, low: 0, high: null }],
  ])('%s', (_name, steps, expected) => {
    const interval = intervalOf({ steps });
    expect(interval).toEqual({ mean: expected.mean, low: expect.closeTo(expected.low, 9), high: expected.high === null ? null : expect.closeTo(expected.high, 9) });
  });

  it.each<[string, readonly StepRecord[]]>([
    ['nothing was tried', []],
    ['guards alone held it', [step(400), failed(410)]],
    ['no arrivals were seen', [step(400, { purpose: 'confirm', demand: null })]],
  ])('is not known where %s', (_name, steps) => {
    expect(intervalOf({ steps })).toBeNull();
  });
});
