import { durationWords } from './durationWords';

it.each([
  [-5, '0 s'],
  [0, '0 s'],
  [999, '0 s'],
  [42_000, '42 s'],
  [60_000, '1 min 00 s'],
  [185_000, '3 min 05 s'],
  [4_320_000, '1 h 12 min'],
])('%p ms is %p', (milliseconds, words) => {
  expect(durationWords(milliseconds)).toBe(words);
});
