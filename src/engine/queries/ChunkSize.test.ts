import { DAY, HOUR, MINUTE } from '../../domain/base/Duration';
import { chunkSizeAfter, chunkSizeAfterRefusal, firstChunkSize, MAX_CELLS, type ChunkCost } from './ChunkSize';

const fast: ChunkCost = { cells: 10, milliseconds: 500, bytes: 1_000, peakSamples: 1_000, rows: 5 };

describe('firstChunkSize is safe for a fleet nothing is known about', () => {
  test.each<[string, number, number, number]>([
    ['daily peaks of 20,000 series: a day', DAY, 20_000, 1],
    ['hourly peaks: under 10 M samples', HOUR, 20_000, 41],
    ['plain points: bounded by the size of the answer', 5 * MINUTE, 20_000, 60],
    ['one small service: bounded by the points limit', MINUTE, 1, MAX_CELLS],
  ])('%s', (_, lookback, series, wanted) => expect(firstChunkSize(lookback, series)).toBe(wanted));
});

describe('chunkSizeAfter', () => {
  test.each<[string, Partial<ChunkCost>, number]>([
    ['fast: twice as long', {}, 20],
    ['neither fast nor slow: as it is', { milliseconds: 4_000 }, 10],
    ['slow: half', { milliseconds: 7_000 }, 5],
    ['a short remainder says nothing about time', { cells: 3 }, 10],
    ['fast, but at the edge of the samples', { peakSamples: 8_000_000 }, 12],
    ['fast, but the answer is large', { bytes: 3_000_000 }, 6],
    ['a server that does not count samples', { peakSamples: null }, 20],
    ['nothing at all: in long strides', { rows: 0, bytes: 90 }, 40],
  ])('%s', (_, cost, wanted) => expect(chunkSizeAfter(10, { ...fast, ...cost })).toBe(wanted));

  it('never leaves the bounds', () => {
    expect(chunkSizeAfter(1, { ...fast, cells: 1, milliseconds: 60_000 })).toBe(1);
    expect(chunkSizeAfter(9_000, { ...fast, cells: 9_000 })).toBe(MAX_CELLS);
  });
});

test.each([
  [41, 20],
  [3, 1],
  [1, 1],
])('a refusal of %i cells leads to %i', (cells, wanted) => expect(chunkSizeAfterRefusal(cells)).toBe(wanted));
