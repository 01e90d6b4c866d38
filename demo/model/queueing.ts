/** Use beyond which a queue only grows: the rest of the demand is refused. */
export const FULL_USE = 0.97;

/**
 * Mean waiting time as a multiple of the service time for `servers` in parallel at a given use: Sakasegawa's
 * approximation of M/M/c (1977). Use is capped at the point from which requests are refused.
 */
export function waitingFactor(use: number, servers: number): number {
  const rho = Math.min(Math.max(use, 0), FULL_USE);
  return rho ** (Math.sqrt(2 * (servers + 1)) - 1) / (servers * (1 - rho));
}
