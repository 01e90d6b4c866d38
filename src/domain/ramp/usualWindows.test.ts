import type { JudgeWindow, WindowReading } from '../canary/Judge';
import { usualWindows } from './usualWindows';

const reading = (demand: number | null): WindowReading => ({ demand, requests: null, errors: null, values: {} });
const window = (target: number | null, ...peers: ReadonlyArray<number | null>): JudgeWindow => ({ from: 0, to: 1, target: reading(target), peers: peers.map(reading) });
const times = (n: number, one: JudgeWindow) => Array.from({ length: n }, () => one);
const CALM = window(100, 100, 104, 96);

describe('windows before a run', () => {
  it.each<[string, readonly JudgeWindow[], number]>([
    ['all usual', times(40, CALM), 40],
    ['a test that ended a while ago', [...times(20, CALM), ...times(30, window(300, 50, 52, 48)), ...times(10, CALM)], 30],
    ['a test that took most of the time', [...times(60, window(300, 50, 52, 48)), ...times(6, CALM)], 6],
    ['a target that was out of traffic', [...times(5, window(10, 120, 120, 120)), ...times(10, CALM)], 10],
    ['one peer under test, not the target', [...times(5, window(80, 300, 80, 80)), ...times(10, CALM)], 15],
    ['traffic that doubled for all', [...times(5, window(200, 200, 205, 195)), ...times(10, CALM)], 15],
    ['a target with a weight of its own', times(12, window(300, 100, 100, 100)), 12],
    ['windows without demand', [...times(3, window(null, 100)), ...times(3, window(100, null)), ...times(8, CALM)], 8],
    ['nothing', [], 0],
  ])('%s', (_name, all, kept) => expect(usualWindows(all)).toHaveLength(kept));

  it('are left as they are where demand is not known at all', () => expect(usualWindows(times(9, window(null, null)))).toHaveLength(9));
});
