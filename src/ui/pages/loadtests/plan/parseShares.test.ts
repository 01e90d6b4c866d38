import { parseShares } from './parseShares';

it.each([
  ['5, 10, 25, 50', [500, 1000, 2500, 5000]],
  [' 5 10% ; 33.33 ', [500, 1000, 3333]],
  ['0.01', [1]],
  ['100', [10_000]],
  // Never above what was asked for.
  ['12.345', [1234]],
])('reads %p', (text, expected) => {
  expect(parseShares(text)).toEqual(expected);
});

it.each([
  ['', /at least one/],
  [' , ', /at least one/],
  ['five', /“five” is not a share/],
  ['0', /“0” is not a share/],
  ['101', /“101” is not a share/],
  ['-5', /“-5” is not a share/],
  ['1e1', /“1e1”/],
  ['10, 5', /5 % comes after 10 %/],
  ['5, 5', /shares must rise/],
])('refuses %p', (text, expected) => {
  expect(parseShares(text)).toMatch(expected);
});
