import { DAY, MINUTE } from '../../../../domain/base/Duration';
import { FigureText } from '../../../components/FigureText';
import { formatPeakTime, formatUtcDay } from '../../../format/formatPeakTime';
import { formatSpan } from '../../../format/formatSpan';
import type { CellProps } from '../FleetColumn';
import { SubLine } from './SubLine';

/** Said by the header; any other is said in the cell. */
const USUAL_WINDOW = 5 * MINUTE;

/** Greatest demand known, with its day; since when, where that is not what the header says. */
export function AthCell({ service: { facts }, page }: CellProps) {
  const { figure, at, span, window, since } = facts.ath;
  const known = since === null ? '' : `, of all history since ${formatUtcDay(since)}`;
  return (
    <>
      <FigureText figure={figure} label="All-time high" of={facts.service.name} tabbable={false} />
      {figure.known && at !== null && (
        <SubLine title={`${formatPeakTime(at, span)}, mean of ${formatSpan(window)}${known}`}>
          {formatUtcDay(at)}
          {window !== USUAL_WINDOW && ` · ${formatSpan(window)}`}
        </SubLine>
      )}
      {figure.known && !page.reading && since !== null && startsLater(since, page.since) && (
        <SubLine>since {formatUtcDay(since)}</SubLine>
      )}
    </>
  );
}

const startsLater = (since: number, fleet: number | null): boolean => fleet === null || since > fleet + DAY;
