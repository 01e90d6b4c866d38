import type { Profile, ResourceProfile } from './Profile';

/** Something a profile could use that is not there. */
export interface MissingPart {
  /** What is not there, for example `label zone`. */
  readonly what: string;
  /** What the product cannot tell without it. */
  readonly lost: string;
  /** What a person can do about it. */
  readonly next: string;
}

/** A request profile whose metric was found, fitted to the labels and metrics that are there. */
export interface DetectedProfile {
  /** Fitted: `detect` is the metric that was found; grouping, labels, error selector, latency kind and in-flight gauge as found. */
  readonly profile: Profile;
  readonly origin: 'built-in' | 'custom';
  /** False when no grouping fits: the metric is there, services cannot be told apart. */
  readonly usable: boolean;
  /** What was found, one line each. */
  readonly found: readonly string[];
  readonly missing: readonly MissingPart[];
  /** Other groupings that would work, best first. */
  readonly otherGroups: ReadonlyArray<readonly string[]>;
  /** Services told apart by the chosen grouping's last label (an under-estimate when names repeat across scopes). */
  readonly services: number;
  /** CPU source that fits this profile; null when none does. */
  readonly resource: ResourceProfile | null;
}
