import type { Evidence } from '../../domain/base/Evidence';
import type { Figure } from '../../domain/base/Figure';
import type { ServiceRef } from '../../domain/catalogue/ServiceRef';

/** One thing whose ground can be shown: a figure, or evidence of something drawn (a chart). */
export interface EvidencePart {
  readonly label: string;
  /** Null for evidence without one number. */
  readonly figure: Figure | null;
  readonly evidence: Evidence;
}

/** What the evidence drawer shows when it opens. */
export interface EvidenceTopic {
  readonly title: string;
  readonly parts: readonly EvidencePart[];
  /** Whose figures these are; queries are then shown narrowed to it. */
  readonly service?: ServiceRef;
}

export const figurePart = (label: string, figure: Figure): EvidencePart => ({
  label,
  figure,
  evidence: figure.evidence,
});
