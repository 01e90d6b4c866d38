import { useMemo } from 'react';
import { dateTime, FieldColorModeId, type FieldConfig, type TimeRange } from '@grafana/data';
import { GraphDrawStyle, type GraphFieldConfig } from '@grafana/schema';
import { peakOf, timeAt, type Series } from '../../../domain/base/Series';
import { seriesFrame } from '../../charts/seriesFrame';
import { TimeChart } from '../../charts/TimeChart';
import { formatUtcDay } from '../../format/formatPeakTime';
import { formatDemand } from '../../format/formatDemand';

const BARS: FieldConfig<GraphFieldConfig> = {
  unit: 'reqps',
  min: 0,
  color: { mode: FieldColorModeId.Fixed, fixedColor: 'blue' },
  custom: { drawStyle: GraphDrawStyle.Bars, fillOpacity: 70, lineWidth: 0, barWidthFactor: 0.7 },
};

interface Props {
  readonly daily: Series | null;
  readonly timeZone: string;
}

/** The greatest demand of each day. */
export function DailyPeaks({ daily, timeZone }: Props) {
  const frames = useMemo(() => (daily === null ? [] : [seriesFrame('Daily peak', daily, BARS)]), [daily]);
  const highest = daily === null ? null : peakOf(daily);
  const range = useMemo(() => (daily === null ? null : rangeOf(daily)), [daily]);
  if (range === null || highest === null) {
    return <p>No daily peaks are known yet.</p>;
  }
  const summary = `Highest of the days shown: ${formatDemand(highest.value)} on ${formatUtcDay(highest.at)}.`;
  return (
    <>
      <p>{summary}</p>
      <TimeChart
        title="Daily peaks"
        frames={frames}
        timeRange={range}
        timeZone={timeZone}
        summary={`Daily peaks. ${summary}`}
        height={210}
        legend={false}
      />
    </>
  );
}

/** Room on either side, so that the outer bars and their labels are whole. */
function rangeOf(daily: Series): TimeRange {
  const from = dateTime(daily.start - daily.step / 2);
  const to = dateTime(timeAt(daily, daily.values.length - 1) + daily.step);
  return { from, to, raw: { from, to } };
}
