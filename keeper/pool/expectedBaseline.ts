import type { PoolReading } from './PoolReading';
import type { Weights } from './PoolRecord';

export interface BaselineFinding {
  /** Expected weight of every member, as far as it is known. */
  readonly baseline: Weights;
  /** Words about members whose weight is not the expected one, or that nobody can vouch for. */
  readonly dirty: readonly string[];
}

/**
 * What each member should weigh when nothing is overridden: the keeper's configuration says it best, then the router's own configuration,
 * then what the journal took from the router. A weight none of them explains is dirty.
 */
export function expectedBaseline(configured: Weights | null, journalled: Weights | null, reading: PoolReading): BaselineFinding {
  const baseline: Record<string, number> = {};
  const dirty: string[] = [];
  for (const member of reading.members) {
    const expected = configured?.[member.id] ?? member.configured ?? journalled?.[member.id];
    if (expected === undefined) {
      dirty.push(`the configured weight of ${member.id} is not known; give it under \`baseline\` of the pool`);
      continue;
    }
    baseline[member.id] = expected;
    if (member.weight !== null && member.weight !== expected) {
      dirty.push(`${member.id} weighs ${member.weight}, not ${expected}`);
    }
  }
  return { baseline, dirty };
}
