import { useMemo, useState, type ReactNode } from 'react';
import { EvidenceContext } from './EvidenceContext';
import { EvidenceDrawer } from './EvidenceDrawer';
import { EvidenceOf } from './EvidenceOf';
import type { EvidenceTopic } from './EvidenceTopic';

interface Props {
  readonly currency: string;
  /** The page is still being read: what is not known yet is shown as coming. */
  readonly reading?: boolean;
  readonly children: ReactNode;
}

/** Wrap a page in this once: every `FigureText` and `EvidenceButton` inside opens the same drawer. */
export function EvidenceProvider({ currency, reading = false, children }: Props) {
  const [topic, setTopic] = useState<EvidenceTopic | null>(null);
  const door = useMemo(() => ({ open: setTopic, currency, service: null, reading }), [currency, reading]);
  return (
    <EvidenceContext.Provider value={door}>
      {children}
      {topic && (
        <EvidenceOf service={topic.service ?? null}>
          <EvidenceDrawer topic={topic} onClose={() => setTopic(null)} />
        </EvidenceOf>
      )}
    </EvidenceContext.Provider>
  );
}
