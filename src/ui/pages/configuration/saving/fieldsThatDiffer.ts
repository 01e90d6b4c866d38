import type { Settings } from '../../../../domain/catalogue/Settings';
import { sortedJson } from './sortedJson';

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
    .filter(([field]) => sortedJson(mine[field as keyof Settings]) !== sortedJson(other[field]))
    .map(([, words]) => words);
}
