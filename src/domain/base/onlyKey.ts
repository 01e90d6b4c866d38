/** The only key of a map; null when there are none or several. */
export const onlyKey = (map: ReadonlyMap<string, unknown>): string | null => (map.size === 1 ? ([...map.keys()][0] ?? null) : null);
