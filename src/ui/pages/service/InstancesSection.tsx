import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import type { ServiceView } from '../../../engine/service/ServiceView';
import { useEvidence } from '../../components/EvidenceContext';
import { FigureText } from '../../components/FigureText';
import { KeyFigures } from './KeyFigures';
import { PageSection } from '../../components/PageSection';
import { SubHeading } from './SubHeading';

interface Props {
  readonly facts: ServiceFacts;
  readonly autoscaler: ServiceView['autoscaler'];
}

/** What is deployed, where, and what the autoscaler may do. */
export function InstancesSection({ facts, autoscaler }: Props) {
  const { reading } = useEvidence();
  return (
    <PageSection title="Instances and autoscaler">
      <KeyFigures
        rows={[
          { term: 'Ready', value: <FigureText figure={facts.instances} label="Ready instances" bare /> },
          { term: 'By zone', value: countWords(facts.zones) ?? zoneFallback(facts.declaredZones) },
          { term: 'By version', value: countWords(facts.versions) ?? 'versions are not labelled' },
        ]}
      />
      <SubHeading>Autoscaler</SubHeading>
      {autoscaler === null ? (
        <p>
          {reading
            ? 'Autoscalers are still being read.'
            : facts.autoscalerUnknown === undefined
              ? 'No autoscaler was found: the service is judged by its ready instances.'
              : `Whether it is autoscaled ${facts.autoscalerUnknown}. It may have more instances than are ready.`}
        </p>
      ) : (
        <KeyFigures
          rows={[
            { term: 'Minimum', value: <FigureText figure={autoscaler.min} label="Autoscaler minimum" bare /> },
            { term: 'Desired', value: <FigureText figure={autoscaler.desired} label="Autoscaler desired" bare /> },
            {
              term: 'Maximum (judged at this)',
              value: <FigureText figure={autoscaler.max} label="Autoscaler maximum" bare />,
            },
            {
              term: 'Lag until a new instance serves',
              value: <FigureText figure={autoscaler.lag} label="Autoscaler lag" />,
            },
          ]}
        />
      )}
    </PageSection>
  );
}

const countWords = (counts: ReadonlyMap<string, number>): string | null =>
  counts.size === 0 ? null : [...counts].map(([name, count]) => `${name}: ${count}`).join(', ');

const zoneFallback = (declared: number | null): string =>
  declared === null ? 'zones are not labelled' : `${declared} zones, as the catalogue says`;
