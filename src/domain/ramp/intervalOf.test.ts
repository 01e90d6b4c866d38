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
  to: 120_000,
  result: 'carried',
  why: '',
  verdict: null,
  ...over,
});
const confirmed = (rps: number, demand = { mean: rps, se: 2, n: 24 }): StepRecord => step(rps, { purpose: 'confirm', demand });
const failed = (rps: number): StepRecord => step(rps, { result: 'failed' });

/** t.ppf(0.975, n - 1) and norm.ppf(0.975) of scipy. */
const T = { 2: 12.706204736174694, 8: 2.364624251592784, 24: 2.0686576104190486 } as const;
const NORMAL = 1.959963984540054;
/** Of the fixture: a standard error of 2 out of 24 samples. */
const ERROR = 2 * T[24];

describe('the interval of a benchmark', () => {
  it.each<[string, readonly StepRecord[], { readonly mean: number; readonly low: number; readonly high: number | null }]>([
    ['reaches half a step beyond what was carried and what failed', [confirmed(400), failed(410)], { mean: 400, low: 400 - ERROR - 5, high: 415 }],
    ['takes the lowest failure', [failed(800), failed(410), confirmed(400)], { mean: 400, low: 400 - ERROR - 5, high: 415 }],
    ['is not widened by a failure far away', [step(400, { purpose: 'step' }), failed(800)], { mean: 400, low: 400 - ERROR - 12, high: 812 }],
    ['is open upwards where nothing failed', [confirmed(400)], { mean: 400, low: 400 - ERROR, high: null }],
    ['leaves out a failure below what was carried in the end', [failed(390), confirmed(400)], { mean: 400, low: 400 - ERROR, high: null }],
    ['is that of the highest judged step', [step(300, { purpose: 'step' }), step(350, { purpose: 'step' }), step(500), failed(360)], { mean: 350, low: 350 - ERROR - 5, high: 365 }],
    ['is never below nothing', [step(1, { purpose: 'step' })], { mean: 1, low: 0, high: null }],
    ['is closed by a failure that arrivals strayed above', [failed(410), confirmed(400, { mean: 412, se: 2, n: 24 })], { mean: 412, low: 412 - ERROR, high: 412 + ERROR }],
    ['leaves out what failed later at no more', [confirmed(430), failed(425), confirmed(400)], { mean: 400, low: 400 - ERROR - 12, high: 437 }],
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

  it.each<[string, StepRecord['demand'], number]>([
    ['two samples', { mean: 400, se: 6, n: 2 }, 6 * T[2]],
    ['eight samples', { mean: 400, se: 6, n: 8 }, 6 * T[8]],
    ['24 samples', { mean: 400, se: 6, n: 24 }, 6 * T[24]],
    ['one sample, of which nobody knows how it strays: as arrivals by chance do', { mean: 400, se: 0, n: 1 }, NORMAL * Math.sqrt(400 / 120)],
    ['samples that happen to be equal', { mean: 400, se: 0, n: 24 }, NORMAL * Math.sqrt(400 / 120)],
    ['samples that stray less than arrivals can', { mean: 400, se: 0.1, n: 24 }, NORMAL * Math.sqrt(400 / 120)],
  ])('is as wide as %s tell', (_name, demand, error) => {
    expect(intervalOf({ steps: [step(400, { purpose: 'step', demand })] })?.low).toBeCloseTo(400 - error, 6);
  });
});
