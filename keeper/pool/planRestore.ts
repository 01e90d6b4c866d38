import type { PoolReading } from './PoolReading';
import type { OverrideRecord } from './PoolRecord';

export interface RestorePlan {
  /** Weights still to be written; empty = the router already holds what it should. */
  readonly weights: Readonly<Record<string, number>>;
  /** Targets whose weight somebody else changed, with what they keep. */
  readonly diverged: Readonly<Record<string, number>>;
  /** A readable router would show it when the weights arrive. */
  readonly readable: boolean;
}

/**
 * How to put the baseline back. A field that holds neither what was written nor the baseline belongs to somebody else by now:
 * it gets the lower of the two, so that what a human lowered is never raised. A restarted router's own values are left alone.
 */
export function planRestore(override: OverrideRecord, reading: PoolReading | null): RestorePlan {
  const weights: Record<string, number> = {};
  const diverged: Record<string, number> = {};
  const now = new Map((reading?.members ?? []).map((m) => [m.id, m.weight]));
  // A target the router no longer has needs nothing back.
  const there = Object.entries(override.baseline).filter(([target]) => reading === null || now.has(target));
  for (const [target, baseline] of there) {
    const current = now.get(target) ?? null;
    // Where nodes disagree, one of them may hold less than the reading says.
    if (current === null || isOurs(override, target, current) || reading?.agreed === false) {
      weights[target] = baseline;
    } else if (current !== baseline && !isRestarted(override, reading)) {
      diverged[target] = Math.min(current, baseline);
      Object.assign(weights, current > baseline ? { [target]: baseline } : {});
    }
  }
  if (Object.keys(weights).length === 0 && (reading?.lease ?? null) !== null) {
    // The values are back already, but the router still counts a lease down.
    there.forEach(([t, baseline]) => (weights[t] = now.get(t) ?? baseline));
  }
  return { weights, diverged, readable: reading !== null && there.every(([t]) => (now.get(t) ?? null) !== null) };
}

const isRestarted = (override: OverrideRecord, reading: PoolReading | null): boolean =>
  (reading?.incarnation ?? null) !== null && override.incarnation !== null && reading?.incarnation !== override.incarnation;

const isOurs = (override: OverrideRecord, target: string, current: number): boolean =>
  current !== override.baseline[target] && (current === override.weights[target] || (override.tried[target] ?? []).includes(current));
