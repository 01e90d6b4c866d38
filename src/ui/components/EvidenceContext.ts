import { createContext, useContext } from 'react';
import type { ServiceRef } from '../../domain/catalogue/ServiceRef';
import type { EvidenceTopic } from './EvidenceTopic';

/** What figures on a page need from around them. */
export interface EvidenceDoor {
  /** Opens the page's one evidence drawer; null where there is none, and figures are then plain text. */
  readonly open: ((topic: EvidenceTopic) => void) | null;
  /** Currency of `money/month` figures, as in settings. */
  readonly currency: string;
  /** The one service the figures around are of; null where they are of many. */
  readonly service: ServiceRef | null;
  /** What is not known yet may become known: the page is still being read. */
  readonly reading: boolean;
}

export const EvidenceContext = createContext<EvidenceDoor>({ open: null, currency: '', service: null, reading: false });

export const useEvidence = (): EvidenceDoor => useContext(EvidenceContext);
