import { demandFrames } from './demandFrames';
import { demandSummary } from './demandSummary';
import { peakFixture, serviceFactsFixture, unknownPeakFixture, FIXTURE_NOW } from './serviceFactsFixture';
import { serviceViewFixture } from './serviceViewFixture';

const names = (view: Parameters<typeof demandFrames>[0]) => demandFrames(view).map((frame) => frame.name);

describe('demand against capacity', () => {
  it('draws demand, capacity, the peak basis and the all-time highs of the range', () => {
    expect(names(serviceViewFixture())).toEqual(['Demand', 'Capacity', 'Peak basis: ATH', 'All-time high']);
  });

  it('marks only highs that lie in the range and count', () => {
    const highs = demandFrames(serviceViewFixture()).at(-1);
    expect(highs?.fields[1]?.values).toEqual([4120]);
  });

  it('leaves out what is unknown instead of drawing 0', () => {
    const unknownPeak = unknownPeakFixture('history is being read');
    const view = serviceViewFixture({
      capacity: null,
      facts: serviceFactsFixture({ ath: unknownPeak }),
      peaks: { ...serviceViewFixture().peaks, ath: unknownPeak, ledger: [] },
    });
    expect(names(view)).toEqual(['Demand']);
    expect(demandSummary(view)).toContain('capacity is not known');
  });

  it('says where the all-time high is when the range does not show it', () => {
    const ath = peakFixture(4120, 60 * 86_400_000);
    const view = serviceViewFixture({ peaks: { ...serviceViewFixture().peaks, ath } });
    expect(demandSummary(view)).toContain('lies outside this range');
  });

  it('says that nothing was measured', () => {
    const gaps = { start: FIXTURE_NOW, step: 1000, values: Float64Array.of(NaN, NaN) };
    expect(demandSummary(serviceViewFixture({ demand: gaps }))).toBe('No demand was measured in this range.');
    expect(demandSummary(serviceViewFixture({ demand: null }))).toBe('No demand was measured in this range.');
    const progress = { share: 0.4, doing: 'Demand', questionsDone: 4, questions: 10 };
    expect(demandSummary(serviceViewFixture({ demand: null, progress }))).toBe('Demand is still being read.');
  });
});
