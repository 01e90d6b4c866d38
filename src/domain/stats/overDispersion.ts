/** Events among trials in one window: 0 <= events <= trials. */
export interface CountWindow {
  readonly events: number;
  readonly trials: number;
}

/** Windows that bursts may last. */
export const BLOCKS = [1, 3, 6];

/**
 * Variance of counts over that of independent events, at least 1, for windows of `trials` trials.
 * Pearson's estimate; each group has its own rate (one group an instance), groups without any event are left out. Windows
 * are also taken together in blocks, because bursts outlast a window; the greatest counts. What is above 1 comes from a
 * rate that wanders and so grows with the trials: twice the traffic has twice the excess (beta-binomial).
 * A window without a trial says nothing and does not count. @param trials of the window asked about, 0 or more
 * @throws RangeError naming counts that cannot be
 */
export function overDispersion(groups: ReadonlyArray<readonly CountWindow[]>, trials: number): number {
  groups.flat().forEach(refuseBad);
  refuseBad({ events: 0, trials });
  const windows = groups.flat().filter((w) => w.trials > 0);
  const usual = windows.length === 0 ? 0 : total(windows).trials / windows.length;
  const phi = Math.max(1, ...BLOCKS.map((size) => pearson(groups.map((g) => inBlocks(g, size, total)))));
  return grownDispersion(phi, usual, trials);
}

/** Of windows of `trials` trials where `phi` was found in windows of `usual` ones. */
export const grownDispersion = (phi: number, usual: number, trials: number): number => 1 + (phi - 1) * (usual > 0 ? Math.max(1, trials / usual) : 1);

function pearson(groups: ReadonlyArray<readonly CountWindow[]>): number {
  let chi2 = 0;
  let df = 0;
  for (const group of groups) {
    const windows = group.filter((w) => w.trials > 0);
    const { events, trials } = total(windows);
    const p = events / trials;
    if (p > 0 && p < 1 && windows.length > 1) {
      chi2 += windows.reduce((sum, w) => sum + deviation(w, p), 0);
      df += windows.length - 1;
    }
  }
  return df > 0 ? chi2 / df : 1;
}

const deviation = ({ events, trials }: CountWindow, p: number): number => (events - trials * p) ** 2 / (trials * p * (1 - p));

/** @throws RangeError naming counts that cannot be */
export function refuseBad({ events, trials }: CountWindow): void {
  if (!(events >= 0 && events <= trials && trials < Infinity)) {
    throw new RangeError(`invalid counts: ${events} of ${trials}`);
  }
}

export const total = (windows: readonly CountWindow[]): CountWindow =>
  windows.reduce((sum, w) => ({ events: sum.events + w.events, trials: sum.trials + w.trials }), { events: 0, trials: 0 });

/** So many windows at a time, each lot made one; what is left over at the end is dropped. */
export const inBlocks = <T>(windows: readonly T[], size: number, join: (some: readonly T[]) => T): T[] =>
  Array.from({ length: Math.floor(windows.length / size) }, (_, i) => join(windows.slice(i * size, (i + 1) * size)));
