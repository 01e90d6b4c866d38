import { Drawer } from '@grafana/ui';
import { EvidencePartView } from './EvidencePartView';
import type { EvidenceTopic } from './EvidenceTopic';

interface Props {
  readonly topic: EvidenceTopic;
  readonly onClose: () => void;
}

/** What figures rest on: arithmetic, queries, window, freshness, coverage. One figure is shown opened, several folded. */
export function EvidenceDrawer({ topic, onClose }: Props) {
  return (
    <Drawer title={topic.title} subtitle="What this rests on" size="md" onClose={onClose}>
      {/* Grafana's drawer names its inner dialog but not the modal one around it. */}
      <div ref={(node) => node?.closest('[role=dialog][aria-modal]')?.setAttribute('aria-label', topic.title)}>
        {topic.parts.map((part) => (
          <EvidencePartView key={part.label} part={part} open={topic.parts.length === 1} />
        ))}
      </div>
    </Drawer>
  );
}
