import { quantile } from './quantile';

/** The middle value (mean of the middle two); non-finite values are left out; null when none is left. */
export const median = (values: ArrayLike<number>): number | null => quantile(values, 0.5);
