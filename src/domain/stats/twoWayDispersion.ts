import { BLOCKS, grownDispersion, inBlocks, refuseBad, total, type CountWindow } from './overDispersion';

/** Rounds of fitting at most; with every cell there two or three are enough. */
const ROUNDS = 30;
const SETTLED = 1e-9;

/** One window: a count of each instance, by position; null = it has none. */
export type CountRow = ReadonlyArray<CountWindow | null>;

/**
 * As `overDispersion`, of what an instance does beside the others in the same window: a minute that is bad for all of them
 * (their database, their machine) is no noise of a comparison within that minute. Pearson's chi-square of counts against
 * a rate for each window times a ratio for each instance, over its degrees of freedom, at least 1.
 * @param rows oldest first @param trials of the window asked about, 0 or more
 * @returns null where nothing can be compared: one instance only, one window only, or no event
 * @throws RangeError naming counts that cannot be
 */
export function twoWayDispersion(rows: readonly CountRow[], trials: number): number | null {
  const known = rows.flatMap((row) => row.flatMap((cell) => cell ?? []));
  [...known, { events: 0, trials }].forEach(refuseBad);
  const usual = total(known).trials / Math.max(1, known.filter((cell) => cell.trials > 0).length);
  const found = BLOCKS.flatMap((size) => pearson(blocksOf(rows, size)) ?? []);
  return found.length === 0 ? null : grownDispersion(Math.max(1, ...found), usual, trials);
}

/** Windows taken together; of an instance that lacks one of them nothing is known. */
function blocksOf(rows: readonly CountRow[], size: number): readonly CountRow[] {
  const blocks = columnsOf(rows).map((cells) => inBlocks(cells, size, (some) => (some.some((cell) => cell === null) ? null : total(some.flatMap((cell) => cell ?? [])))));
  return Array.from({ length: Math.floor(rows.length / size) }, (_, w) => blocks.map((cells) => cells[w] ?? null));
}

function columnsOf(rows: readonly CountRow[]): readonly CountRow[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: columns }, (_, i) => rows.map((row) => row[i] ?? null));
}

function pearson(rows: readonly CountRow[]): number | null {
  const compared = rows.map((row) => row.map((cell) => (cell !== null && cell.trials > 0 ? cell : null))).filter((row) => row.filter((cell) => cell !== null).length > 1);
  const byInstance = columnsOf(compared);
  let ratios: readonly number[] = byInstance.map(() => 1);
  let rates: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rates = compared.map((row) => shareOf(row, ratios));
    const before = ratios;
    ratios = byInstance.map((cells) => shareOf(cells, rates));
    if (ratios.every((ratio, i) => Math.abs(ratio - (before[i] ?? 0)) <= SETTLED * ratio)) {
      break;
    }
  }
  const cells = compared.flatMap((row, w) => row.flatMap((cell, i) => (cell === null ? [] : [{ cell, w, i, p: (rates[w] ?? 0) * (ratios[i] ?? 0) }]))).filter(({ p }) => p > 0 && p < 1);
  const df = cells.length - new Set(cells.map(({ w }) => w)).size - new Set(cells.map(({ i }) => i)).size + 1;
  const chi2 = cells.reduce((sum, { cell: { events, trials }, p }) => sum + (events - trials * p) ** 2 / (trials * p * (1 - p)), 0);
  return cells.length > 0 && df > 0 ? chi2 / df : null;
}

/** Events of a row or column over the trials they were expected among, each weighed by what the other way says of it. */
function shareOf(cells: CountRow, weights: readonly number[]): number {
  const expected = cells.reduce((sum, cell, k) => sum + (cell === null ? 0 : cell.trials * (weights[k] ?? 0)), 0);
  return expected > 0 ? cells.reduce((sum, cell) => sum + (cell?.events ?? 0), 0) / expected : 0;
}
