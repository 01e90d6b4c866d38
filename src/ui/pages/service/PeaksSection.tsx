import { useMemo } from 'react';
import type { ServiceView } from '../../../engine/service/ServiceView';
import { HourOfWeekMap } from '../../charts/HourOfWeekMap';
import { FigureText } from '../../components/FigureText';
import { formatDemand } from '../../format/formatDemand';
import { AthLedger } from './AthLedger';
import { DailyPeaks } from './DailyPeaks';
import { hourOfWeekSummary } from './hourOfWeekSummary';
import { KeyFigures } from './KeyFigures';
import { PeakTable } from './PeakTable';
import { PageSection } from '../../components/PageSection';
import { SubHeading } from './SubHeading';
import { TwoColumns } from './TwoColumns';

interface Props {
  readonly view: ServiceView;
  readonly serviceKey: string;
  readonly timeZone: string;
  readonly onChanged: () => void;
}

/** The peaks behind the verdict, how demand runs over the week, and the ledger of all-time highs. */
export function PeaksSection({ view, serviceKey, timeZone, onChanged }: Props) {
  const { peaks, facts, hourOfWeek } = view;
  const pattern = useMemo(() => hourOfWeekSummary(hourOfWeek ?? []), [hourOfWeek]);
  return (
    <PageSection
      title="Peaks"
      about="The greatest demand of a minute, an hour, a day and all known history, each with its time, window and coverage."
    >
      <PeakTable peaks={peaks} />
      {facts && (
        <KeyFigures
          rows={[
            {
              term: 'Burst: a minute over its five minutes, in peak hours',
              value: <FigureText figure={facts.burst} label="Burst factor" />,
            },
            { term: 'Skew: busiest instance over the mean', value: <FigureText figure={facts.skew} label="Skew" /> },
            {
              term: 'Third-highest daily peak of 30 days',
              value: <FigureText figure={facts.thirdPeak.figure} label="Third-highest daily peak" />,
            },
          ]}
        />
      )}
      <TwoColumns>
        <div>
          <SubHeading>Daily peaks</SubHeading>
          <DailyPeaks daily={peaks.daily} timeZone={timeZone} />
        </div>
        <div>
          <SubHeading>Hours of the week</SubHeading>
          <p>{pattern}</p>
          {hourOfWeek !== null && (
            <HourOfWeekMap
              values={hourOfWeek}
              format={(value) => formatDemand(value)}
              caption="Median demand of each hour of the week"
            />
          )}
        </div>
      </TwoColumns>
      <SubHeading>Ledger of all-time highs</SubHeading>
      <AthLedger ledger={peaks.ledger} daily={peaks.daily} serviceKey={serviceKey} onChanged={onChanged} />
    </PageSection>
  );
}
