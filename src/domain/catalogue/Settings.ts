import type { Matcher, Profile, ResourceProfile } from './Profile';
import type { Tier } from './Tier';
import type { PolicyTable, Redundancy } from './TierPolicy';

/** One Prometheus-compatible data source and how it is read. */
export interface SourceSettings {
  readonly uid: string;
  /** Ids of built-in or custom request profiles in use; empty = all that are detected. */
  readonly profiles: readonly string[];
  readonly resources: ResourceProfile['id'] | 'auto' | 'none';
  /** Matchers added to every query, for shared data sources (for example `cluster="eu-1"`). */
  readonly scope: readonly Matcher[];
}

/** What a rule or an exception can state about services. Absent = not stated. */
export interface ServiceTraits {
  readonly tier?: Tier;
  readonly owner?: string;
  readonly eventFactor?: number;
  readonly redundancy?: Redundancy;
  readonly zones?: number;
  /** Requests one instance may hold at once. */
  readonly concurrencyLimit?: number;
  readonly coresPerInstance?: number;
  readonly pricePerInstanceHour?: number;
  /** The ATH was itself an event: use the policy's `eventFactorAfterEvent`. */
  readonly athWasEvent?: boolean;
  /** Not a service anybody plans for. */
  readonly hidden?: boolean;
}

/** Applies to every service whose labels all match (anchored RE2-like regular expressions); the first rule that states a trait wins. */
export interface CatalogueRule {
  readonly id: string;
  readonly match: Readonly<Record<string, string>>;
  readonly traits: ServiceTraits;
}

/** Applies to one service, by key; outranks rules. */
export interface CatalogueException {
  readonly service: string;
  readonly traits: ServiceTraits;
}

/** What an Admin saved: `jsonData` of the app. `schema` lets an older or newer document be told apart. */
export interface Settings {
  readonly schema: 1;
  readonly sources: readonly SourceSettings[];
  readonly customProfiles: readonly Profile[];
  readonly policy: PolicyTable;
  readonly defaultTier: Tier;
  readonly rules: readonly CatalogueRule[];
  readonly exceptions: readonly CatalogueException[];
  /** Days of history behind ATHs. */
  readonly historyDays: number;
  /** Samples our queries may read in a day, per browser; null = no limit. */
  readonly dailySampleBudget: number | null;
  readonly currency: string;
}
