import { benchmarkFigure } from '../../components/benchmarkFigure';
import { figurePart, type EvidenceTopic } from '../../components/EvidenceTopic';
import type { JudgedService } from './JudgedService';

/** Every figure of a row at once, for those who do not point at each. */
export function serviceTopic({ facts, judgement }: JudgedService): EvidenceTopic {
  return {
    title: `Figures of ${facts.service.name}`,
    parts: [
      figurePart('Headroom', judgement.headroom),
      figurePart('Event margin', judgement.eventMargin),
      figurePart('Spare instances', judgement.spare),
      figurePart('Required instances', judgement.required),
      figurePart('Capacity', judgement.capacity),
      figurePart('Peak planned for', judgement.peak),
      figurePart('All-time high', facts.ath.figure),
      figurePart('Demand now', facts.demandNow),
      figurePart('Ready instances', facts.instances),
      figurePart('Safe limit per instance', benchmarkFigure(facts.benchmark)),
      ...(judgement.bottleneck
        ? [figurePart(`Use of ${judgement.bottleneck.resource}`, judgement.bottleneck.use)]
        : []),
    ],
  };
}
