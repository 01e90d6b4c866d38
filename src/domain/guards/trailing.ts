/** How many of the newest (last) are true without a break. */
export const trailing = (flags: readonly boolean[]): number => flags.length - 1 - flags.lastIndexOf(false);
