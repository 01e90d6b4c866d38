export type GuardVerdict = 'pass' | 'hold' | 'stop';

/** One sample timestamp as a guard saw it. `value` null = missing. */
export interface GuardSlot {
  readonly at: number;
  readonly value: number | null;
  readonly violates: boolean;
}

export interface GuardEvidence {
  /** The subject that decided (the worst of several); null for facts about the pool. */
  readonly subject: string | null;
  /** Newest last. */
  readonly slots: readonly GuardSlot[];
  /** Consecutive violating slots up to now, and how many it takes. */
  readonly violating: number;
  readonly needed: number;
  /** Age of the oldest newest sample that was needed, milliseconds; null when there is none. */
  readonly ageMs: number | null;
}

/** `hold`: something is wrong but not confirmed, or not known: never raise, do not renew on it. */
export interface GuardResult {
  readonly verdict: GuardVerdict;
  /** In the unit of `limit`; null when unknown. */
  readonly value: number | null;
  readonly limit: number | null;
  /** (limit - value) / limit: 1 far away, 0 at the limit, below 0 past it; null when unknown. */
  readonly distance: number | null;
  /** For a person. */
  readonly reason: string;
  readonly evidence: GuardEvidence;
}
