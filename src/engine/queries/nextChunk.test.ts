import fc from 'fast-check';
import { merge, subtract, type Interval, type Intervals } from '../../domain/base/Intervals';
import { nextChunk } from './nextChunk';

function walk(missing: Intervals, step: number, cells: number): Interval[] {
  const chunks: Interval[] = [];
  let rest = missing;
  for (let chunk = nextChunk(rest, step, cells); chunk; chunk = nextChunk(rest, step, cells)) {
    chunks.push(chunk);
    rest = subtract(rest, [chunk]);
  }
  return chunks;
}

describe('nextChunk', () => {
  it('walks from the newest missing cell to the oldest', () =>
    expect(
      walk(
        [
          [0, 30],
          [50, 110],
        ],
        10,
        4
      )
    ).toEqual([
      [70, 110],
      [50, 70],
      [0, 30],
    ]));

  it('covers exactly what is missing with aligned chunks, whatever their size', () => {
    const spans = fc
      .array(fc.tuple(fc.nat(40), fc.nat(40)))
      .map((s) => merge(s.map(([a, b]): Interval => [a * 10, b * 10])));
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 9 }), (missing, cells) => {
        const chunks = walk(missing, 10, cells);
        expect(merge(chunks)).toEqual(missing);
        expect(chunks.every(([from, to]) => to - from <= cells * 10 && from % 10 === 0 && to % 10 === 0)).toBe(true);
      })
    );
  });
});
