import { HOUR } from '../../../domain/base/Duration';
import type { Labels } from '../../../domain/base/Labels';
import { historyState, NOW, readingsOf, SHOP, SHOP_KEY } from '../testing/readingsOf';
import { cpuEstimate } from './cpuEstimate';
import { hourlyVersions } from './hourlyPoints';

const HOURS = 120;
/** Busy by day, quiet by night; noise that is no wave. */
const demandAt = (i: number) => 300 + 200 * Math.sin(i / 3.8) + ((i * 7919) % 17);
const all = <T>(value: (i: number) => T): T[] => Array.from({ length: HOURS }, (_, i) => value(i));

/** Two instances; CPU seconds a request by hour; rows of instances by version. */
function readings(secondsAt: (i: number) => number, instances: ReadonlyArray<readonly [Labels, readonly number[]]>) {
  const hourly = (kpi: Parameters<typeof historyState>[0], rows: ReadonlyArray<readonly [Labels, readonly number[]]>) => historyState(kpi, { step: HOUR, end: NOW, rows });
  return readingsOf(
    {},
    {
      'hourly-demand': hourly('hourly-demand', [[SHOP, all(demandAt)]]),
      'hourly-cores': hourly('hourly-cores', [[SHOP, all((i) => 0.1 + secondsAt(i) * demandAt(i) + ((i * 31) % 7) / 100)]]),
      'hourly-instances': hourly('hourly-instances', instances),
    }
  );
}

const RELEASE = 60;
const v1 = { ...SHOP, version: 'v1' };
const v2 = { ...SHOP, version: 'v2' };
const dearer = (i: number) => (i < RELEASE ? 0.004 : 0.008);

/** What is said of the hours an estimate rests on. */
function hoursOf(read: ReturnType<typeof readings>): string {
  const estimate = cpuEstimate(read, SHOP_KEY, 4, null, NOW);
  if (!('kind' in estimate)) {
    return estimate.reason;
  }
  return estimate.kind === 'refused' ? `${estimate.code}: ${estimate.noBenchmark.reason}` : (estimate.lines[0] ?? '');
}

describe('hours an estimate from CPU rests on', () => {
  it('are those of the newest version, and none in which two ran', () => {
    const rollout = readings(dearer, [
      [v1, all((i) => (i < RELEASE ? 2 : i < RELEASE + 3 ? 1 : NaN))],
      [v2, all((i) => (i < RELEASE ? NaN : i < RELEASE + 3 ? 1 : 2))],
    ]);
    expect(hoursOf(rollout)).toContain(`${HOURS - RELEASE - 3} hours of version v2, other versions left out`);
    expect([...hourlyVersions(rollout, SHOP_KEY).values()].filter((v) => v === null)).toHaveLength(3);
  });

  it('are refused while a canary runs beside the version before, all the time', () => {
    const canary = readings(() => 0.004, [
      [v1, all(() => 1.8)],
      [v2, all(() => 0.2)],
    ]);
    expect(hoursOf(canary)).toMatch(/^too-few-points/);
  });

  it('are refused when a release that spends CPU differently is too young, rather than pooled with the one before', () => {
    const young = readings((i) => (i < HOURS - 20 ? 0.004 : 0.012), [
      [v1, all((i) => (i < HOURS - 20 ? 2 : NaN))],
      [v2, all((i) => (i < HOURS - 20 ? NaN : 2))],
    ]);
    expect(hoursOf(young)).toMatch(/^mixed-versions: version v1, version v2 spend CPU differently/);
  });

  it('are all of them where no label says which version ran', () => {
    expect(hoursOf(readings(() => 0.004, [[SHOP, all(() => 2)]]))).toContain(`${HOURS} hours of an unnamed version`);
  });

  it('leave out instances without a version beside instances with one', () => {
    const partly = readings(() => 0.004, [
      [SHOP, all((i) => (i < 10 ? 1 : NaN))],
      [v1, all((i) => (i < 10 ? 1 : 2))],
    ]);
    expect(hoursOf(partly)).toContain(`${HOURS - 10} hours of version v1`);
  });

  it('divide by the instances of all versions together', () => {
    const estimate = cpuEstimate(readings(() => 0.004, [[v1, all(() => 2)]]), SHOP_KEY, 4, null, NOW);
    // Half of the service's cores over half of its demand: the same seconds a request.
    expect('kind' in estimate && estimate.kind === 'estimate' ? estimate.fit.slope : NaN).toBeCloseTo(0.004, 4);
    const double = cpuEstimate(readings(() => 0.004, [[v1, all(() => 1)]]), SHOP_KEY, 4, null, NOW);
    const greatest = (e: typeof estimate) => ('kind' in e && e.kind === 'estimate' ? Math.max(...e.used.map((p) => p.demand)) : NaN);
    expect(greatest(double) / greatest(estimate)).toBeCloseTo(2, 6);
  });
});
