/** A share, 0 to 1 and above, as the per cent a person typed: 0.07 is 7, although 0.07 * 100 is more. */
export const percentOf = (share: number): number => Number((share * 100).toPrecision(12));
