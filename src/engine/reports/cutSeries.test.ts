import { HOUR } from '../../domain/base/Duration';
import { cutSeries } from './cutSeries';

const series = { start: 10 * HOUR, step: HOUR, values: Float64Array.of(1, 2, 3) };

describe('cutSeries', () => {
  it.each([
    ['before it began', 9 * HOUR, []],
    ['at its first value', 10 * HOUR, [1]],
    ['within a cell: one that has not ended is not there', 11.5 * HOUR, [1, 2]],
    ['at its end', 12 * HOUR, [1, 2, 3]],
    ['later', 99 * HOUR, [1, 2, 3]],
  ])('%s', (_, then, values) => expect(cutSeries(series, then)).toEqual({ start: 10 * HOUR, step: HOUR, values: Float64Array.from(values) }));
});
