/** JSON with the fields of every object in alphabetical order: two documents that say the same read the same. */
export const sortedJson = (value: unknown, indent?: number): string | undefined =>
  JSON.stringify(
    value,
    (_key, item: unknown) =>
      typeof item === 'object' && item !== null && !Array.isArray(item)
        ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
        : item,
    indent
  );
