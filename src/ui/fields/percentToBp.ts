import { basisPointsOf, type BasisPoints } from '../../domain/routing/BasisPoints';

/** Typed per cent as basis points: what a person can type is kept to the hundredth (8.2 is 820, although 8.2 * 100 is less), anything finer is rounded down. */
export const percentToBp = (percent: number): BasisPoints => basisPointsOf(percent / 100);
