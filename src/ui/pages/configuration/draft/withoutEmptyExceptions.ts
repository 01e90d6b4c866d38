import type { Settings } from '../../../../domain/catalogue/Settings';

/** What is saved of a draft: an exception that states nothing is none. */
export const withoutEmptyExceptions = (settings: Settings): Settings => ({
  ...settings,
  exceptions: settings.exceptions.filter(({ traits }) => Object.values(traits).some((value) => value !== undefined)),
});
