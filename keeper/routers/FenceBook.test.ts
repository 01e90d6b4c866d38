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

  it('are those of one pool each', () => {
    const book = new FenceBook();
    book.admit('shop', { fence: 9, ttlMs: 1 });
    expect(book.admit('cart', { fence: 1, ttlMs: 1 })).toBe(true);
  });
});
