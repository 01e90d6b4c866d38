import { MINUTE, SECOND } from '../../domain/base/Duration';

/*
 * How many cells one request asks for. The server's limits (50 M samples held at once, 11,000 points, a proxy that gives
 * up after 30 s) and ours (a JSON body the main thread can take) are kept at a distance:
 *   1. start from a guess that is safe for 20,000 raw series;
 *   2. after each answer: double when it took under 2 s, halve above 6 s;
 *   3. never beyond what the measured samples and bytes of a cell allow;
 *   4. on a refusal, halve and ask the same again; a single cell that is refused is given up.
 */

/** A quarter of what the answer at hand may cost and still be far from every limit. */
const PEAK_SAMPLES = 10_000_000;
const ANSWER_BYTES = 2_000_000;
/** Prometheus allows 11,000 steps between the first and the last point. */
export const MAX_CELLS = 11_000;
const FAST = 2 * SECOND;
const SLOW = 6 * SECOND;
/** Resolution that subqueries of ours are written in. */
const SUBQUERY_STEP = 5 * MINUTE;
const GUESSED_ROWS = 1_000;
const POINT_BYTES = 33;

/** What one answered request cost. */
export interface ChunkCost {
  readonly cells: number;
  readonly milliseconds: number;
  readonly bytes: number;
  /** Null where the server does not tell. */
  readonly peakSamples: number | null;
  /** Number of rows in the answer. */
  readonly rows: number;
}

/** Chunk size to begin with, for a question nothing is known about. */
export function firstChunkSize(lookback: number, guessedSeries: number): number {
  const stepsPerCell = Math.max(1, lookback / SUBQUERY_STEP);
  const bySamples = Math.floor(PEAK_SAMPLES / (guessedSeries * stepsPerCell));
  const byBytes = Math.floor(ANSWER_BYTES / (Math.min(GUESSED_ROWS, guessedSeries) * POINT_BYTES));
  return clamp(Math.min(bySamples, byBytes));
}

/** Chunk size after an answer. `size` is what was allowed; the answer may have been of fewer cells. */
export function chunkSizeAfter(size: number, cost: ChunkCost): number {
  const byTime = size * timeFactor(size, cost);
  const byBytes = cost.rows === 0 ? Infinity : (cost.cells * ANSWER_BYTES) / Math.max(1, cost.bytes);
  const bySamples = cost.peakSamples ? (cost.cells * PEAK_SAMPLES) / cost.peakSamples : Infinity;
  return clamp(Math.min(byTime, byBytes, bySamples));
}

/** Chunk size after "too many samples" or a timeout for a request of `cells`. */
export const chunkSizeAfterRefusal = (cells: number): number => clamp(cells / 2);

function timeFactor(size: number, cost: ChunkCost): number {
  if (cost.milliseconds > SLOW) {
    return 0.5;
  }
  // A short remainder that was fast says nothing about a whole chunk.
  const fast = cost.milliseconds < FAST && cost.cells * 2 > size;
  // Nothing there at all, so far: the way back is walked in long strides, but walked.
  return fast ? (cost.rows === 0 ? 4 : 2) : 1;
}

const clamp = (cells: number): number => Math.max(1, Math.min(MAX_CELLS, Math.floor(cells)));
