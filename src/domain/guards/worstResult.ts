import type { GuardResult, GuardVerdict } from './GuardResult';

const SEVERITY: Readonly<Record<GuardVerdict, number>> = { pass: 0, hold: 1, stop: 2 };

/** The gravest verdict; among equals the one nearest to its limit, and an unknown distance before any known. @throws RangeError on none */
export function worstResult(results: readonly GuardResult[]): GuardResult {
  const [worst] = [...results].sort((a, b) => SEVERITY[b.verdict] - SEVERITY[a.verdict] || (a.distance ?? nearness(a)) - (b.distance ?? nearness(b)));
  if (worst === undefined) {
    throw new RangeError('no guard results to choose the worst from');
  }
  return worst;
}

/** A pass without a value (no request ended) is no news; a hold or stop without one is. */
const nearness = ({ verdict }: GuardResult): number => (verdict === 'pass' ? Infinity : -Infinity);
