/** Durations are milliseconds; these are the ones the product counts in. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const UNITS: ReadonlyArray<readonly [suffix: string, milliseconds: number]> = [
  ['w', 7 * DAY],
  ['d', DAY],
  ['h', HOUR],
  ['m', MINUTE],
  ['s', SECOND],
  ['ms', 1],
];

/**
 * A duration as PromQL writes it: `5m`, `1h30m`.
 * @param milliseconds a whole, positive number
 * @throws RangeError naming the value when it is not
 */
export function formatDuration(milliseconds: number): string {
  if (!Number.isInteger(milliseconds) || milliseconds <= 0) {
    throw new RangeError(`invalid duration: ${milliseconds} ms (a whole number above 0 is needed)`);
  }
  let rest = milliseconds;
  let text = '';
  // Weeks are read but not written: 90d says more than 12w6d.
  for (const [suffix, size] of UNITS.slice(1)) {
    const count = Math.floor(rest / size);
    if (count > 0) {
      text += `${count}${suffix}`;
      rest -= count * size;
    }
  }
  return text;
}

/** Milliseconds of a PromQL duration (`90s`, `1h30m`), or null when the text is not one. */
export function parseDuration(text: string): number | null {
  const shape = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/;
  const match = shape.exec(text.trim());
  if (!match || text.trim() === '') {
    return null;
  }
  const total = UNITS.reduce((sum, [, size], i) => sum + Number(match[i + 1] ?? 0) * size, 0);
  return total > 0 ? total : null;
}
