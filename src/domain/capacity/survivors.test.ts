import { survivors } from './survivors';

describe('survivors', () => {
  it.each([
    [9, { kind: 'zone', zones: 3 }, 6],
    [10, { kind: 'zone', zones: 3 }, 6],
    [1, { kind: 'zone', zones: 2 }, 0],
    [0, { kind: 'zone', zones: 3 }, 0],
    [5, { kind: 'n+1' }, 4],
    [0, { kind: 'n+1' }, 0],
    [5, { kind: 'none' }, 5],
  ] as const)('of %p under %p are %p', (n, rule, left) => {
    expect(survivors(n, rule)).toBe(left);
  });
});
