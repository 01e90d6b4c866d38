import type { Labels } from '../../domain/base/Labels';
import type { Profile } from '../../domain/catalogue/Profile';
import type { LabelsSeen } from '../../domain/catalogue/resolveTraits';
import type { ServiceRef } from '../../domain/catalogue/ServiceRef';
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
  /** Fitted to the labels and metrics that are there. */
  readonly profile: Profile;
  readonly custom: boolean;
  /** False when its metric is there but services cannot be told apart. */
  readonly usable: boolean;
  /** Read by Headroom under the draft. */
  readonly inUse: boolean;
  readonly services: number | null;
  /** What was found, one line each. */
  readonly found: readonly string[];
  /** What is lost for want of a label or metric, each with what to do. */
  readonly missing: ReadonlyArray<{ readonly what: string; readonly next: string }>;
  /** Other groupings that would work, best first. */
  readonly otherGroups: ReadonlyArray<readonly string[]>;
}

export interface FoundService {
  readonly key: string;
  readonly name: string;
  readonly scope: string;
  readonly labels: Labels;
  readonly tier: Tier;
  readonly tierFrom: 'exception' | 'label' | 'rule' | 'default';
  readonly owner: string | null;
  /** What rules are matched against, so that a page can try other rules without asking again. */
  readonly ref: ServiceRef;
  readonly seen: LabelsSeen;
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
