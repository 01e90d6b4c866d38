import { heatColour } from './heatColour';

const lightness = (share: number, isDark: boolean): number =>
  Number(/ (\d+)%\)$/.exec(heatColour(share, isDark))?.[1] ?? NaN);
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1];

describe('heatColour', () => {
  it.each([
    ['a dark page, from dim to bright', true, 1],
    ['a light page, from pale to deep', false, -1],
  ])('runs on %s', (_, isDark, direction) => {
    const steps = SHARES.map((share) => direction * lightness(share, isDark));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(Math.abs(lightness(1, isDark) - lightness(0, isDark))).toBeGreaterThan(50);
  });

  it.each([
    [-1, 0],
    [7, 1],
  ])('takes %p for %p', (share, bound) => expect(heatColour(share, true)).toBe(heatColour(bound, true)));
});
