import type { Settings } from './Settings';

/** Settings as JSON with keys in alphabetical order at every level: equal settings give equal text. */
export const serializeSettings = (settings: Settings): string => JSON.stringify(sorted(settings));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
