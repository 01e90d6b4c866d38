import { createContext, useContext } from 'react';
import type { EvidenceTopic } from './EvidenceTopic';

/** What figures on a page need from around them. */
export interface EvidenceDoor {
  /** Opens the page's one evidence drawer; null where there is none, and figures are then plain text. */
  readonly open: ((topic: EvidenceTopic) => void) | null;
  /** Currency of `money/month` figures, as in settings. */
  readonly currency: string;
  /** Name of the one service the page is about; null on a page of many. */
  readonly service: string | null;
}

export const EvidenceContext = createContext<EvidenceDoor>({ open: null, currency: '', service: null });

export const useEvidence = (): EvidenceDoor => useContext(EvidenceContext);
