import { counter, NOW, steady } from './guards.fixture';
import { judgeShare, type ShareJudgement } from './judgeShare';
import { measuredShare } from './measuredShare';

const measured = (share: number, requests: number) => ({ kind: 'measured', from: 0, to: 20_000, share, requests }) as const;
const expected = { reported: 0.2, quantum: 0.001, ceiling: 0.5, mayLengthen: true };

describe('judgeShare', () => {
  // sigma = sqrt(r (1 - r) / N); 3 sigma of r = 0.2: N = 10 000: 0.012, N = 1000: 0.0379, N = 400: 0.06 > 0.25 r.
  it.each<[string, number, number, ShareJudgement['kind']]>([
    ['exactly as reported', 0.2, 10_000, 'agrees'],
    ['within a tenth', 0.2199, 10_000, 'agrees'],
    ['more than a tenth off', 0.2201, 10_000, 'differs'],
    ['less than a tenth below', 0.1799, 10_000, 'differs'],
    ['within 3 sigma', 0.237, 1000, 'agrees'],
    ['outside of 3 sigma', 0.239, 1000, 'differs'],
    ['too few requests', 0.2, 400, 'too-few-requests'],
    ['above the ceiling by more than 3 sigma', 0.52, 10_000, 'above-ceiling'],
    ['above the ceiling within 3 sigma', 0.51, 10_000, 'differs'],
    ['above the ceiling counts also with few requests', 0.99, 50, 'above-ceiling'],
  ])('%s', (_, share, requests, kind) => expect(judgeShare(measured(share, requests), expected).kind).toBe(kind));

  it('cannot be measured when the window cannot get longer, and says what it takes', () => {
    expect(judgeShare(measured(0.2, 400), { ...expected, mayLengthen: false })).toEqual({ kind: 'unmeasurable', reason: expect.stringContaining('576 are needed') });
  });

  it('agrees with a reported share of nothing only when nothing is measured', () => {
    expect(judgeShare(measured(0, 1000), { ...expected, reported: 0 }).kind).toBe('agrees');
    expect(judgeShare(measured(0.01, 1000), { ...expected, reported: 0 }).kind).toBe('differs');
  });

  it('tolerates the quantum of the router', () => {
    expect(judgeShare(measured(0.009, 1_000_000), { ...expected, reported: 0.001, quantum: 0.01 }).kind).toBe('agrees');
  });
});

describe('measuredShare', () => {
  const members = [
    { id: 'a', sent: [counter(steady(30))] },
    { id: 'b', sent: [counter(steady(50)), counter(steady(20))] },
  ];

  it('is the part of the requests that were first sent to the target', () => {
    expect(measuredShare(members, 'a', NOW - 41_000, NOW)).toEqual({ kind: 'measured', from: NOW - 41_000, to: NOW, share: 0.3, requests: 4000 });
  });

  it.each<[string, Parameters<typeof measuredShare>[0], string, RegExp]>([
    ['no samples in the window', [...members, { id: 'c', sent: [] }], 'a', /counter of c/],
    ['an unknown target', members, 'z', /z is not in the pool/],
    ['no traffic', [{ id: 'a', sent: [counter(steady(0))] }], 'a', /no request/],
  ])('is missing with %s', (_, given, target, reason) => {
    expect(measuredShare(given, target, NOW - 41_000, NOW)).toMatchObject({ kind: 'missing', reason: expect.stringMatching(reason) });
  });

  it('counts what was sent after a reset of the router', () => {
    const reset = [{ id: 'a', sent: [[...counter(steady(0)), { at: NOW, value: 50 }]] }, { id: 'b', sent: [counter(steady(5), { age: 0 })] }];
    expect(measuredShare(reset, 'a', NOW - 60_000, NOW)).toMatchObject({ share: 0.2, requests: 250 });
  });
});
