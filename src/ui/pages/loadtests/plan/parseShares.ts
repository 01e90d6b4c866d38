import { percentToBp } from '../../../fields/percentToBp';

/** Shares in basis points from text like `5, 10, 25.5`; a string says what is wrong with it. */
export function parseShares(text: string): readonly number[] | string {
  const parts = text
    .split(/[,;\s]+/)
    .map((part) => part.replace(/%$/, ''))
    .filter((part) => part !== '');
  if (parts.length === 0) {
    return 'Give at least one share, for example: 5, 10, 25, 50.';
  }
  const shares: number[] = [];
  for (const part of parts) {
    const percent = /^\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN;
    if (!(percent >= 0.01 && percent <= 100)) {
      return `“${part.slice(0, 20)}” is not a share between 0.01 and 100 %.`;
    }
    const bp = percentToBp(percent);
    const before = shares.at(-1);
    if (before !== undefined && bp <= before) {
      return `${part} % comes after ${before / 100} %: shares must rise.`;
    }
    shares.push(bp);
  }
  return shares;
}
