import type { CpuPoint } from './CpuPoint';
import { versionsDiffer } from './versionsDiffer';

const line = (slope: number, rest: number, scatter: number, hours = 24): CpuPoint[] =>
  Array.from({ length: hours }, (_, i) => ({
    at: i,
    demand: 50 + 3 * i,
    cpu: rest + slope * (50 + 3 * i) + scatter * (((i * 7) % 5) - 2),
    version: 'v',
  }));

describe('versionsDiffer', () => {
  it.each([
    ['one line with scatter', [line(0.01, 0.1, 0.01), line(0.01, 0.1, 0.012)], false],
    ['one exact line', [line(0.01, 0.1, 0), line(0.01, 0.1, 0)], false],
    ['two exact lines', [line(0.01, 0.1, 0), line(0.0101, 0.1, 0)], true],
    ['another slope', [line(0.01, 0.1, 0.01), line(0.013, 0.1, 0.01)], true],
    ['another height', [line(0.01, 0.1, 0.01), line(0.01, 0.3, 0.01)], true],
    ['a difference the scatter hides', [line(0.01, 0.1, 0.2), line(0.0101, 0.1, 0.2)], false],
    ['a version too short for a line', [line(0.01, 0.1, 0.01), line(0.02, 0.1, 0, 2)], false],
    ['one version', [line(0.01, 0.1, 0.01)], false],
    ['none', [], false],
  ])('%s: %#', (_, groups, differ) => {
    expect(versionsDiffer(groups)).toBe(differ);
  });
});
