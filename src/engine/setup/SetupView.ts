import type { Labels } from '../../domain/base/Labels';
import type { Profile } from '../../domain/catalogue/Profile';
import type { CatalogueRule } from '../../domain/catalogue/Settings';
import type { Tier } from '../../domain/catalogue/Tier';

export type Verdict = 'pass' | 'warn' | 'fail' | 'unknown' | 'running';

/** One live check with its evidence. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** What was seen. */
  readonly detail: string;
  /** The way out, when not passed. */
  readonly next: string | null;
  readonly expr: string | null;
}

export interface FoundProfile {
  readonly profile: Profile;
  readonly custom: boolean;
  readonly services: number | null;
  /** What is lost for want of a label or metric, each with what to do. */
  readonly missing: ReadonlyArray<{ readonly what: string; readonly next: string }>;
}

export interface FoundService {
  readonly key: string;
  readonly name: string;
  readonly scope: string;
  readonly labels: Labels;
  readonly tier: Tier;
  readonly tierFrom: 'exception' | 'label' | 'rule' | 'default';
  readonly owner: string | null;
}

/** What was found in one data source. */
export interface SourceFindings {
  readonly uid: string;
  readonly name: string;
  readonly state: 'looking' | 'done' | 'failed';
  readonly checks: readonly Check[];
  readonly profiles: readonly FoundProfile[];
  readonly services: readonly FoundService[];
  readonly zones: readonly string[];
  readonly versions: number;
  readonly autoscalers: number;
  readonly suggestedRules: readonly CatalogueRule[];
}
