import { formatPercent } from './formatPercent';

/** Growth as signed per cent: +43 %, −12 %, 0 %. Rounded down, so that a shortfall never reads as enough. */
export function formatGrowth(value: number): string {
  const percent = Math.floor(value * 100 + 1e-9);
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : '';
  return sign + formatPercent(Math.abs(percent), 0);
}
