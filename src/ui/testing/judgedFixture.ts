import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import { judgeOne } from '../pages/fleet/judgeOne';
import type { JudgedService } from '../pages/fleet/JudgedService';
import { factsFixture, type FactsChanges } from './factsFixture';
import { NOW } from './NOW';

/** Services judged as they are, without growth. */
export const judged = (facts: readonly ServiceFacts[]): JudgedService[] =>
  facts.map((f) => judgeOne(f, { growth: 0, now: NOW }));

/** One judged service, changed where the test says so. */
export const judgedFixture = (changes: FactsChanges = {}): JudgedService =>
  judgeOne(factsFixture(changes), { growth: 0, now: NOW });
