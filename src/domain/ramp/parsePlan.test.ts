import { parsePlan } from './parsePlan';
import { plan } from './run.fixture';

const good = plan();
const held = plan({ result: 'hold', course: { kind: 'steps', sharesBp: [500, 1_000] } });

describe('a plan', () => {
  it('with its defaults is accepted as it is', () => {
    expect(parsePlan(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, value: good });
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
    ['a canary configuration that is none', { ...good, judge: { kind: 'aca', config: 'apiVersion: v1', pass: 95, marginal: 75 } }, 'judge.config', 'not JSON'],
    ['a guard that nothing evaluates', { ...good, extraGuards: [{ title: 'db', expr: 'up', above: 1, scope: 'dependency', role: 'safety' }] }, 'extraGuards', 'found 1'],
    ['a goal above the ceiling', { ...good, goal: { rps: 900, errorRatio: 0.02 }, limits: { ...good.limits, demandRps: 500 } }, 'limits.demandRps', '500'],
    ['a run no longer than a dwell', { ...good, dwellSeconds: 200, limits: { ...good.limits, runSeconds: 100 } }, 'limits.runSeconds', '100'],
  ])('with %s is refused by the name of the field', (_name, raw, field, message) => {
    const result = parsePlan(raw);
    expect(result.ok ? 'accepted' : result.error.field).toContain(field);
    expect(result.ok ? '' : result.error.message).toContain(message);
  });
});
