import { HOUR } from '../../domain/base/Duration';
import { known, unknown, type Figure } from '../../domain/base/Figure';
import type { Kpi } from '../../domain/promql/Question';
import type { HistoryView } from '../queries/HistoryView';
import { CpuEstimates } from './CpuEstimates';
import type { HistoryAnswer, KpiState } from './KpiState';
import type { ProfileReadings } from './ProfileReadings';
import { servicesOf } from './servicesOf';
import { historyAnswer, NOW, nowState, question, readingsOf, SHOP } from './testing/readingsOf';

const HOURS = 120;
const demandAt = (i: number) => 300 + 200 * Math.sin(i / 3.8) + ((i * 7919) % 17);
const cores = (value: number): Figure => known(value, 'cores', 'declared', { origins: [] });

type Change = Partial<Record<Kpi, Partial<HistoryView> | 'waiting' | 'failed'>>;

/** One service of two instances; `seconds` of CPU a request; views changed as asked. */
function readings(seconds: number, change: Change = {}): ProfileReadings {
  const values: Partial<Record<Kpi, (i: number) => number>> = {
    'hourly-demand': demandAt,
    'hourly-cores': (i) => 0.1 + seconds * demandAt(i) + ((i * 31) % 7) / 100,
    'hourly-instances': () => 2,
    'hourly-latency': () => 0.05,
  };
  const states = Object.entries(values).map(([name, valueAt]): [Kpi, KpiState<HistoryAnswer>] => {
    const kpi = name as Kpi;
    const how = change[kpi];
    if (how === 'waiting') {
      return [kpi, { state: 'waiting' }];
    }
    if (how === 'failed') {
      return [kpi, { state: 'failed', question: question(kpi, HOUR), failure: { kind: 'timeout', message: 'too slow', status: 504, expr: 'x' } }];
    }
    const answer = historyAnswer(kpi, { step: HOUR, end: NOW, rows: [[SHOP, Array.from({ length: HOURS }, (_, i) => valueAt(i))]] });
    return [kpi, { state: 'read', question: question(kpi, HOUR), answer: { ...answer, view: { ...answer.view, ...how } } }];
  });
  return readingsOf({ 'demand-now': nowState('demand-now', [[SHOP, 300]]) }, Object.fromEntries(states));
}

const almost = { done: false, progress: 0.98 };

function ask(estimates: CpuEstimates, read: ProfileReadings, limit: Figure = cores(4), spec: string | null = null) {
  const [found] = servicesOf(read);
  if (!found) {
    throw new Error('no service in the readings');
  }
  const estimate = estimates.of(read, found, limit, spec, NOW);
  if ('kind' in estimate && estimate.kind === 'estimate') {
    const { evidence } = estimate.benchmark;
    return { slope: Number(estimate.fit.slope.toFixed(3)), low: Math.round(estimate.benchmark.low), partial: evidence.partial ?? false, stale: evidence.stale ?? false, notes: evidence.notes ?? [] };
  }
  return 'kind' in estimate ? estimate.noBenchmark.reason : estimate.reason;
}

describe('estimates while history is read', () => {
  it('wait for nearly all hours of every question they are made of', () => {
    for (const kpi of ['hourly-cores', 'hourly-demand', 'hourly-instances', 'hourly-latency'] as const) {
      expect([kpi, ask(new CpuEstimates(), readings(0.004, { [kpi]: { done: false, progress: 0.96 } }))]).toEqual([kpi, 'history is being read']);
    }
    for (const kpi of ['hourly-demand', 'hourly-instances', 'hourly-latency'] as const) {
      expect([kpi, ask(new CpuEstimates(), readings(0.004, { [kpi]: 'waiting' }))]).toEqual([kpi, 'history is being read']);
    }
  });

  it('are made when at least 97 % is there, and say what is to come', () => {
    expect(ask(new CpuEstimates(), readings(0.004, { 'hourly-instances': almost }))).toMatchObject({ slope: 0.004, partial: true, notes: [expect.stringContaining('newest hours')] });
  });

  it('stand while the newest hours come in, are made again when all is read, and then say nothing more', () => {
    const estimates = new CpuEstimates();
    expect(ask(estimates, readings(0.004))).toMatchObject({ slope: 0.004, partial: false, notes: [] });
    expect(ask(estimates, readings(0.008, { 'hourly-demand': almost }))).toMatchObject({ slope: 0.004, partial: true });
    expect(ask(estimates, readings(0.008))).toMatchObject({ slope: 0.008, partial: false, notes: [] });
  });

  it('do not stand for other cores or another spec', () => {
    const estimates = new CpuEstimates();
    const before = ask(estimates, readings(0.004));
    const tail = readings(0.004, { 'hourly-cores': almost });
    const fewer = ask(estimates, tail, cores(0.75));
    expect(fewer).toMatchObject({ slope: 0.004 });
    expect(typeof fewer === 'object' && typeof before === 'object' && fewer.low < before.low).toBe(true);
    expect(ask(estimates, readings(0.008, { 'hourly-cores': almost }), cores(4), 'large')).toMatchObject({ slope: 0.008 });
  });

  it('are marked stale when the newest hours of any question could not be read', () => {
    expect(ask(new CpuEstimates(), readings(0.004, { 'hourly-demand': { stale: true } }))).toMatchObject({ stale: true, partial: false });
  });

  it('say that the cores are waited for, rather than that nobody knows them', () => {
    const estimates = new CpuEstimates();
    const waiting = unknown('cores', 'is being read');
    expect(ask(estimates, readings(0.004, { 'hourly-cores': almost }), waiting)).toBe('no benchmark, and none can be estimated: the CPU limit of an instance is being read');
    expect(ask(estimates, readings(0.004, { 'hourly-cores': almost }))).toMatchObject({ slope: 0.004 });
  });

  it('name the question that failed', () => {
    expect(ask(new CpuEstimates(), readings(0.004, { 'hourly-demand': 'failed' }))).toContain('history could not be read: too slow');
  });
});
