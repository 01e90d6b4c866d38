import type { JudgeVerdict } from '../canary/Judge';
import type { StepRecord } from './RampState';
import { wholeSteps } from './wholeSteps';

const metric: JudgeVerdict['metrics'][number] = { name: 'latency', decision: 'permit', label: 'not worse', samples: { target: 6, control: 40, missing: 0 }, effect: 1.02, effectUnit: 'ratio', lower: 0.9, upper: 1.1, stopAbove: 1.1, permitBelow: 1.25, rule: 'why', flip: 'what', counts: true };
const verdict = (metrics: JudgeVerdict['metrics']): JudgeVerdict => ({ judge: 'Headroom judge', decision: 'permit', reason: 'proven', nextLook: null, metrics, score: null });
const step = (index: number, over: Partial<StepRecord> = {}): StepRecord => ({ index, purpose: 'step', shareBp: 1, offeredRps: 1, demand: null, measuredShare: null, from: 0, to: 1, result: 'carried', why: 'short', verdict: verdict([]), ...over });
const change = (last: unknown) => JSON.parse(JSON.stringify({ rehearsal: null, last })) as unknown;

describe('the steps of a run in the log', () => {
  it('have their verdicts whole from the changes, and those the summary left out', () => {
    const whole = step(2, { why: 'the whole reason', verdict: verdict([metric]) });
    expect(wholeSteps([step(2), step(3)], [change(null), change(step(0)), change(whole), change(whole)])).toEqual([step(0), whole, step(3)]);
  });

  it.each([
    ['nothing', []],
    ['records of another shape', [null, 'x', { last: { index: 2 } }, change({ ...step(2), verdict: { ...verdict([]), metrics: [{ name: 'x' }] } })]],
  ])('are those of the summary with %s', (_name, data) => expect(wholeSteps([step(2)], data)).toEqual([step(2)]));
});
