import type { CatalogueRule, Settings } from '../../../../domain/catalogue/Settings';
import type { SettingsProblem, StoredSettings } from '../../../../ports/SettingsStore';
import type { SettingsAction } from './SettingsAction';

export type ConfigurationEvent =
  | { readonly type: 'load-started' }
  | { readonly type: 'loaded'; readonly stored: StoredSettings; readonly proposal: Settings }
  | { readonly type: 'load-failed'; readonly problem: SettingsProblem }
  /** An Admin chose to replace a document that cannot be read. */
  | { readonly type: 'replacement-started'; readonly revision: string; readonly proposal: Settings }
  /** Rules guessed from the services found become part of what is proposed, unless somebody changed something already. */
  | { readonly type: 'proposal-completed'; readonly rules: readonly CatalogueRule[] }
  | { readonly type: 'changed'; readonly action: SettingsAction }
  | { readonly type: 'discarded' }
  | { readonly type: 'save-started' }
  | { readonly type: 'saved'; readonly stored: StoredSettings; readonly sent: Settings }
  | { readonly type: 'save-failed'; readonly problem: SettingsProblem }
  | { readonly type: 'problem-dismissed' }
  /** Their document becomes the base; mine is given up. */
  | { readonly type: 'theirs-taken'; readonly theirs: Settings; readonly revision: string };
