import { FenceBook } from './FenceBook';

describe('fences of a router that cannot compare', () => {
  it.each([
    ['grows with every lease', [[1, 9], [2, 9], [3, 9]], [true, true, true]],
    ['admits changes under one lease', [[1, 9], [1, 9]], [true, true]],
    ['refuses an older lease', [[2, 9], [1, 9]], [true, false]],
    ['refuses a raise after the way back', [[2, 9], [2, 0], [2, 9]], [true, true, false]],
    ['admits going back again and again', [[2, 9], [2, 0], [2, 0]], [true, true, true]],
    ['refuses the way back of an older lease', [[2, 9], [1, 0]], [true, false]],
    ['admits the next lease after a way back', [[2, 0], [3, 9]], [true, true]],
  ])('%s', (_, writes, expected) => {
    const book = new FenceBook();
    expect(writes.map(([fence = 0, ttlMs = 0]) => book.admit('shop', { fence, ttlMs }))).toEqual(expected);
  });

  it.each([
    ['a raise, nothing after it', 9, [], true],
    ['a raise, then its way back', 9, [{ fence: 2, ttlMs: 0 }], false],
    ['a raise, then a newer one', 9, [{ fence: 3, ttlMs: 9 }], false],
    ['a raise, then an older one that is turned away', 9, [{ fence: 1, ttlMs: 9 }], true],
    ['a way back, nothing after it', 0, [], true],
    ['a way back, then another', 0, [{ fence: 3, ttlMs: 0 }], true],
    ['a way back, then the next lease', 0, [{ fence: 3, ttlMs: 9 }], false],
  ])('tell whether a write that waited is still wanted: %s', (_, ttlMs, later, expected) => {
    const book = new FenceBook();
    const write = { fence: 2, ttlMs };
    book.admit('shop', write);
    later.forEach((one) => book.admit('shop', one));
    expect(book.isWanted('shop', write)).toBe(expected);
  });

  it('are those of one pool each', () => {
    const book = new FenceBook();
    book.admit('shop', { fence: 9, ttlMs: 1 });
    expect(book.admit('cart', { fence: 1, ttlMs: 1 })).toBe(true);
  });
});
