import { typedNumber, type NumberRule } from './typedNumber';

const FACTOR: NumberRule = { name: 'The factor', min: 0, above: true, max: 100, bounds: 'above 0 and at most 100' };
const COUNT: NumberRule = { name: 'The count', min: 0, max: 10, whole: true, bounds: 'a whole number from 0 to 10' };

describe('typedNumber', () => {
  test.each([
    ['1.5', FACTOR, 1.5],
    [' 2 ', FACTOR, 2],
    ['.5', FACTOR, 0.5],
    ['1e1', FACTOR, 10],
    ['0', COUNT, 0],
  ])('reads %j', (text, rule, value) => {
    expect(typedNumber(text, rule)).toEqual({ ok: true, value });
  });

  test.each([
    ['1,5', FACTOR, '“1,5” is not a number. The factor is above 0 and at most 100, with a point as decimal sign.'],
    ['', FACTOR, '“” is not a number. The factor is above 0 and at most 100, with a point as decimal sign.'],
    ['0x10', FACTOR, '“0x10” is not a number. The factor is above 0 and at most 100, with a point as decimal sign.'],
    [
      'Infinity',
      FACTOR,
      '“Infinity” is not a number. The factor is above 0 and at most 100, with a point as decimal sign.',
    ],
    ['1e999', FACTOR, '“1e999” is not a number. The factor is above 0 and at most 100, with a point as decimal sign.'],
    ['0', FACTOR, '“0” is out of range. The factor is above 0 and at most 100.'],
    ['-1', COUNT, '“-1” is out of range. The count is a whole number from 0 to 10.'],
    ['2.5', COUNT, '“2.5” is not a whole number. The count is a whole number from 0 to 10.'],
    ['11', COUNT, '“11” is out of range. The count is a whole number from 0 to 10.'],
  ])('refuses %j by name', (text, rule, error) => {
    expect(typedNumber(text, rule)).toEqual({ ok: false, error });
  });
});
