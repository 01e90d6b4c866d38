import { doneWithin } from './clock/doneWithin';
import type { KeeperClock } from './clock/KeeperClock';
import type { Keeper } from './Keeper';

/** A container engine ends a process by force ten seconds after it asked; what is left is for the rest of the way out. */
export const RELEASE_WITHIN_MS = 8000;
const BETWEEN_ATTEMPTS_MS = 500;

/** Puts every baseline back, trying again while there is time. True when every one is confirmed; false at the latest after the time, whatever router or disk does. */
export async function releaseKeeper(keeper: Keeper, clock: KeeperClock): Promise<boolean> {
  const trying = { isOver: false };
  const released = await doneWithin(tryUntilReleased(keeper, clock, trying), RELEASE_WITHIN_MS, clock);
  trying.isOver = true;
  return released;
}

/** Ends with the baselines back, or when nobody waits for it any more. */
async function tryUntilReleased(keeper: Keeper, clock: KeeperClock, trying: { readonly isOver: boolean }): Promise<void> {
  while (!(await keeper.release()) && !trying.isOver) {
    await clock.sleep(BETWEEN_ATTEMPTS_MS);
  }
}
