import type { Settings } from '../domain/catalogue/Settings';
import type { SettingsStore, StoredSettings } from '../ports/SettingsStore';

/** A settings store that remembers the daily sample budget of the document that was read or saved last. */
export class SettingsWithBudget implements SettingsStore {
  private budget: number | null = null;

  /** @param saved called after every accepted save, so that pages show it */
  constructor(
    private readonly store: SettingsStore,
    private readonly saved: () => void
  ) {}

  readonly dailySampleBudget = (): number | null => this.budget;

  async load(): ReturnType<SettingsStore['load']> {
    return this.remember(await this.store.load());
  }

  async save(settings: Settings, revision: string): ReturnType<SettingsStore['save']> {
    const result = this.remember(await this.store.save(settings, revision));
    if (result.ok) {
      this.saved();
    }
    return result;
  }

  private remember<R extends { readonly ok: boolean; readonly value?: StoredSettings }>(result: R): R {
    if (result.ok) {
      this.budget = result.value?.settings?.dailySampleBudget ?? null;
    }
    return result;
  }
}
