import { DAY } from '../../../../domain/base/Duration';
import { FigureText } from '../../../components/FigureText';
import { formatDay } from '../../../format/formatDay';
import { formatMinute } from '../../../format/formatMinute';
import { formatSpan } from '../../../format/formatSpan';
import type { CellProps } from '../FleetColumn';
import { SubLine } from './SubLine';

/** Greatest demand known, with its day and rate window; since when, where that is not what the header says. */
export function AthCell({ service: { facts }, page }: CellProps) {
  const { figure, at, window, since } = facts.ath;
  const known = since === null ? '' : `, of all history since ${formatDay(since)}`;
  return (
    <>
      <FigureText figure={figure} label="All-time high" of={facts.service.name} tabbable={false} />
      {figure.known && at !== null && (
        <SubLine title={`${formatMinute(at)}, mean of ${formatSpan(window)}${known}`}>
          {formatDay(at)} · {formatSpan(window)}
        </SubLine>
      )}
      {figure.known && since !== null && startsLater(since, page.since) && <SubLine>since {formatDay(since)}</SubLine>}
    </>
  );
}

const startsLater = (since: number, fleet: number | null): boolean => fleet === null || since > fleet + DAY;
