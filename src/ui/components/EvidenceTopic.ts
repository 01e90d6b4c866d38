import type { Evidence } from '../../domain/base/Evidence';
import type { Figure } from '../../domain/base/Figure';

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
}

export const figurePart = (label: string, figure: Figure): EvidencePart => ({
  label,
  figure,
  evidence: figure.evidence,
});
