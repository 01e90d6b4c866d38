import { useMemo, type ReactNode } from 'react';
import type { ServiceRef } from '../../domain/catalogue/ServiceRef';
import { EvidenceContext, useEvidence } from './EvidenceContext';

interface Props {
  readonly service: ServiceRef | null;
  readonly children: ReactNode;
}

/** Figures inside are of this service: the queries of their evidence are shown narrowed to it. */
export function EvidenceOf({ service, children }: Props) {
  const { open, currency, reading } = useEvidence();
  const door = useMemo(
    () => ({ open: open && service ? (topic: Parameters<typeof open>[0]) => open({ service, ...topic }) : open, currency, service, reading }),
    [open, currency, service, reading]
  );
  return <EvidenceContext.Provider value={door}>{children}</EvidenceContext.Provider>;
}
