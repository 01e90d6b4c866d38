import { DAY, HOUR } from '../base/Duration';
import { benchmark, measured, NOW, peak, judge, evenly } from './serviceFacts.fixture';

describe('judgeService: idle', () => {
  const many = { instances: measured(75, 'instances'), zones: evenly(25), pricePerInstanceHour: 0.5 };

  it('gives back from max(2, 25 % of deployed), at its price', () => {
    const verdict = judge(many);
    expect(verdict.idle).toEqual({ instances: 28, pricePerMonth: 28 * 0.5 * 730 });
    expect(verdict.status).toMatchObject({ kind: 'idle', severity: 'none' });
    expect(judge({ instances: measured(60, 'instances'), zones: evenly(20) }).idle).toBeNull();
    expect(judge({ ...many, pricePerInstanceHour: null }).idle?.pricePerMonth).toBeNull();
  });

  it.each([
    ['an estimate', { benchmark: benchmark(260, { origin: 'estimated' }) }],
    ['a stale benchmark', { benchmark: benchmark(260, { at: NOW - 91 * DAY }) }],
    ['a censored peak', { ath: peak(4100, { censored: true }) }],
    ['a stale service', { lastSeen: NOW - HOUR }],
  ])('never gives back on %s', (_, change) => {
    expect(judge({ ...many, ...change }).idle).toBeNull();
  });

  it('of an autoscaled service is what its minimum holds too many, not what does not run', () => {
    const scaled = (min: number | null) => judge({ ...many, autoscaler: { min, max: 100, desired: 75 } }).idle;
    expect([scaled(5), scaled(null), scaled(70)?.instances]).toEqual([null, null, 23]);
  });
});
