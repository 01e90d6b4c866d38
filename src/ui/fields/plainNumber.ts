/**
 * What was typed as a number, with a point as decimal sign; null for anything else. A comma may be a decimal or a
 * thousands sign, and is never guessed at.
 */
export function plainNumber(text: string): number | null {
  const shown = text.trim();
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(shown) ? Number(shown) : NaN;
  return Number.isFinite(value) ? value : null;
}
