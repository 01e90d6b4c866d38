import { useMemo, useState, type ReactNode } from 'react';
import { EvidenceContext } from './EvidenceContext';
import { EvidenceDrawer } from './EvidenceDrawer';
import type { EvidenceTopic } from './EvidenceTopic';

interface Props {
  readonly currency: string;
  /** Name of the one service the page is about. */
  readonly service?: string;
  readonly children: ReactNode;
}

/** Wrap a page in this once: every `FigureText` and `EvidenceButton` inside opens the same drawer. */
export function EvidenceProvider({ currency, service, children }: Props) {
  const [topic, setTopic] = useState<EvidenceTopic | null>(null);
  const door = useMemo(() => ({ open: setTopic, currency, service: service ?? null }), [currency, service]);
  return (
    <EvidenceContext.Provider value={door}>
      {children}
      {topic && <EvidenceDrawer topic={topic} onClose={() => setTopic(null)} />}
    </EvidenceContext.Provider>
  );
}
