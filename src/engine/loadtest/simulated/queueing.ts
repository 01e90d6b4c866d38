/** Erlang C: chance that a request waits, for `workers` at utilisation `rho` below 1. */
export function chanceToWait(workers: number, rho: number): number {
  const load = workers * rho;
  let inverse = 1;
  for (let k = 1; k <= workers; k++) {
    inverse = 1 + (inverse * k) / load;
  }
  const blocked = 1 / inverse;
  return blocked / (1 - rho * (1 - blocked));
}

/** Mean time in an M/M/c system, seconds; for a system that is full, that of the fullest one that still has a mean. */
export function meanSojourn(workers: number, rho: number, serviceSeconds: number): number {
  const r = Math.min(0.995, Math.max(1e-6, rho));
  return serviceSeconds + (chanceToWait(workers, r) * serviceSeconds) / (workers * (1 - r));
}
