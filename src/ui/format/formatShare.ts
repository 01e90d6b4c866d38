import { formatPercent } from './formatPercent';

/** A share of 1 as per cent: 43 %, 4.2 %, 0.04 %. */
export function formatShare(value: number): string {
  const percent = value * 100;
  const size = Math.abs(percent);
  return formatPercent(percent, decimalsOf(size));
}

function decimalsOf(size: number): number {
  if (size >= 10 || Math.abs(size - Math.round(size)) < 0.05) {
    return size > 0 && size < 0.05 ? 2 : 0;
  }
  return size < 1 ? 2 : 1;
}
