import { fitModel } from './fitModel';
import { fitSummary } from './fitSummary';
import { cpuFitFixture, p99FitFixture, refusedFitFixture } from './serviceFitsFixture';

describe('fits in words and in the picture', () => {
  it('says what a request costs', () => {
    expect(fitSummary(cpuFitFixture())).toMatch(
      /^Each request takes 10\.4 ms of CPU, 0\.16 cores at no load \(R² 0\.96, 330 hours\)\.$/
    );
    expect(fitSummary(p99FitFixture())).toContain('Each further req/s adds 450 µs');
  });

  it('never says that an idle instance uses less than nothing', () => {
    const cpu = cpuFitFixture();
    const words = fitSummary({ ...cpu, fit: cpu.fit.ok ? { ...cpu.fit, intercept: -0.1 } : cpu.fit });
    expect(words).toMatch(/^Each request takes 10\.4 ms of CPU \(R²/);
  });

  it('says why there is no line, and draws none', () => {
    expect(fitSummary(refusedFitFixture())).toBe(
      'No line was fitted. Demand varied too little: the greatest hour is only 1.3 times the median.'
    );
    expect(fitModel(refusedFitFixture()).line).toEqual([]);
  });

  it('leaves out a limit so far above that nothing else could be seen', () => {
    const limit = {
      ...refusedFitFixture(),
      limit: { value: 640, text: 'concurrency limit 640', demand: cpuFitFixture().limit!.demand },
    };
    expect(fitModel(limit).limit).toBeNull();
    expect(fitModel(cpuFitFixture()).limit?.label).toBe('80 % of 4 cores');
  });
});
