import { ok } from '../../domain/base/Result';
import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import { builtInGuessRules } from '../../domain/catalogue/guessRules';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import type { SettingsStore } from '../../ports/SettingsStore';

/**
 * The settings of the app, read for other Prometheus data sources than it names: policy, catalogue and profiles are the
 * organization's, the sources are those of one Headroom data source. Never saves.
 */
export class SourcesSettings implements SettingsStore {
  /** @param uids of Prometheus data sources; empty = those of the app */
  constructor(
    private readonly store: Pick<SettingsStore, 'load'>,
    private readonly uids: readonly string[]
  ) {}

  async load(): ReturnType<SettingsStore['load']> {
    const stored = await this.store.load();
    if (!stored.ok || this.uids.length === 0) {
      return stored;
    }
    const base: Settings = stored.value.settings ?? { ...defaultSettings(), rules: builtInGuessRules };
    const sources = this.uids.map(
      (uid): SourceSettings =>
        base.sources.find((s) => s.uid === uid) ?? { uid, profiles: [], resources: 'auto', scope: [] }
    );
    return ok({ ...stored.value, settings: { ...base, sources } });
  }

  async save(): ReturnType<SettingsStore['save']> {
    return { ok: false, error: { kind: 'forbidden', message: 'A data source does not save the settings of the app.' } };
  }
}
