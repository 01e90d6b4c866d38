import type { Settings } from './Settings';
import { DEFAULT_POLICY } from './TierPolicy';

/** Settings of an app nobody configured. */
export const defaultSettings = (): Settings => ({
  schema: 1,
  sources: [],
  customProfiles: [],
  policy: DEFAULT_POLICY,
  defaultTier: 'P1',
  rules: [],
  exceptions: [],
  historyDays: 90,
  dailySampleBudget: null,
  currency: 'USD',
});
