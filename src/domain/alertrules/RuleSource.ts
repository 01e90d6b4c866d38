import type { Judgement } from '../capacity/Judgement';
import type { ServiceFacts } from '../capacity/ServiceFacts';
import type { QuestionContext } from '../promql/QuestionContext';

/** A service as rules see it. */
export interface RuleSubject {
  readonly facts: ServiceFacts;
  /** Without growth or what-if. */
  readonly judgement: Judgement;
}

/** One profile of one data source with its services: what a rule can be about. */
export interface RuleSource {
  readonly sourceUid: string;
  readonly sourceName: string;
  /** Names no service. */
  readonly context: QuestionContext;
  readonly subjects: readonly RuleSubject[];
}
