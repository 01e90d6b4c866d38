import type { RouterMember, RouterReading } from '../RouterAdapter';

/** Share of each serving member by weight, 0 to 1; members that do not serve have none. */
function shares(members: readonly RouterMember[]): ReadonlyMap<string, number> {
  const serving = members.filter((member) => member.serving);
  const total = serving.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  return new Map(serving.map(({ id, weight }) => [id, total > 0 ? (weight ?? 0) / total : 0]));
}

/** Members whose weight differs between the routers. */
function disputed(readings: readonly RouterReading[]): readonly string[] {
  const seen = new Map<string, Set<number | null>>();
  for (const { members } of readings) {
    for (const { id, weight } of members) {
      seen.set(id, (seen.get(id) ?? new Set()).add(weight));
    }
  }
  const everywhere = (id: string): boolean => readings.every(({ members }) => members.some((member) => member.id === id));
  return [...seen].filter(([id, weights]) => weights.size > 1 || !everywhere(id)).map(([id]) => id);
}

function sumOf(values: ReadonlyArray<number | undefined>): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
}

/** Counters of all routers together: requests reach a member through each of them. */
function withAllCounters(member: RouterMember, readings: readonly RouterReading[]): RouterMember {
  const all = readings.flatMap(({ members }) => members.filter(({ id }) => id === member.id).map(({ counters }) => counters));
  const known = all.filter((counters) => counters !== null);
  if (known.length < all.length) {
    return { ...member, counters: null };
  }
  return {
    ...member,
    counters: {
      sent: sumOf(known.map((counters) => counters.sent)),
      completed: sumOf(known.map((counters) => counters.completed)),
      errors: sumOf(known.map((counters) => counters.errors)),
      retries: sumOf(known.map((counters) => counters.retries)),
      queue: sumOf(known.map((counters) => counters.queue)),
    },
  };
}

/**
 * How far a router lets a driven member rise: its share there for each unit of the weight it was given. Weights may be the same
 * everywhere and the shares not, since each router has its own view of who serves.
 */
function greatestRise(reading: RouterReading, driven: Readonly<Record<string, number>>): number {
  const by = shares(reading.members);
  const rises = Object.entries(driven).map(([id, weight]) => {
    const share = by.get(id) ?? 0;
    return share === 0 ? 0 : share / weight;
  });
  return Math.max(0, ...rises);
}

/** Greatest share of a member that is contested, or of any member where none is. */
function greatestShare(reading: RouterReading, contested: readonly string[]): number {
  const by = shares(reading.members);
  return Math.max(0, ...(contested.length > 0 ? contested.map((id) => by.get(id) ?? 0) : by.values()));
}

/**
 * One reading of a pool that several routers share: that of the router on which the driven members rise the most, or, while none is driven,
 * which gives a disputed member the greatest share. Overload is never hidden behind the average. A lease counts only when all hold it.
 * @param driven weights of the override that stands on every router
 */
export function mostGenerousReading(readings: readonly RouterReading[], driven: Readonly<Record<string, number>> = {}): RouterReading {
  const contested = disputed(readings);
  const generosity = (reading: RouterReading): number => (Object.keys(driven).length > 0 ? greatestRise(reading, driven) : greatestShare(reading, contested));
  const chosen = readings.reduce((best, reading) => (generosity(reading) > generosity(best) ? reading : best));
  const leases = readings.map(({ lease }) => lease);
  const held = leases.filter((lease) => lease !== null);
  const first = held[0];
  const allHold = held.length === leases.length && held.every(({ fence }) => fence === first?.fence);
  return {
    members: chosen.members.map((member) => withAllCounters(member, readings)),
    lease: first && allHold ? { fence: first.fence, remainingMs: Math.min(...held.map(({ remainingMs }) => remainingMs)) } : null,
    incarnation: readings.some(({ incarnation }) => incarnation === null) ? null : readings.map(({ incarnation }) => incarnation).join(' '),
    agreed: contested.length === 0,
  };
}
