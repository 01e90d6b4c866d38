import { breakingOrder } from '../../../domain/capacity/breakingOrder';
import { judgeService } from '../../../domain/capacity/judgeService';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import type { JudgedService } from './JudgedService';

interface When {
  readonly growth: number;
  readonly now: number;
}

/** Judges one service; what does not depend on growth is taken over from `before`. */
export function judgeOne(facts: ServiceFacts, { growth, now }: When, before?: JudgedService): JudgedService {
  const [breaking] = before ? [before.breaking] : breakingOrder([facts], now);
  if (!breaking) {
    throw new RangeError('breakingOrder lost a service');
  }
  return {
    facts,
    judgement: judgeService(facts, { growth, now }),
    breaking,
    haystack:
      before?.haystack ??
      [facts.service.name, facts.service.scope, facts.owner ?? '', facts.tier].join('\n').toLowerCase(),
  };
}
