import { parsePlan } from './parsePlan';
import type { ExtraGuard } from './Plan';
import { plan } from './run.fixture';

const good = plan();
const held = plan({ result: 'hold', course: { kind: 'steps', sharesBp: [500, 1_000] } });

const own: ExtraGuard = { title: 'db', metric: 'db_sessions{pool="main"}', measure: 'gauge', of: null, limit: 5, windowSeconds: 30, on: 'both', role: 'safety' };
const named = (service: string) => ({ service, direction: 'downstream', p99Seconds: null, pool: null });

describe('a plan', () => {
  it('with its defaults is accepted as it is', () => {
    expect(parsePlan(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, value: good });
  });

  it('with dependencies and guards of the operator is accepted as it is', () => {
    const full = { ...good, dependencies: [named('x'), { ...named('y'), direction: 'upstream', p99Seconds: 0.5, pool: 'main' }], extraGuards: [own, { ...own, title: 'b', measure: 'rate-ratio', of: 'y' }] };
    expect(parsePlan(JSON.parse(JSON.stringify(full)))).toEqual({ ok: true, value: full });
  });

  it('of before there were guards on resources and dependencies gets what a new plan proposes', () => {
    const { gc: _gc, threads: _threads, pools: _pools, files: _files, eventLoopSeconds: _lag, throttled: _throttled, ...guards } = good.guards;
    const { dependencies: _dependencies, ...rest } = good;
    expect(parsePlan({ ...rest, guards })).toEqual({ ok: true, value: good });
  });

  it.each<[string, unknown, string, string]>([
    ['nothing', null, '(document)', 'object'],
    ['an unknown field', { ...good, spice: 1 }, 'spice', 'not a known field'],
    ['a dwell that is no number', { ...good, dwellSeconds: 'long' }, 'dwellSeconds', '"long"'],
    ['NaN', { ...good, dwellSeconds: NaN }, 'dwellSeconds', 'NaN'],
    ['a dwell too long', { ...good, dwellSeconds: 400 }, 'dwellSeconds', 'at most 300'],
    ['a negative share', { ...good, limits: { ...good.limits, shareBp: -5 } }, 'limits.shareBp', '-5'],
    ['a share above all traffic', { ...good, limits: { ...good.limits, shareBp: 10_001 } }, 'limits.shareBp', '10001'],
    ['a share with a fraction', { ...good, limits: { ...good.limits, stepBp: 12.5 } }, 'limits.stepBp', '12.5'],
    ['steps that do not grow', { ...held, course: { kind: 'steps', sharesBp: [1_000, 500] } }, 'course.sharesBp', 'must grow'],
    ['no steps', { ...held, course: { kind: 'steps', sharesBp: [] } }, 'course.sharesBp', '1'],
    ['a CPU limit in percent', { ...good, guards: { ...good.guards, cpuSoft: 90 } }, 'guards.cpuSoft', '90'],
    ['an infinite benchmark', { ...good, course: { kind: 'search', priorRps: Infinity } }, 'course.priorRps', 'Infinity'],
    ['no reason', { ...good, reason: '' }, 'reason', '""'],
    ['a pair without a second', { ...held, result: 'pair' }, 'pairedWith', 'second instance'],
    ['a second without a pair', { ...good, pairedWith: 'b' }, 'pairedWith', '"b"'],
    ['a target paired with itself', { ...held, result: 'pair', pairedWith: 'a', limits: { ...held.limits, shareBp: 5_000 } }, 'pairedWith', 'another instance'],
    ['a search that is to hold', { ...good, result: 'hold' }, 'course.kind', 'search'],
    ['a curve that falls', { ...held, course: { kind: 'curve', fromBp: 900, toBp: 100, count: 3, shape: 'linear' } }, 'course.toBp', '100'],
    ['steps above the ceiling', { ...held, limits: { ...held.limits, shareBp: 700 } }, 'limits.shareBp', '1000'],
    ['a hard limit below the soft one', { ...good, guards: { ...good.guards, cpuHard: 0.5 } }, 'guards.cpuHard', '0.5'],
    ['a permit below the stop', { ...good, judge: { kind: 'headroom', stopShift: 1.3, permitShift: 1.2 } }, 'judge.permitShift', '1.2'],
    ['a marginal score above the passing one', { ...good, judge: { kind: 'aca', config: '{}', pass: 50, marginal: 75 } }, 'judge.marginal', '75'],
    ['a canary configuration that nobody can ask', { ...good, judge: { kind: 'aca', config: JSON.stringify({ metrics: [{ name: 'carts' }] }), pass: 95, marginal: 75 } }, 'judge.config', 'metric "carts" has no query'],
    ['a canary configuration that is none', { ...good, judge: { kind: 'aca', config: 'apiVersion: v1', pass: 95, marginal: 75 } }, 'judge.config', 'not JSON'],
    ['a guard without a metric', { ...good, extraGuards: [{ ...own, metric: undefined }] }, 'extraGuards[0].metric', 'must be a text'],
    ['a guard on an expression', { ...good, extraGuards: [own, { ...own, title: 'b', metric: 'rate(x[1m])' }] }, 'extraGuards[1].metric', 'without functions'],
    ['a guard on labels that cannot be read', { ...good, extraGuards: [{ ...own, metric: 'x{a=b}' }] }, 'extraGuards[0].metric', 'label="value"'],
    ['a ratio without what it divides by', { ...good, extraGuards: [{ ...own, measure: 'rate-ratio' }] }, 'extraGuards[0].of', 'found nothing'],
    ['a ratio by an expression', { ...good, extraGuards: [{ ...own, measure: 'gauge-ratio', of: 'a / b' }] }, 'extraGuards[0].of', '"a / b"'],
    ['a divisor without a ratio', { ...good, extraGuards: [{ ...own, of: 'y' }] }, 'extraGuards[0].of', '"gauge"'],
    ['a measure nobody knows', { ...good, extraGuards: [{ ...own, measure: 'p99' }] }, 'extraGuards[0].measure', '"p99"'],
    ['a window of an hour', { ...good, extraGuards: [{ ...own, windowSeconds: 3600 }] }, 'extraGuards[0].windowSeconds', 'at most 300'],
    ['a limit of nothing', { ...good, extraGuards: [{ ...own, limit: 0 }] }, 'extraGuards[0].limit', '0'],
    ['two guards of one name', { ...good, extraGuards: [own, own] }, 'extraGuards[1].title', '"db"'],
    ['a dependency twice', { ...good, dependencies: [named('x'), named('x')] }, 'dependencies[1].service', '"x"'],
    ['itself as a dependency', { ...good, dependencies: [named(good.service)] }, 'dependencies[0].service', 'another service'],
    ['a dependency sideways', { ...good, dependencies: [{ ...named('x'), direction: 'sideways' }] }, 'dependencies[0].direction', '"sideways"'],
    ['a goal above the ceiling', { ...good, goal: { rps: 900, errorRatio: 0.02 }, limits: { ...good.limits, demandRps: 500 } }, 'limits.demandRps', '500'],
    ['a run no longer than a dwell', { ...good, dwellSeconds: 200, limits: { ...good.limits, runSeconds: 100 } }, 'limits.runSeconds', '100'],
  ])('with %s is refused by the name of the field', (_name, raw, field, message) => {
    const result = parsePlan(raw);
    expect(result.ok ? 'accepted' : result.error.field).toContain(field);
    expect(result.ok ? '' : result.error.message).toContain(message);
  });
});
