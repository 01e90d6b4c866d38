import { DAY } from '../../domain/base/Duration';
import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import { traitsResolver } from '../../domain/catalogue/resolveTraits';
import type { Settings } from '../../domain/catalogue/Settings';
import type { AssemblyContext } from './AssemblyContext';
import { FactsAssembler } from './FactsAssembler';
import type { KpiState, NowAnswer } from './KpiState';
import type { ProfileReadings } from './ProfileReadings';
import { servicesOf } from './servicesOf';
import { historyState, nowState, NOW, question, readingsOf, SHOP, TODAY_ENDS } from './testing/readingsOf';

const contextOf = (settings: Settings = defaultSettings()): AssemblyContext => ({
  settings,
  traitsOf: traitsResolver(settings),
  benchmarks: new Map(),
  aths: new Map(),
  voids: new Map(),
  now: NOW,
});

function facts(readings: ProfileReadings, context = contextOf()) {
  const [found] = servicesOf(readings);
  return found ? new FactsAssembler().assemble(readings, found, context) : null;
}

const demand = nowState('demand-now', [[SHOP, 50]]);
const instances = nowState('instances-now', [
  [{ ...SHOP, zone: 'a', version: 'v1', team: 'carts' }, 2],
  [{ ...SHOP, zone: 'b', version: 'v2', team: 'carts' }, 1],
]);

describe('facts of a service', () => {
  it('sums instances and tells them by zone and version', () => {
    const f = facts(readingsOf({ 'demand-now': demand, 'instances-now': instances }));
    expect(f).toMatchObject({ instances: { known: true, value: 3 }, demandNow: { value: 50, quality: 'measured' }, owner: 'carts' });
    expect([...(f?.zones ?? [])]).toEqual([['a', 2], ['b', 1]]);
    expect([...(f?.versions ?? [])]).toEqual([['v1', 2], ['v2', 1]]);
  });

  it('carries the query and the time behind a figure', () => {
    const f = facts(readingsOf({ 'demand-now': demand }));
    expect(f?.demandNow.evidence).toMatchObject({ origins: [{ kind: 'query', source: 'prom', expr: 'expr of demand-now' }], asOf: NOW });
  });

  it('leaves what was not read yet unknown, with a reason', () => {
    const f = facts(readingsOf({ 'demand-now': demand }));
    expect(f?.instances).toMatchObject({ known: false, reason: 'is being read' });
    expect(f?.benchmark).toMatchObject({ reason: expect.stringContaining('history is being read') });
    expect(f).toMatchObject({ autoscaler: null, autoscalerUnknown: 'is being read' });
  });

  it('says which query failed', () => {
    const failure = { kind: 'timeout' as const, message: 'took longer than 30 s', status: 504, expr: 'x' };
    const f = facts(readingsOf({ 'demand-now': demand, 'instances-now': { state: 'failed', question: question('instances-now', null), failure } }));
    expect(f?.instances).toMatchObject({ known: false, reason: 'could not be read: took longer than 30 s', evidence: { origins: [{ expr: 'expr of instances-now' }] } });
  });

  const inPart = { kind: 'execution' as const, message: 'Answered in part', status: 200, expr: 'x' };
  const partly = (state: KpiState<NowAnswer>): KpiState<NowAnswer> => (state.state === 'read' ? { ...state, answer: { ...state.answer, inPart } } : state);
  const failed: KpiState<NowAnswer> = { state: 'failed', question: question('autoscaler', null), failure: { ...inPart, message: 'it took too long' } };

  it.each<[string, KpiState<NowAnswer>, object, string | undefined]>([
    ['reported', nowState('autoscaler', [[{ ...SHOP, headroom_bound: 'max' }, 9]]), {}, undefined],
    ['not there', nowState('autoscaler', []), {}, undefined],
    ['no question of this profile', { state: 'none', none: { kpi: 'autoscaler', reason: 'no', next: 'no' } }, {}, undefined],
    ['could not be read', failed, {}, 'could not be read: it took too long'],
    ['not in an answer in part', partly(nowState('autoscaler', [])), {}, 'could not be read: the data source answered in part'],
  ])('an autoscaler that is %s', (_name, state, _none, reason) => {
    const f = facts(readingsOf({ 'demand-now': demand, autoscaler: state }));
    expect(f?.autoscalerUnknown).toBe(reason);
    expect(f?.autoscaler === null).toBe(state.state !== 'read' || state.answer.rows.size === 0);
  });

  it('takes counts of an answer in part for the least, and absence for not known', () => {
    const f = facts(readingsOf({ 'demand-now': partly(demand), 'instances-now': partly(instances), 'error-ratio-now': partly(nowState('error-ratio-now', [[SHOP, 0.1]])), 'cores-per-instance': partly(nowState('cores-per-instance', [])) }));
    expect(f?.instances).toMatchObject({ value: 3, bound: 'at least', evidence: { notes: ['Answered in part'] } });
    expect(f?.demandNow).toMatchObject({ value: 50, bound: 'at least' });
    expect(f?.errorRatio).toMatchObject({ value: 0.1, evidence: { notes: ['Answered in part'] } });
    expect(f?.errorRatio).not.toHaveProperty('bound');
    expect(facts(readingsOf({ 'demand-now': demand, 'instances-now': partly(nowState('instances-now', [])) }))?.instances).toMatchObject({ known: false, reason: expect.stringContaining('in part') });
  });

  it('says what a profile cannot answer and what would help', () => {
    const none = { kpi: 'instances-now' as const, reason: 'no instance label', next: 'name one' };
    const f = facts(readingsOf({ 'demand-now': demand, 'instances-now': { state: 'none', none } }));
    expect(f?.instances).toMatchObject({ known: false, reason: 'no instance label', nextStep: 'name one' });
  });

  it('knows when a silent service was last seen', () => {
    const daily = historyState('daily-peak', { step: DAY, end: TODAY_ENDS, rows: [[SHOP, [90, 80, NaN, NaN]]] });
    const f = facts(readingsOf({ 'demand-now': nowState('demand-now', []) }, { 'daily-peak': daily }));
    expect(f?.demandNow.known).toBe(false);
    expect(f?.lastSeen).toBe(TODAY_ENDS - 2 * DAY);
  });

  it('hides what the catalogue hides', () => {
    const settings = { ...defaultSettings(), rules: [{ id: 'r', match: { namespace: 'shop' }, traits: { hidden: true } }] };
    expect(facts(readingsOf({ 'demand-now': demand }), contextOf(settings))).toBeNull();
  });

  it('uses a declared benchmark and marks it when another version runs', () => {
    const readings = readingsOf({ 'demand-now': demand, 'instances-now': instances });
    const [found] = servicesOf(readings);
    const key = found?.service.key ?? '';
    const benchmark = { origin: 'declared' as const, low: 40, high: null, at: NOW - DAY, by: 'ed', version: 'v0', spec: null, note: null, evidence: { origins: [] } };
    const f = facts(readings, { ...contextOf(), benchmarks: new Map([[key, [{ id: '1', service: key, benchmark }]]]) });
    expect(f?.benchmark).toMatchObject({ origin: 'declared', low: 40 });
    const chosen = f?.benchmark;
    expect(chosen && 'low' in chosen && chosen.evidence.notes).toEqual([expect.stringContaining('v0')]);
  });
});

describe('the sketch of a large fleet', () => {
  it('leaves what takes long for the next picture, and says so', () => {
    const daily = historyState('daily-peak', { step: DAY, end: TODAY_ENDS, rows: [[SHOP, [90, 80]]] });
    const f = facts(readingsOf({ 'demand-now': demand, 'instances-now': instances }, { 'daily-peak': daily }), { ...contextOf(), sketch: true });
    expect(f).toMatchObject({ demandNow: { value: 50 }, instances: { value: 3 }, ath: { figure: { value: 90 } } });
    expect(f?.burst).toMatchObject({ known: false, reason: 'is being worked out' });
    expect(f?.benchmark).toMatchObject({ reason: 'is being worked out' });
  });
});
