import type { Intent } from './Intent';
import type { RuleDocument } from './RuleDocument';

/** A service that a rule does not speak of, and why. */
export interface LeftOut {
  readonly service: string;
  readonly reason: string;
}

/** A profile that cannot answer, and what would help. */
export interface Unanswerable {
  readonly profile: string;
  readonly reason: string;
  readonly next: string;
}

/** What an intent comes to for the services chosen. */
export interface IntentPlan {
  readonly intent: Intent;
  readonly rules: readonly RuleDocument[];
  /** Rules that fire when a series has gone that the rules look at; shared with other intents. */
  readonly companions: readonly RuleDocument[];
  /** Services that the rules speak of. */
  readonly services: number;
  readonly leftOut: readonly LeftOut[];
  readonly unanswerable: readonly Unanswerable[];
}
