import type { Settings } from '../../../../domain/catalogue/Settings';
import type { SettingsProblem } from '../../../../ports/SettingsStore';

/** A document that can be edited. */
export interface EditingState {
  readonly phase: 'editing';
  /** What is stored; null when nothing was ever saved, or when what is stored cannot be read and is to be replaced. */
  readonly stored: Settings | null;
  /** What Discard returns to: what is stored, else the proposal. */
  readonly base: Settings;
  readonly draft: Settings;
  readonly revision: string;
  readonly storedBytes: number;
  readonly migrated: string | null;
  /** Saving overwrites a stored document that cannot be read; a person asked for it in so many words. */
  readonly replacing: boolean;
  readonly saving: boolean;
  /** Why the last save did not happen. */
  readonly problem: SettingsProblem | null;
  /** True between a save and the next change. */
  readonly justSaved: boolean;
}

export type ConfigurationState =
  { readonly phase: 'loading' } | { readonly phase: 'unreadable'; readonly problem: SettingsProblem } | EditingState;
