import type { Settings } from '../../domain/catalogue/Settings';

/** Top-level fields of `jsonData` that hold `Settings`. Everything else there belongs to somebody else and is kept as it is. */
const OWN: Readonly<Record<keyof Settings, true>> = {
  schema: true,
  sources: true,
  customProfiles: true,
  policy: true,
  defaultTier: true,
  rules: true,
  exceptions: true,
  historyDays: true,
  dailySampleBudget: true,
  currency: true,
};

export const ownFields = (document: unknown): Readonly<Record<string, unknown>> =>
  pick(document, (name) => Object.hasOwn(OWN, name));

export const othersFields = (document: unknown): Readonly<Record<string, unknown>> =>
  pick(document, (name) => !Object.hasOwn(OWN, name));

function pick(document: unknown, wanted: (name: string) => boolean): Readonly<Record<string, unknown>> {
  return typeof document === 'object' && document !== null
    ? Object.fromEntries(Object.entries(document).filter(([name]) => wanted(name)))
    : {};
}
