import { firstValueFrom, of } from 'rxjs';
import { DAY, HOUR, MINUTE } from '../../domain/base/Duration';
import { known, valueOf } from '../../domain/base/Figure';
import type { Labels } from '../../domain/base/Labels';
import type { Benchmark } from '../../domain/capacity/Benchmark';
import { judgeService } from '../../domain/capacity/judgeService';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import { traitsResolver } from '../../domain/catalogue/resolveTraits';
import type { ServiceBefore } from '../../domain/report/ServiceBefore';
import type { AssemblyContext } from '../fleet/AssemblyContext';
import { FactsAssembler } from '../fleet/FactsAssembler';
import type { FleetState } from '../fleet/FleetState';
import type { ProfileReadings } from '../fleet/ProfileReadings';
import { servicesOf } from '../fleet/servicesOf';
import { historyState, NOW, nowState, readingsOf, SHOP, TODAY_ENDS, type HistoryRows } from '../fleet/testing/readingsOf';
import { Reports } from './Reports';

const KEY = '["prom","test-http","shop","cart"]';
const clock = { now: () => NOW, sleep: async () => undefined };
const DAYS = 20;
const HOURS = 14 * 24;
const WEEK_HOURS = 7 * 24;

const stated = (low: number, daysAgo: number): Benchmark => ({
  origin: 'load-test', low, high: null, at: NOW - daysAgo * DAY, by: 'ada', version: null, spec: null, note: null, evidence: { origins: [] },
});

interface Story {
  /** Peak of each day, oldest first, today last. */
  readonly days?: readonly number[];
  /** Of each of 14 days of hours, oldest first. */
  readonly hours?: readonly number[];
  readonly instances?: ReadonlyArray<readonly [labels: Labels, counts: readonly number[]]>;
  readonly ready?: number;
  readonly benchmarks?: readonly Benchmark[];
  readonly context?: Partial<AssemblyContext>;
  readonly others?: HistoryRows['rows'];
}

const all = (count: number, value: number) => Array.from({ length: count }, () => value);
/** One value for the week before, another for this week. */
const turned = (before: number, after: number) => [...all(HOURS - WEEK_HOURS, before), ...all(WEEK_HOURS, after)];

function stateOf({ days = all(DAYS, 1000), hours = all(HOURS, 500), instances = [[SHOP, all(HOURS, 10)]], ready = 10, benchmarks = [stated(200, 30)], context = {}, others = [] }: Story = {}): FleetState {
  const zones = ['a', 'b'].map((zone): [Labels, number] => [{ ...SHOP, zone }, ready / 2]);
  const readings: ProfileReadings = readingsOf(
    { 'demand-now': nowState('demand-now', [[SHOP, 500]]), 'instances-now': nowState('instances-now', zones) },
    {
      'daily-peak': historyState('daily-peak', { step: DAY, end: TODAY_ENDS, rows: [[SHOP, days], ...others] }),
      'hourly-demand': historyState('hourly-demand', { step: HOUR, end: NOW, rows: [[SHOP, hours]] }),
      'hourly-instances': historyState('hourly-instances', { step: HOUR, end: NOW, rows: instances }),
    }
  );
  const settings = defaultSettings();
  const whole: AssemblyContext = {
    settings,
    traitsOf: traitsResolver(settings),
    benchmarks: new Map([[KEY, benchmarks.map((benchmark, i) => ({ id: String(i), service: KEY, benchmark }))]]),
    aths: new Map(),
    voids: new Map(),
    now: NOW,
    ...context,
  };
  const assembler = new FactsAssembler();
  const services = servicesOf(readings).map((found) => assembler.assemble(readings, found, whole)).filter((facts): facts is ServiceFacts => facts !== null);
  const view: FleetState['view'] = { mode: 'saved', state: 'ready', services, notices: [], progress: null, currency: 'EUR', readAt: NOW, since: null };
  return { view, settings, readings: [readings], context: whole };
}

async function beforeOf(story: Story = {}): Promise<ServiceBefore | undefined> {
  const view = await firstValueFrom(new Reports(clock, { state: () => of(stateOf(story)) }).watch());
  return view.before.get(KEY);
}

/** @throws when nothing is known */
async function factsThen(story: Story = {}): Promise<ServiceFacts> {
  const before = await beforeOf(story);
  if (before?.kind !== 'known') {
    throw new RangeError(`not known: ${JSON.stringify(before)}`);
  }
  return before.row.facts;
}

describe('Reports', () => {
  it('has the services of now as every page judges them', async () => {
    const state = stateOf();
    const { rows, week, currency } = await firstValueFrom(new Reports(clock, { state: () => of(state) }).watch());
    expect(rows).toEqual(state.view.services.map((facts) => ({ facts, judgement: judgeService(facts, { growth: 0, now: NOW }) })));
    expect([week, currency]).toEqual([{ from: NOW - 7 * DAY, to: NOW }, 'EUR']);
  });

  it('finds nothing changed where nothing has: same headroom, same status', async () => {
    const { rows, before } = await firstValueFrom(new Reports(clock, { state: () => of(stateOf()) }).watch());
    const past = before.get(KEY);
    expect(past).toMatchObject({ kind: 'known', row: { judgement: { headroom: { known: true }, status: { kind: rows[0]?.judgement.status.kind } } } });
    expect(past?.kind === 'known' && valueOf(past.row.judgement.headroom)).toBe(valueOf(rows[0]?.judgement.headroom ?? known(NaN, 'growth', 'measured')));
  });

  it('knows the all-time high of then, without the days since', async () => {
    const days = all(DAYS, 1000);
    days[5] = 1200;
    days[DAYS - 3] = 1800;
    const { ath } = await factsThen({ days });
    expect([valueOf(ath.figure), ath.at]).toEqual([1200, TODAY_ENDS - DAY * (DAYS - 5)]);
  });

  it('leaves out the day the week began in, which had not ended', async () => {
    const days = all(DAYS, 1000);
    days[DAYS - 8] = 1800;
    expect(valueOf((await factsThen({ days })).ath.figure)).toBe(1000);
  });

  it('counts published peaks of then only, and voids of today', async () => {
    const published = (value: number, daysAgo: number) => ({ id: `${value}`, service: KEY, value, at: TODAY_ENDS - (daysAgo + 1) * DAY, window: 5 * MINUTE, step: DAY, censored: false, by: 'mia' });
    const aths = new Map([[KEY, [published(1500, 100), published(1700, 2), published(1600, 90)]]]);
    const voids = new Map([[KEY, [{ id: 'v', service: KEY, at: TODAY_ENDS - 91 * DAY, reason: 'bots', by: 'ed' }]]]);
    expect(valueOf((await factsThen({ context: { aths, voids } })).ath.figure)).toBe(1500);
  });

  it('counts instances of that hour, over all versions, to the nearest whole one', async () => {
    const rollout = [...all(HOURS - WEEK_HOURS - 1, 6), 4.6, ...all(WEEK_HOURS, 0)];
    const old = await factsThen({ ready: 12, instances: [[{ ...SHOP, version: 'v1' }, rollout], [{ ...SHOP, version: 'v2' }, all(HOURS, 3)]] });
    expect(old.instances).toMatchObject({ known: true, value: 8 });
    expect([...old.versions]).toEqual([['v1', 4.6], ['v2', 3]]);
  });

  it('does not know what was not counted in that hour', async () => {
    const gap = [...all(HOURS - WEEK_HOURS - 1, 6), NaN, ...all(WEEK_HOURS, 6)];
    expect((await factsThen({ instances: [[SHOP, gap]] })).instances).toMatchObject({ known: false, reason: 'no instance reported in that hour' });
  });

  it('takes zones to be as many as now, so that the rule is the same', async () => {
    expect(await factsThen()).toMatchObject({ declaredZones: 2, zones: new Map() });
  });

  it.each([
    ['the one of then, though a newer one is there', [stated(200, 30), stated(260, 2)], 200],
    ['the newest of then', [stated(200, 30), stated(220, 20)], 220],
  ])('judges by the benchmark: %s', async (_, benchmarks, low) => {
    expect((await factsThen({ benchmarks })).benchmark).toMatchObject({ low });
  });

  it('had no benchmark before the first one', async () => {
    expect((await factsThen({ benchmarks: [stated(260, 2)] })).benchmark).toMatchObject({ reason: expect.stringContaining('none can be estimated') });
  });

  it('was silent then, back now', async () => {
    const before = await beforeOf({ hours: [...all(100, 500), ...all(HOURS - WEEK_HOURS - 100, NaN), ...all(WEEK_HOURS, 500)] });
    expect(before).toMatchObject({ kind: 'known', row: { facts: { demandNow: { known: false } }, judgement: { status: { kind: 'stale' } } } });
  });

  it('measures demand of then', async () => expect((await factsThen({ hours: turned(300, 900) })).demandNow).toMatchObject({ value: 300 }));

  it('is new when it has no samples before, and others have', async () => {
    const young = { days: [...all(DAYS - 4, NaN), ...all(4, 1000)], others: [[{ namespace: 'shop', service: 'old' }, all(DAYS, 5)] as const] };
    expect(await beforeOf(young)).toEqual({ kind: 'new' });
  });

  it('does not call a service new because the data source forgets', async () => {
    expect(await beforeOf({ days: [...all(DAYS - 4, NaN), ...all(4, 1000)] })).toEqual({ kind: 'unknown', reason: 'no samples of a week ago are kept by the data source' });
  });

  it('does not call a service new of which a peak was published before', async () => {
    const ath = { id: 'p', service: KEY, value: 900, at: TODAY_ENDS - 31 * DAY, window: 5 * MINUTE, step: DAY, censored: false, by: 'mia' };
    const others: HistoryRows['rows'] = [[{ namespace: 'shop', service: 'old' }, all(DAYS, 5)]];
    expect(await beforeOf({ days: [...all(DAYS - 4, NaN), ...all(4, 1000)], others, context: { aths: new Map([[KEY, [ath]]]) } })).toMatchObject({ kind: 'unknown' });
  });

  it('says nothing about the past while the picture is a sketch', async () => expect(await beforeOf({ context: { sketch: true } })).toBeUndefined());
});
