import { inputs } from './capacityInputs.fixture';
import { zoneBalance } from './zoneBalance';

const zones = (...counts: number[]) => new Map(counts.map((n, i) => [`z${i}`, n]));

// 31 survivors are needed of the example's 6642 requests/s.
describe('zoneBalance', () => {
  it.each([
    ['even', zones(16, 16, 16), { deployed: 48 }, 'even'],
    ['one apart', zones(17, 16, 16), { deployed: 49 }, 'even'],
    ['two apart', zones(17, 16, 15), { deployed: 48 }, 'uneven'],
    ['the largest zone holds too much', zones(18, 15, 15), { deployed: 48 }, 'fails'],
    ['a declared zone is empty', zones(24, 24), { deployed: 48 }, 'fails'],
    ['shares applied to an autoscaler maximum', zones(2, 1, 1), { deployed: 60 }, 'fails'],
    ['the same shares with room for it', zones(2, 1, 1), { deployed: 64 }, 'even'],
    ['nothing ready yet', zones(0, 0, 0), { deployed: 48 }, 'even'],
    ['zones unknown', zones(), { deployed: 48 }, 'even'],
    ['no zone to survive', zones(40, 1), { deployed: 41, survival: { kind: 'n+1' } as const }, 'even'],
  ])('%s', (_, given, change, kind) => {
    expect(zoneBalance(given, inputs(change)).kind).toBe(kind);
  });

  it.each([
    ['several', zones(18, 15, 15), { deployed: 48 }, /leaves 30 instances, 31 are needed$/],
    ['one', zones(3, 1), { deployed: 4 }, /leaves 1 instance, 31 are needed$/],
  ])('counts %s survivor in words', (_, given, change, words) => {
    expect(zoneBalance(given, inputs(change)).reason).toMatch(words);
  });
});
