/**
 * Values of the metrics' label by member of the pool. A router names a member, the metrics name an address: the same
 * text, else the same but for a port that one of them leaves out. A value that fits several members belongs to each of
 * them, so that nobody takes it for one.
 */
export function matchMembers(members: readonly string[], values: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(values);
  return new Map(members.map((member) => [member, known.has(member) ? [member] : values.filter((value) => sameButForPort(value, member))]));
}

/** How many instances a member stands for, as far as names tell: 1 is right. */
export function matchCount(member: string, matched: ReadonlyMap<string, readonly string[]>): number {
  const own = matched.get(member) ?? [];
  const sharers = [...matched.values()].filter((values) => values.some((value) => own.includes(value))).length;
  return Math.max(own.length, sharers);
}

const sameButForPort = (a: string, b: string): boolean => withoutPort(a) === b || withoutPort(b) === a;

/** Null for a text without a port. An IPv6 address is told from a port by its brackets. */
function withoutPort(text: string): string | null {
  const found = /^(\[[^\]]+\]|[^:]+):\d+$/.exec(text);
  return found?.[1]?.replace(/^\[(.*)\]$/, '$1') ?? null;
}
