import { benchmarkFixture } from '../testing/benchmarkFixture';
import { benchmarkFigure } from './benchmarkFigure';

describe('benchmarkFigure', () => {
  it('is the lower end', () => {
    expect(benchmarkFigure(benchmarkFixture({ low: 260, high: 285 }))).toMatchObject({
      value: 260,
      unit: 'reqps/instance',
      quality: 'measured',
    });
  });

  it('says "at most" when another resource moved first', () => {
    expect(benchmarkFigure(benchmarkFixture({ origin: 'estimated', upperBoundOnly: true }))).toMatchObject({
      bound: 'at most',
      quality: 'estimated',
    });
  });

  it('says "at least" when a load test met no limit', () => {
    expect(benchmarkFigure(benchmarkFixture({ high: null }))).toMatchObject({ bound: 'at least', quality: 'measured' });
  });

  it('is unknown with reason and next step where there is none', () => {
    expect(benchmarkFigure({ reason: 'mixed versions', next: 'Run a load test' })).toMatchObject({
      known: false,
      reason: 'mixed versions',
      nextStep: 'Run a load test',
    });
  });
});
