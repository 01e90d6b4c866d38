/** A ratio as a signed change: 1.123 is +12 %. */
export const writeRatio = (ratio: number): string => signed((ratio - 1) * 100, '%');

/** A difference of shares in points: 0.0123 is +1.23 points. */
export const writePoints = (points: number): string => signed(points * 100, 'points');

function signed(value: number, unit: string): string {
  const rounded = +value.toPrecision(3);
  return `${rounded < 0 ? '-' : '+'}${Math.abs(rounded)} ${unit}`;
}
