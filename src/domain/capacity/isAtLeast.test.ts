import { isAtLeast } from './isAtLeast';
import { benchmark } from './serviceFacts.fixture';

describe('a benchmark that is a bound from below', () => {
  const open = benchmark(48, { high: null });
  it.each([
    ['a run that met no limit', open, true],
    ['a run that found the limit', benchmark(48, { high: 50 }), false],
    ['a declaration without an upper end', benchmark(48, { origin: 'declared', high: null }), false],
    ['an average with such a run in it', benchmark(48, { origin: 'declared', parts: [benchmark(9), open] }), true],
    ['an average of limits', benchmark(48, { high: null, parts: [benchmark(9), benchmark(9)] }), false],
  ])('%s', (_, given, expected) => expect(isAtLeast(given)).toBe(expected));
});
