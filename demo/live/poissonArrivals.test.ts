/** @jest-environment node */
import { seededRandom } from '../model/seededRandom';
import { PoissonArrivals } from './poissonArrivals';

describe('Poisson arrivals', () => {
  it('come at the rate of their moment, with the spread of Poisson', () => {
    const arrivals = new PoissonArrivals((at) => (at < 100_000 ? 50 : 200), seededRandom(7), 0);
    const counts = Array.from({ length: 200 }, (_, second) => arrivals.due((second + 1) * 1000));
    const mean = (part: number[]): number => part.reduce((sum, count) => sum + count, 0) / part.length;
    const slow = counts.slice(0, 100);
    expect(mean(slow)).toBeGreaterThan(47);
    expect(mean(slow)).toBeLessThan(53);
    expect(mean(counts.slice(100))).toBeGreaterThan(194);
    expect(mean(counts.slice(100))).toBeLessThan(206);
    const variance = mean(slow.map((count) => (count - mean(slow)) ** 2));
    expect(variance / mean(slow)).toBeGreaterThan(0.6);
    expect(variance / mean(slow)).toBeLessThan(1.5);
  });

  it('do not wait for anything: a late look finds all that were due', () => {
    const often = new PoissonArrivals(() => 100, seededRandom(3), 0);
    const late = new PoissonArrivals(() => 100, seededRandom(3), 0);
    let sum = 0;
    for (let at = 5; at <= 10_000; at += 5) {
      sum += often.due(at);
    }
    expect(late.due(10_000)).toBe(sum);
  });
});
