import { DAY, HOUR } from '../../domain/base/Duration';
import { unknown } from '../../domain/base/Figure';
import type { Series } from '../../domain/base/Series';
import { judgeService } from '../../domain/capacity/judgeService';
import { benchmark, facts, measured, NOW, peak } from '../../domain/capacity/serviceFacts.fixture';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import { NO_CURVES, type Curves } from '../../engine/datasource/Curves';
import type { PeakSpan } from '../HeadroomQuery';
import { QUERY_TYPES, type QueryType } from '../QueryType';
import { hours, RANGE } from '../testing/answerOf';
import { queryHandlers } from './queryHandlers';
import type { Line, LineContext, ServicesHandler } from './QueryHandler';

const servicesHandler = (type: QueryType): ServicesHandler => {
  const handler = queryHandlers[type];
  if (handler.kind !== 'services') {
    throw new Error(type);
  }
  return handler;
};

const context = (
  change: Partial<LineContext> = {},
  type: QueryType = 'demand',
  span: PeakSpan = 'ath'
): LineContext => ({
  query: { refId: 'A', type, selection: { services: [], tiers: [], owners: [] }, format: null, peak: span, annotation: false },
  range: RANGE,
  nowAt: NOW,
  benchmarks: [],
  voids: [],
  ...change,
});

interface Asked {
  readonly change?: Partial<ServiceFacts>;
  readonly curves?: Partial<Curves>;
  readonly line?: Partial<LineContext>;
  readonly peak?: PeakSpan;
}

function lines(
  type: QueryType,
  { change = {}, curves = {}, line = {}, peak: span = 'ath' }: Asked = {}
): readonly Line[] {
  const service = facts(change);
  const row = { facts: service, judgement: judgeService(service, { growth: 0, now: NOW }) };
  return servicesHandler(type).lines?.(row, { ...NO_CURVES, ...curves }, context(line, type, span)) ?? [];
}

const values = (line: Line | undefined) => line?.points.map(({ value }) => value);

describe('every query type', () => {
  it.each([...QUERY_TYPES])('%s says what it is', (type) => {
    const { title, description } = queryHandlers[type];
    expect(title).not.toBe('');
    expect(description.length).toBeGreaterThan(20);
  });

  it.each(QUERY_TYPES.filter((t) => queryHandlers[t].kind === 'services'))(
    '%s has a row with the service, its key and its address',
    (type) => {
      expect(servicesHandler(type).columns).toEqual(expect.arrayContaining(['service', 'key', 'link', 'notes']));
    }
  );
});

describe('lines', () => {
  it('of demand end with the demand of now, and keep a gap a gap', () => {
    const [demand] = lines('demand', { curves: { demand: hours(900, NaN, 1100) } });
    expect(demand).toMatchObject({ name: 'demand', unit: 'reqps' });
    expect(demand?.points).toEqual([
      { at: NOW - 3 * HOUR, value: 900 },
      { at: NOW - 2 * HOUR, value: null },
      { at: NOW - HOUR, value: 1100 },
      { at: NOW, value: 1200 },
    ]);
  });

  it('of demand leave out what lies outside the range, and now when the range ends before it', () => {
    const [demand] = lines('demand', {
      curves: { demand: hours(1, 2, 3, 4, 5, 6, 7, 8) },
      line: { nowAt: null, range: { from: NOW - 4 * HOUR, to: NOW - 2 * HOUR } },
    });
    expect(values(demand)).toEqual([5, 6, 7]);
  });

  it('of an unknown demand have no point of now', () => {
    expect(values(lines('demand', { change: { demandNow: unknown('reqps', 'gone') } })[0])).toEqual([]);
  });

  it('of capacity follow the instances and end with the capacity of the fleet page', () => {
    const [capacity] = lines('capacity', { curves: { instances: hours(24, 48) } });
    const [half, whole, now] = values(capacity) ?? [];
    expect(whole).toBe(now);
    expect(half).toBeLessThan(whole ?? NaN);
  });

  it('of an autoscaled service are judged at what it may start', () => {
    const autoscaler = { min: 2, max: 48, desired: 24 };
    const [capacity] = lines('capacity', { change: { autoscaler }, curves: { instances: hours(24, 48) } });
    expect(new Set(values(capacity)).size).toBe(1);
  });

  it('of headroom are capacity over the plain peak', () => {
    const [headroom] = lines('headroom', { curves: { instances: hours(48) } });
    const judgement = judgeService(facts(), { growth: 0, now: NOW });
    expect(headroom?.unit).toBe('growth');
    expect(values(headroom)).toEqual([
      expect.closeTo(judgement.headroom.known ? judgement.headroom.value : NaN, 9),
      judgement.headroom.known ? judgement.headroom.value : NaN,
    ]);
  });

  it('of headroom are empty without a benchmark, not zero', () => {
    expect(
      values(
        lines('headroom', {
          change: { benchmark: { reason: 'none', next: 'test' } },
          curves: { instances: hours(48) },
        })[0]
      )
    ).toEqual([]);
  });

  it('of required and spare add up to the instances', () => {
    const [required, spare] = lines('required', { curves: { instances: hours(40, 48) } });
    expect(values(required)).toEqual([47, 47, 47]);
    expect(values(spare)).toEqual([-7, 1, 1]);
  });

  const days = (...of: number[]): Series => ({
    start: NOW - of.length * DAY,
    step: DAY,
    values: Float64Array.from(of),
  });
  const long = { range: { from: NOW - 30 * DAY, to: NOW } };

  it('of the ATH rise with each new one and end with the one in force', () => {
    const change = { ath: peak(4100, { at: NOW - 2 * DAY }) };
    expect(
      values(lines('peaks', { change, curves: { dailyPeak: days(3000, NaN, 4100, 3900) }, line: long })[0])
    ).toEqual([3000, 3000, 4100, 4100, 4100]);
  });

  const VOIDED = (day: number) => ({ id: 'v', service: 'k', at: NOW - day * DAY, reason: 'test traffic', by: 'bob' });
  it.each<[string, readonly number[], ReadonlyArray<ReturnType<typeof VOIDED>>, readonly number[]]>([
    ['a spike above the ATH that was declared void', [3000, 9800, 4100, 3900], [VOIDED(3)], [3000, 3000, 4100, 4100, 4100]],
    ['a void day below the ATH', [3000, 3900, 4100, 3900], [VOIDED(3)], [3000, 3000, 4100, 4100, 4100]],
    ['the first day, when it is void', [9800, 3000, 4100, 3900], [VOIDED(4)], [NaN, 3000, 4100, 4100, 4100]],
    ['a spike that waits for a second view', [3000, 19_800, 4100, 3900], [], [3000, 3000, 4100, 4100, 4100]],
  ])('of the ATH leave out %s', (_, daily, voids, drawn) => {
    const [line] = lines('peaks', {
      change: { ath: peak(4100, { at: NOW - 2 * DAY }) },
      curves: { dailyPeak: days(...daily) },
      line: { ...long, voids },
    });
    expect(values(line)).toEqual(drawn.map((value) => (Number.isNaN(value) ? null : value)));
  });

  it('of the ATH leave out what was declared void when no other peak is known', () => {
    const change = { ath: { ...peak(0), figure: unknown('reqps', 'every known peak was voided'), at: null } };
    expect(values(lines('peaks', { change, curves: { dailyPeak: days(9800) }, line: { ...long, voids: [VOIDED(1)] } })[0])).toEqual([null]);
  });

  it('of the ATH stand at one that is older than what is drawn', () => {
    expect(values(lines('peaks', { curves: { dailyPeak: days(10, 20) }, line: long })[0])).toEqual([4100, 4100, 4100]);
  });

  it('of the ATH begin with the one that stood when the range begins', () => {
    const change = { ath: peak(4100, { at: NOW - 2 * DAY }) };
    expect(lines('peaks', { change, curves: { dailyPeak: days(3000, 3500, 4100) } })[0]?.points).toEqual([
      { at: RANGE.from, value: 4100 },
      { at: NOW, value: 4100 },
    ]);
  });

  it('of days and hours are their peaks, without a figure of now', () => {
    expect(values(lines('peaks', { peak: 'day', curves: { dailyPeak: days(3000, 4100) }, line: long })[0])).toEqual([
      3000, 4100,
    ]);
    expect(lines('peaks', { peak: 'hour', curves: { hourlyPeak: hours(7, 9) } })).toMatchObject([
      { name: 'hourly peak', points: [{ value: 7 }, { value: 9 }] },
    ]);
  });

  it('of benchmarks step where one was found, from the one in force at the start', () => {
    const stored = (at: number, low: number) => ({ id: String(at), service: 'k', benchmark: benchmark(low, { at }) });
    const found = [
      stored(NOW - HOUR, 260),
      stored(NOW - 40 * DAY, 200),
      stored(NOW - 50 * DAY, 100),
      stored(NOW + HOUR, 999),
    ];
    expect(lines('benchmark', { line: { benchmarks: found } })[0]?.points).toEqual([
      { at: RANGE.from, value: 200 },
      { at: NOW - HOUR, value: 260 },
      { at: NOW, value: 260 },
    ]);
  });

  it('of an estimate that only bounds the truth say so, apart from what was measured', () => {
    const change = { benchmark: benchmark(310, { origin: 'estimated', upperBoundOnly: true }) };
    const found = [{ id: 'a', service: 'k', benchmark: benchmark(200, { at: NOW - 40 * DAY }) }];
    expect(lines('benchmark', { change, line: { benchmarks: found } })).toMatchObject([
      { name: 'safe limit', points: [{ at: RANGE.from, value: 200 }] },
      { name: 'safe limit', labels: { bound: 'at most' }, points: [{ at: NOW, value: 310 }] },
    ]);
  });

  it('of a service without a benchmark are empty', () => {
    expect(values(lines('benchmark', { change: { benchmark: { reason: 'none', next: 'test' } } })[0])).toEqual([]);
  });

  it('of saturation tell resources apart', () => {
    const saturation = [
      { resource: 'cpu', use: measured(0.7, 'share') },
      { resource: 'memory', use: unknown('share', 'no limit') },
    ];
    const drawn = lines('saturation', {
      change: { saturation },
      curves: { saturation: new Map([['cpu', hours(0.5)]]) },
    });
    expect(drawn.map((l) => [l.labels, values(l)])).toEqual([
      [{ resource: 'cpu' }, [0.5, 0.7]],
      [{ resource: 'memory' }, []],
    ]);
  });
});
