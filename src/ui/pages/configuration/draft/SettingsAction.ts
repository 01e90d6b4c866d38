import type { Profile } from '../../../../domain/catalogue/Profile';
import type { CatalogueRule, ServiceTraits, Settings, SourceSettings } from '../../../../domain/catalogue/Settings';
import type { Tier } from '../../../../domain/catalogue/Tier';
import type { TierPolicy } from '../../../../domain/catalogue/TierPolicy';

/** Everything a person can change in the draft. */
export type SettingsAction =
  | { readonly type: 'source-added'; readonly uid: string }
  | { readonly type: 'source-removed'; readonly uid: string }
  | { readonly type: 'source-changed'; readonly uid: string; readonly change: Partial<Omit<SourceSettings, 'uid'>> }
  | { readonly type: 'policy-changed'; readonly tier: Tier; readonly change: Partial<TierPolicy> }
  | { readonly type: 'policy-reset'; readonly tier: Tier }
  | { readonly type: 'default-tier-changed'; readonly tier: Tier }
  | { readonly type: 'rule-saved'; readonly rule: CatalogueRule }
  | { readonly type: 'rule-removed'; readonly id: string }
  /** Up = asked earlier, so it wins more often. */
  | { readonly type: 'rule-moved'; readonly id: string; readonly to: 'up' | 'down' }
  /** One whose traits state nothing stays in the draft: its only statement may be typed anew. Saving drops it. */
  | { readonly type: 'exception-saved'; readonly service: string; readonly traits: ServiceTraits }
  | { readonly type: 'exception-removed'; readonly service: string }
  | { readonly type: 'profile-saved'; readonly profile: Profile }
  | { readonly type: 'profile-removed'; readonly id: string }
  | {
      readonly type: 'history-changed';
      readonly change: Partial<Pick<Settings, 'historyDays' | 'dailySampleBudget' | 'currency'>>;
    };
