import { DAY, HOUR } from '../base/Duration';
import { known } from '../base/Figure';
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
    ['a benchmark of another instance spec', { benchmark: benchmark(260, { spec: 'm5.4xlarge' }), specs: new Map([['m5.large', 75]]) }],
    [
      'an average of which one part is of an old version',
      { benchmark: benchmark(260, { parts: [benchmark(260, { version: 'v0', spec: 'a' }), benchmark(260, { version: 'v1', spec: 'b' })] }), specs: new Map([['a', 30], ['b', 45]]) },
    ],
  ])('never gives back on %s', (_, change) => {
    expect(judge({ ...many, ...change }).idle).toBeNull();
  });

  const athOf = (evidence: object) => ({ ath: peak(4100, { figure: known(4100, 'reqps', 'measured', { origins: [], ...evidence }) }) });

  it.each([
    ['losing a zone leaves too few', { instances: measured(100, 'instances'), zones: new Map([['a', 80], ['b', 10], ['c', 10]]) }, 53, 'losing zone a (80 of 100 ready) leaves 20 instances, 31 are needed'],
    ['there is an hour of history', { firstSeen: NOW - HOUR }, 28, 'only 1 h of history'],
    ['nobody knows how far history reaches', { firstSeen: null }, 28, 'how far its history reaches is not known'],
    ['history is being read', athOf({ partial: true }), 28, 'the ATH is partial: history is being read'],
    ['history could not be read on', athOf({ stale: true }), 28, 'the ATH is stale'],
    ['nobody knows whether it is autoscaled', { autoscalerUnknown: 'could not be read: it took too long' }, 28, 'whether it is autoscaled could not be read: it took too long'],
  ])('offers nothing where %s, and says what it holds back', (_, change, instances, doubt) => {
    const verdict = judge({ ...many, ...change });
    expect(verdict.idle).toBeNull();
    expect(verdict.status.kind).not.toBe('idle');
    expect(verdict.status.reasons).toContain(`${instances} more than required are not offered to give back: ${doubt}`);
  });

  it('of an autoscaled service is what its minimum holds too many, not what does not run', () => {
    const scaled = (min: number | null) => judge({ ...many, autoscaler: { min, max: 100, desired: 75 } }).idle;
    expect([scaled(5), scaled(null), scaled(70)?.instances]).toEqual([null, null, 23]);
  });
});
