/** @jest-environment node */
import { timelineFrom } from '../model/timeline';
import { blockRanges } from './blockRanges';
import { TimeGrid } from './timeGrid';

const SECOND = 1000;
const DAY = 86_400_000;
const timeline = timelineFrom(Date.UTC(2026, 10, 21, 12, 34, 56));
const grid = new TimeGrid(timeline, timeline.anchor);

describe('time grid of the history', () => {
  const ticks = grid.between(timeline.start, timeline.anchor);
  const steps = ticks.slice(1).map((tick, i) => (tick.at - (ticks[i]?.at ?? 0)) / SECOND);

  it('never leaves more than two minutes, so that a five-minute rate always has two samples', () => {
    expect(Math.max(...steps)).toBe(120);
    expect(Math.min(...steps)).toBe(15);
  });

  it('keeps coarse series inside the lookback of five minutes', () => {
    const coarse = ticks.filter((tick) => tick.coarse).map((tick) => tick.at);
    const gaps = coarse.slice(1).map((at, i) => (at - (coarse[i] ?? 0)) / SECOND);
    expect(Math.max(...gaps)).toBeLessThan(300);
  });

  it('is dense at the crest of the campaign and in the last hours', () => {
    const near = (at: number): number => ticks.filter((tick) => Math.abs(tick.at - at) <= 60 * SECOND).length;
    expect(near(timeline.campaign)).toBeGreaterThanOrEqual(8);
    expect(near(timeline.anchor - 3 * 3600 * SECOND)).toBeGreaterThanOrEqual(8);
    expect(near(timeline.anchor - 3 * DAY)).toBeLessThanOrEqual(2);
  });

  it('gives the same ticks whether it is asked once or block by block', () => {
    const pieces = blockRanges(timeline.start, timeline.anchor).flatMap(({ from, to }) => grid.between(from, to));
    expect(pieces).toEqual(ticks);
  });
});

describe('block ranges', () => {
  it('cover the whole without overlap, and cut at multiples of their length', () => {
    const ranges = blockRanges(timeline.start, timeline.anchor);
    expect(ranges[0]?.from).toBe(timeline.start);
    expect(ranges.at(-1)?.to).toBe(timeline.anchor);
    ranges.slice(1).forEach(({ from }, i) => {
      expect(from).toBe(ranges[i]?.to);
      expect(from % (54 * 3600 * SECOND)).toBe(0);
    });
  });
});
