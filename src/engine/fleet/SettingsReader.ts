import { builtInGuessRules } from '../../domain/catalogue/guessRules';
import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import type { Settings } from '../../domain/catalogue/Settings';
import type { DataSources } from '../../ports/DataSources';
import type { SettingsStore } from '../../ports/SettingsStore';
import type { Notice } from '../Notice';

export interface SettingsInUse {
  readonly mode: 'saved' | 'session';
  readonly settings: Settings;
  readonly notices: readonly Notice[];
}

/**
 * The settings a page works with: the saved ones, or, on an app nobody configured, a session detected from the default
 * Prometheus. A document that cannot be read is never replaced: the page says so and works with the session.
 */
export async function settingsInUse(store: SettingsStore, dataSources: DataSources): Promise<SettingsInUse> {
  const stored = await store.load();
  if (stored.ok && stored.value.settings && stored.value.settings.sources.length > 0) {
    return { mode: 'saved', settings: stored.value.settings, notices: [] };
  }
  const saved = stored.ok ? stored.value.settings : null;
  const notices: Notice[] = [];
  if (!stored.ok) {
    notices.push({
      id: `settings ${stored.error.kind}`,
      severity: 'error',
      title: 'The saved settings cannot be used',
      detail: stored.error.kind === 'invalid' ? `${stored.error.field}: ${stored.error.message}` : stored.error.message,
      next: 'Nothing was overwritten. This fleet was detected afresh; an Admin can mend the settings in Configuration.',
    });
  }
  const list = dataSources.list();
  const source = list.find((s) => s.isDefault) ?? list[0];
  const base = saved ?? { ...defaultSettings(), rules: builtInGuessRules };
  return {
    mode: 'session',
    settings: { ...base, sources: source ? [{ uid: source.uid, profiles: [], resources: 'auto', scope: [] }] : [] },
    notices,
  };
}
