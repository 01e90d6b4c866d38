import { writeNumber } from './writeNumber';

describe('writeNumber', () => {
  it.each([
    [4428, '4428'],
    [0.7, '0.7'],
    [1 / 3, '0.33333'],
    [123456.789, '123460'],
    [1e-7, '1e-7'],
    [NaN, 'NaN'],
  ])('writeNumber(%p) is %s', (value, text) => {
    expect(writeNumber(value)).toBe(text);
  });
});
