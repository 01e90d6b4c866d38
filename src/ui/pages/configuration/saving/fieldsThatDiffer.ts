import type { Settings } from '../../../../domain/catalogue/Settings';

const WORDS: Readonly<Record<keyof Settings, string>> = {
  schema: 'version',
  sources: 'sources',
  customProfiles: 'custom profiles',
  policy: 'policy',
  defaultTier: 'default tier',
  rules: 'catalogue rules',
  exceptions: 'exceptions',
  historyDays: 'days of history',
  dailySampleBudget: 'sample budget',
  currency: 'currency',
};

/** Parts in which a stored document differs from mine, in words. */
export function fieldsThatDiffer(mine: Settings, theirs: unknown): string[] {
  const other: Readonly<Record<string, unknown>> = typeof theirs === 'object' && theirs !== null ? { ...theirs } : {};
  return Object.entries(WORDS)
    .filter(([field]) => canonical(mine[field as keyof Settings]) !== canonical(other[field]))
    .map(([, words]) => words);
}

const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item
  );
