import { faultToBaseline } from './faultToBaseline';
import type { Outcome } from './Outcome';
import type { StoredRun } from './StoredRun';

const NOW = 1_700_000_000_000;
const guard: Outcome = { kind: 'stopped-by-guard', guard: 'cpu', rps: 400, reason: 'CPU of a: 97 %' };
const ending = { releasedAt: NOW + 8_000, baselineAt: NOW + 11_500, byContract: true, byMetrics: true, recoveredAt: null };
const stored = (over: Partial<StoredRun>): StoredRun => ({
  outcome: guard,
  steps: [],
  ending,
  startedAt: NOW - 100_000,
  maxShare: 0.4,
  maxRps: 400,
  harmed: 0,
  fault: { at: NOW, clearAt: NOW - 5_000 },
  rehearsal: null,
  facts: null,
  checks: [],
  warnings: [],
  ...over,
});
const failed = { index: 1, purpose: 'step', shareBp: 1, offeredRps: 1, demand: null, measuredShare: null, from: NOW - 60_000, to: NOW + 7_000, result: 'failed', why: '', verdict: null } as const;

describe('from fault to baseline', () => {
  it.each<[string, Partial<StoredRun>, number | null, RegExp]>([
    ['counts from the first sample past the guard and bounds it by the one before', {}, 11_500, /^11\.5 s from the first sample past the guard; .* 5\.0 s before it, so at most 16\.5 s$/],
    ['says when no sample before is known', { fault: { at: NOW, clearAt: null } }, 11_500, /not known$/],
    ['is not shortened by a late look of the run', { steps: [failed] }, 11_500, /first sample/],
    ['counts from when the run saw it where the judge failed the step', { fault: null, steps: [failed] }, 4_500, /^4\.5 s from when the run saw it/],
    ['and where the target was ejected', { fault: null, outcome: { kind: 'target-ejected', rps: null, reason: 'gone' } }, 3_500, /^3\.5 s from when the run saw it/],
    ['is not measured where the baseline was not seen', { ending: { ...ending, baselineAt: null } }, null, /not seen/],
    ['is none in a run that found its limit', { outcome: { kind: 'stopped-by-operator', by: 'ed' } }, null, /^no fault/],
  ])('%s', (_name, over, ms, words) => {
    const found = faultToBaseline(stored(over));
    expect(found.ms).toBe(ms);
    expect(found.words).toMatch(words);
  });
});
