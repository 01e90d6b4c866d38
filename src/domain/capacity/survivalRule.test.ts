import { survivalRule } from './survivalRule';

describe('survivalRule', () => {
  it.each([
    ['none', 3, null, { kind: 'none' }, null],
    ['n+1', 3, null, { kind: 'n+1' }, null],
    ['zone', 3, null, { kind: 'zone', zones: 3 }, null],
    ['zone', 2, 3, { kind: 'zone', zones: 2 }, null],
    ['zone', 0, 3, { kind: 'zone', zones: 3 }, null],
    ['zone', 1, 3, { kind: 'zone', zones: 3 }, '3 zones are declared, instances were seen in one only'],
    ['zone', 0, 1, { kind: 'n+1' }, expect.stringContaining('zones are not known')],
    ['zone', 1, null, { kind: 'n+1' }, expect.stringContaining('all instances are in one zone')],
  ] as const)('%s with %p zones seen and %p declared', (redundancy, seen, declared, rule, note) => {
    expect(survivalRule(redundancy, seen, declared)).toEqual({ rule, note });
  });
});
