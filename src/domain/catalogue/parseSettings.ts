import { err, ok, type Result } from '../base/Result';
import { defaultSettings } from './defaultSettings';
import { describeIssue, show } from './describeIssue';
import type { FieldProblem } from './FieldProblem';
import { forbiddenKey } from './forbiddenKey';
import { migrateSettings, type SettingsDocument } from './migrateSettings';
import type { Settings } from './Settings';
import { settingsProblem } from './settingsProblem';
import { settingsSchema } from './settingsSchema';

export interface ParsedSettings {
  readonly settings: Settings;
  /** What a migration did, in words; null when the document was of this version. */
  readonly migrated: string | null;
}

/**
 * Settings from an untrusted document (`jsonData` of the app). Nothing saved (null, undefined, an empty object) and
 * missing fields take their defaults; anything else that is not as it should be is named by its path, and nothing is
 * repaired in silence.
 */
export function parseSettings(raw: unknown): Result<ParsedSettings, FieldProblem> {
  if (raw === null || raw === undefined) {
    return ok({ settings: defaultSettings(), migrated: null });
  }
  if (!isDocument(raw)) {
    return err({ field: '(document)', message: `must be an object (found ${show(raw)})` });
  }
  const forbidden = forbiddenKey(raw);
  if (forbidden) {
    return err(forbidden);
  }
  const current = migrateSettings(raw);
  return current.ok ? parseCurrent(current.value.document, current.value.migrated) : current;
}

const isDocument = (raw: unknown): raw is SettingsDocument =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

function parseCurrent(document: SettingsDocument, migrated: string | null): Result<ParsedSettings, FieldProblem> {
  const parsed = settingsSchema.safeParse(document);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err(issue ? describeIssue(issue, document) : { field: '(document)', message: 'is not valid' });
  }
  const settings: Settings = parsed.data;
  const problem = settingsProblem(settings);
  return problem ? err(problem) : ok({ settings, migrated });
}
