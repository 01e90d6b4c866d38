/** Part of a pool's traffic: an integer from 0 to 10000. Never a float, so that both sides of the wire mean the same. */
export type BasisPoints = number;

export const WHOLE_POOL: BasisPoints = 10_000;

/** The greatest whole number of basis points not above `share` (0 to 1): a share is never rounded up. */
export const basisPointsOf = (share: number): BasisPoints => Math.max(0, Math.min(WHOLE_POOL, Math.floor(share * WHOLE_POOL + 1e-9)));

/** Share as a fraction, 0 to 1. */
export const shareOf = (basisPoints: BasisPoints): number => basisPoints / WHOLE_POOL;
