import type { KeeperClock } from '../clock/KeeperClock';

/**
 * When a call stated the age of its evidence, monotonic milliseconds: what it waited on the wire since is age too, or a renewal
 * held up there would prolong a lease whose driver is long gone. Without `asOf`, or with one ahead of this clock, that is now.
 */
export const statedAt = (clock: Pick<KeeperClock, 'monotonicMs' | 'wallMs'>, asOf: number | undefined): number =>
  clock.monotonicMs() - Math.max(0, asOf === undefined ? 0 : clock.wallMs() - asOf);
