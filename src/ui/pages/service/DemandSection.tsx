import { useMemo } from 'react';
import { dateTime, type TimeRange } from '@grafana/data';
import type { Judgement } from '../../../domain/capacity/Judgement';
import type { ServiceView } from '../../../engine/service/ServiceView';
import { TimeChart } from '../../charts/TimeChart';
import { EvidenceButton } from '../../components/EvidenceButton';
import { demandFrames } from './demandFrames';
import { demandSummary } from './demandSummary';
import { sentence } from '../../format/sentence';
import { PageSection } from '../../components/PageSection';

interface Props {
  readonly view: ServiceView;
  readonly judgement: Judgement;
  readonly timeRange: TimeRange;
  readonly timeZone: string;
  readonly onRange: (raw: TimeRange['raw']) => void;
}

/** Demand against capacity over the range. */
export function DemandSection({ view, judgement, timeRange, timeZone, onRange }: Props) {
  const frames = useMemo(() => demandFrames(view), [view]);
  const summary = useMemo(() => demandSummary(view), [view]);
  const { capacity } = judgement;
  const why = view.capacity === null && !capacity.known ? ` Capacity is not drawn. ${sentence(capacity.reason)}` : '';
  return (
    <PageSection
      title="Demand against capacity"
      about={`${summary}${why}`}
      actions={
        <EvidenceButton
          label="Evidence of demand and capacity"
          topic={{
            title: 'Demand against capacity',
            parts: [
              { label: 'Demand over the range', figure: null, evidence: view.demandEvidence },
              { label: 'Capacity of what is deployed now', figure: capacity, evidence: capacity.evidence },
            ],
          }}
        />
      }
    >
      {view.demand !== null && (
        <TimeChart
          title="Demand against capacity"
          frames={frames}
          timeRange={timeRange}
          timeZone={timeZone}
          summary={summary}
          height={320}
          onChangeTimeRange={({ from, to }) => onRange({ from: dateTime(from), to: dateTime(to) })}
        />
      )}
    </PageSection>
  );
}
