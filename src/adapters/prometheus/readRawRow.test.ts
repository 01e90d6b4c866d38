import { readRawRow } from './readRawRow';
import { noOddities } from './readRow';

const read = (row: unknown) => readRawRow(JSON.stringify(row), noOddities());

describe('a row of raw samples', () => {
  it('keeps the timestamps of the scrapes', () => {
    expect(read({ metric: { instance: 'a' }, values: [[1.5, '3'], [6.501, '4']] })).toEqual({ labels: { instance: 'a' }, samples: [{ at: 1500, value: 3 }, { at: 6501, value: 4 }] });
  });

  it('leaves out what says nothing, and counts infinities', () => {
    const odd = noOddities();
    const row = readRawRow(JSON.stringify({ metric: {}, values: [[1, 'NaN'], [2, '+Inf'], [3, '7']] }), odd);
    expect(row?.samples).toEqual([{ at: 3000, value: 7 }]);
    expect(odd.infinite).toBe(1);
  });

  it('puts samples in order', () => {
    expect(read({ metric: {}, values: [[5, '2'], [1, '1']] })?.samples.map((s) => s.at)).toEqual([1000, 5000]);
  });

  it('is null for native histograms', () => {
    expect(read({ metric: {}, histograms: [] })).toBeNull();
  });

  it.each([
    ['no values', { metric: {} }, 'without "values"'],
    ['a point that is none', { metric: {}, values: [['x', 1]] }, 'a point is'],
    ['no labels', { values: [] }, 'without "metric"'],
  ])('refuses %s', (_name, row, message) => {
    expect(() => read(row)).toThrow(message);
  });
});
