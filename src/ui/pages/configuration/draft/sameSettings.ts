import { serializeSettings } from '../../../../domain/catalogue/serializeSettings';
import type { Settings } from '../../../../domain/catalogue/Settings';

/** Whether two documents say the same, whatever the order of their keys. */
export const sameSettings = (a: Settings, b: Settings): boolean =>
  a === b || serializeSettings(a) === serializeSettings(b);
