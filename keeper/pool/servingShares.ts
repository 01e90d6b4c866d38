interface Weighted {
  readonly id: string;
  readonly weight: number | null;
  readonly serving: boolean;
}

/**
 * Part of the traffic each member gets, 0 to 1, by weight among those that serve; a member that does not serve gets none.
 * Null when a serving member's weight is unknown, or nobody serves with a weight: then no share means anything.
 */
export function servingShares(members: readonly Weighted[]): Readonly<Record<string, number>> | null {
  const serving = members.filter((m) => m.serving);
  if (serving.some((m) => m.weight === null)) {
    return null;
  }
  const total = serving.reduce((sum, m) => sum + (m.weight ?? 0), 0);
  if (total <= 0) {
    return null;
  }
  return Object.fromEntries(members.map((m) => [m.id, m.serving ? (m.weight ?? 0) / total : 0]));
}
