import type { Result } from '../domain/base/Result';
import type { Settings } from '../domain/catalogue/Settings';

export type SettingsProblem =
  /** The stored document cannot be read: `field` is named, the document is left alone. */
  | { readonly kind: 'invalid'; readonly field: string; readonly message: string; readonly raw: unknown }
  | { readonly kind: 'forbidden'; readonly message: string }
  | { readonly kind: 'unreachable'; readonly message: string }
  /** Somebody saved since we read: `theirs` is what is stored now. */
  | { readonly kind: 'conflict'; readonly message: string; readonly theirs: unknown }
  | { readonly kind: 'too-large'; readonly message: string; readonly bytes: number };

export interface StoredSettings {
  /** Null when nothing was ever saved. */
  readonly settings: Settings | null;
  /** What was read, to be handed back on save for the conflict check. */
  readonly revision: string;
  /** Size of the stored document. */
  readonly bytes: number;
  /** Set when an older document was migrated, in words. */
  readonly migrated: string | null;
}

export interface SettingsStore {
  load(): Promise<Result<StoredSettings, SettingsProblem>>;
  save(settings: Settings, revision: string): Promise<Result<StoredSettings, SettingsProblem>>;
}
