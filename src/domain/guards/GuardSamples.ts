import type { ShareJudgement } from './judgeShare';
import type { SubjectSamples } from './SubjectSamples';

/** What the router and the keeper say of the pool now. */
export interface RouterFacts {
  /** Members of the pool as last read. */
  readonly members: readonly string[];
  /** The target still serves; false when ejected or drained. */
  readonly targetServing: boolean;
  /** `unknown`: the last read failed. It holds, it does not stop: the lease itself is the guarantee. */
  readonly lease: 'held' | 'lost' | 'unknown';
}

/** All that guards may look at in one evaluation. Null = could not be asked: counts as violating. */
export interface GuardSamples {
  readonly scrapeMs: number;
  readonly subjects: readonly SubjectSamples[];
  readonly router: RouterFacts | null;
  /** Newest share windows, oldest first; empty while the step settles (then the share guard passes). */
  readonly shares: readonly ShareJudgement[];
}
