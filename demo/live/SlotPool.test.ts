/** @jest-environment node */
import { SlotPool } from './SlotPool';

describe('pool of connections', () => {
  it('is handed out in order, as many at once as it has', () => {
    const pool = new SlotPool(2, 10);
    const got: string[] = [];
    ['a', 'b', 'c', 'd'].forEach((name) => pool.acquire(0, () => got.push(name)));
    expect([got.join(''), pool.inUse]).toEqual(['ab', 2]);
    pool.release(0);
    expect([got.join(''), pool.inUse]).toEqual(['abc', 2]);
    pool.release(0);
    pool.release(0);
    pool.release(0);
    expect([got.join(''), pool.inUse]).toEqual(['abcd', 0]);
  });

  it.each([
    ['came while it was held', 5, 20, 20],
    ['came after it was due back', 25, 20, 25],
  ])('hands a slot on from when it was due, to who %s', (_, arrivedAt, dueAt, from) => {
    const pool = new SlotPool(1, 1);
    const got: number[] = [];
    pool.acquire(0, () => undefined);
    pool.acquire(arrivedAt, (at) => got.push(at));
    pool.release(dueAt);
    expect(got).toEqual([from]);
  });

  it('refuses when as many wait as may', () => {
    const pool = new SlotPool(1, 2);
    expect([1, 2, 3, 4].map(() => pool.acquire(0, () => undefined))).toEqual([true, true, true, false]);
  });
});
