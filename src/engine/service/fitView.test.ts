import { fitView, type FitInput } from './fitView';

const HOURS = Array.from({ length: 40 }, (_, i) => i);
const ofValues = (value: (demand: number, i: number) => number, limit: number): FitInput => ({
  what: 'cpu',
  unit: 'cores',
  points: HOURS.map((i) => ({ at: i * 3_600_000, demand: 20 + i, value: value(20 + i, i), version: null })),
  limit: { value: limit, text: 'the limit' },
  evidence: { origins: [], asOf: 0, window: { from: 0, to: 1 } },
});
const wobble = (i: number): number => (i % 2 === 0 ? 0.05 : -0.05);

describe('fitView', () => {
  it('reads the limit where the upper band meets it', () => {
    const { fit, limit } = fitView(ofValues((demand, i) => 0.02 * demand + wobble(i), 1.2));
    expect(fit).toMatchObject({ ok: true, n: 40 });
    expect(limit?.demand).toMatchObject({ quality: 'estimated' });
  });

  it('says so where the band may be above the limit with no demand at all', () => {
    const { limit } = fitView(ofValues((demand, i) => 1 + 0.02 * demand + wobble(i), 0.9));
    expect(limit?.demand).toMatchObject({ known: false, reason: expect.stringContaining('no demand at all') });
  });

  it('knows no R² of values that never vary', () => {
    expect(fitView(ofValues(() => 0.5, 1.6)).fit).toMatchObject({ ok: true, r2: null });
  });

  it('refuses one point, with the reason', () => {
    const input = ofValues(() => 1, 2);
    expect(fitView({ ...input, points: input.points.slice(0, 1) })).toMatchObject({ fit: { ok: false }, limit: { demand: { known: false } } });
  });
});
