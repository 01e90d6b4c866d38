import { DAY, HOUR } from '../base/Duration';
import { chooseBenchmark } from './chooseBenchmark';
import { isBenchmark } from './isBenchmark';
import { benchmark, NOW } from './serviceFacts.fixture';

const CONTEXT = { versions: ['v1'], spec: 'm5', now: NOW };
const NONE = { reason: 'none', next: 'declare one' };

const at = (days: number) => NOW - days * DAY;

describe('chooseBenchmark', () => {
  it.each([
    [
      'a load test outranks a newer declaration and estimate',
      [
        benchmark(3, { origin: 'estimated', at: at(0) }),
        benchmark(2, { origin: 'declared', at: at(1) }),
        benchmark(1, { at: at(80) }),
      ],
      1,
    ],
    ['also when it is stale', [benchmark(2, { origin: 'declared', at: at(1) }), benchmark(1, { at: at(200) })], 1],
    [
      'the newest of one origin',
      [benchmark(1, { at: at(9) }), benchmark(2, { at: at(3) }), benchmark(3, { at: at(30) })],
      2,
    ],
    [
      'a declaration outranks an estimate',
      [benchmark(1, { origin: 'estimated' }), benchmark(2, { origin: 'declared' })],
      2,
    ],
    [
      'a limit that was found, not a later run that met none',
      [benchmark(260, { at: at(10), high: 275, version: 'v1', spec: 'm5' }), benchmark(48, { at: at(1), high: null, version: 'v1', spec: 'm5' })],
      260,
    ],
    ['the newest of two that met no limit, where it is the higher', [benchmark(48, { at: at(9), high: null }), benchmark(60, { at: at(1), high: null })], 60],
    [
      'the limit behind two runs that met none',
      [benchmark(260, { at: at(10) }), benchmark(60, { at: at(5), high: null }), benchmark(48, { at: at(1), high: null })],
      260,
    ],
    ['a later run that carried more than the limit of before', [benchmark(40, { at: at(10) }), benchmark(48, { at: at(1), high: null })], 48],
    ['a later run where the limit is stale', [benchmark(260, { at: at(91) }), benchmark(48, { at: at(1), high: null })], 48],
    ['a later run where the limit is of another version', [benchmark(260, { at: at(9), version: 'v0' }), benchmark(48, { at: at(1), high: null, version: 'v1' })], 48],
    ['a later run where the limit is of another spec', [benchmark(260, { at: at(9), spec: 'm4' }), benchmark(48, { at: at(1), high: null, spec: 'm5' })], 48],
    ['a later run where the limit names no spec', [benchmark(260, { at: at(9) }), benchmark(48, { at: at(1), high: null, spec: 'm5' })], 48],
    ['a later run where the limit names no version', [benchmark(260, { at: at(9) }), benchmark(48, { at: at(1), high: null, version: 'v1' })], 48],
    [
      'a later declaration, whatever it leaves open',
      [benchmark(260, { origin: 'declared', at: at(9) }), benchmark(48, { origin: 'declared', at: at(1), high: null })],
      48,
    ],
    ['the lower of two equals', [benchmark(5), benchmark(4)], 4],
  ])('%s', (_, candidates, low) => {
    const { chosen, others } = chooseBenchmark(candidates, CONTEXT, NONE);
    expect(isBenchmark(chosen) && chosen.low).toBe(low);
    expect(others).toHaveLength(candidates.length - 1);
  });

  it.each([
    ['no positive lower end', benchmark(0), 'its lower end is 0'],
    ['a lower end that is NaN', benchmark(NaN), 'its lower end is NaN'],
    ['ends the wrong way round', benchmark(10, { high: 5 }), 'its upper end 5 is below its lower end 10'],
    ['a date in the future', benchmark(10, { at: NOW + HOUR }), 'its date is in the future'],
  ])('leaves out one with %s, and says so', (_, bad, words) => {
    const { chosen, invalid } = chooseBenchmark([bad], CONTEXT, NONE);
    expect(chosen).toBe(NONE);
    expect(invalid.join()).toContain(words);
  });

  it('gives the reason when there is none', () => {
    expect(chooseBenchmark([], CONTEXT, NONE)).toEqual({ chosen: NONE, stale: [], others: [], invalid: [] });
  });

  it.each([
    ['fresh', { at: at(90), version: 'v1', spec: 'm5' }, []],
    ['nothing known to differ', { version: null, spec: null }, []],
    ['older than 90 days', { at: at(91) }, ['the benchmark is 91 d old (more than 90 d)']],
    ['of another version', { version: 'v0' }, ['the benchmark is of version v0, v1 runs now']],
    ['of another spec', { spec: 'm4' }, ['the benchmark is of instance spec m4, m5 runs now']],
  ])('%s: staleness in words', (_, change, stale) => {
    expect(chooseBenchmark([benchmark(1, change)], CONTEXT, NONE).stale).toEqual(stale);
  });

  it('a roll-out under way makes the older version stale, and unknown versions nothing', () => {
    const choose = (versions: readonly string[]) =>
      chooseBenchmark([benchmark(1, { version: 'v1' })], { ...CONTEXT, versions }, NONE).stale;
    expect(choose(['v1', 'v2'])).toEqual(['the benchmark is of version v1, v1, v2 runs now']);
    expect(choose([])).toEqual([]);
  });
});
