import { tickText } from './tickText';

test.each([
  [1.5, 'cores', '1.5'],
  [1, 'cores', '1'],
  [0, 'cores', '0'],
  [0.25, 'requests', '0.25'],
  [100, 'requests', '100'],
  [0.15, 'seconds', '150 ms'],
  [0, 'seconds', '0 s'],
] as const)('%d %s is %j', (value, unit, text) => {
  expect(tickText(value, unit)).toBe(text);
});
