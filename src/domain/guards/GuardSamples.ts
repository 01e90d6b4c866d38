import type { SubjectSamples } from './SubjectSamples';

/** What the router says of the target now. */
export interface RouterFacts {
  /** False when ejected or drained. */
  readonly targetServing: boolean;
}

/** All that guards may look at in one evaluation. */
export interface GuardSamples {
  readonly scrapeMs: number;
  readonly subjects: readonly SubjectSamples[];
  /** Null = could not be asked: it holds, it does not stop, since the lease itself is the guarantee. */
  readonly router: RouterFacts | null;
}
