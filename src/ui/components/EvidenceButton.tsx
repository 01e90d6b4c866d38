import { IconButton } from '@grafana/ui';
import { useEvidence } from './EvidenceContext';
import type { EvidenceTopic } from './EvidenceTopic';

interface Props {
  readonly topic: EvidenceTopic | (() => EvidenceTopic);
  /** Whose evidence, for screen readers and the tooltip: "Evidence of demand of checkout". */
  readonly label: string;
}

/** Opens the evidence of something that is not itself a figure on the page: a chart, or all figures of a row. */
export function EvidenceButton({ topic, label }: Props) {
  const { open } = useEvidence();
  if (open === null) {
    return null;
  }
  return (
    <IconButton
      name="info-circle"
      size="sm"
      aria-label={label}
      title={label}
      onClick={() => open(typeof topic === 'function' ? topic() : topic)}
    />
  );
}
