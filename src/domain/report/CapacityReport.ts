import type { Benchmark } from '../capacity/Benchmark';
import type { FleetSummary } from '../capacity/fleetSummary';
import type { ServiceFacts } from '../capacity/ServiceFacts';
import type { NextAction } from './NextAction';
import type { ReportWeek } from './ReportWeek';
import type { ServiceChange } from './ServiceChange';

/** Capacity of a fleet, or of what one owner has of it, for a weekly review. */
export interface CapacityReport {
  readonly week: ReportWeek;
  /** The same figures as the strip above the fleet table. */
  readonly summary: FleetSummary;
  /** One line an owner, most short first; empty when there are fewer than two. */
  readonly owners: readonly OwnerLine[];
  /** Services with something new, worst first within a tier. */
  readonly changes: readonly ChangedService[];
  readonly short: readonly ShortService[];
  /** Dearest first, those without a price last. */
  readonly giveBack: readonly IdleService[];
  /** Oldest first. */
  readonly oldBenchmarks: readonly OldBenchmark[];
  /** Newest first. */
  readonly newAths: readonly NewAth[];
  /** Most urgent first. */
  readonly actions: readonly NextAction[];
  /** Why services could not be compared with the week before, most services first. */
  readonly notCompared: readonly NotCompared[];
}

export interface OwnerLine {
  /** Null = nobody. */
  readonly owner: string | null;
  readonly summary: FleetSummary;
}

export interface ChangedService {
  readonly facts: ServiceFacts;
  /** Never empty. */
  readonly changes: readonly ServiceChange[];
}

export interface ShortService {
  readonly facts: ServiceFacts;
  /** Instances to add. */
  readonly add: number;
  /** True when the truth can only be worse. */
  readonly atLeast: boolean;
  readonly required: number;
  /** Instances it is judged at. */
  readonly deployed: number;
}

export interface IdleService {
  readonly facts: ServiceFacts;
  readonly instances: number;
  /** In the currency of the settings; null without a price per instance. */
  readonly pricePerMonth: number | null;
}

export interface OldBenchmark {
  readonly facts: ServiceFacts;
  readonly benchmark: Benchmark;
  /** Never empty. */
  readonly reasons: readonly string[];
}

export interface NewAth {
  readonly facts: ServiceFacts;
  /** Requests/s. */
  readonly value: number;
  /** It lies within `[at, at + span)`. */
  readonly at: number;
  readonly span: number;
  /** Reached while failing: true demand was at least this. */
  readonly atLeast: boolean;
  /** The all-time high when the week began, requests/s; null when not known. */
  readonly before: number | null;
}

export interface NotCompared {
  readonly reason: string;
  readonly services: number;
}
