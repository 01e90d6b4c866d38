import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Link } from 'react-router-dom';
import type { FleetSummary } from '../../../domain/capacity/fleetSummary';
import { useEvidence } from '../../components/EvidenceContext';
import { SummaryTile } from '../../components/SummaryTile';
import { formatAge } from '../../format/formatAge';
import { serviceLink } from './serviceLink';

interface Props {
  readonly summary: Pick<FleetSummary, 'oldestBenchmark' | 'withoutBenchmark'>;
  readonly now: number;
}

/** How old the oldest safe limit is, and whose; how many have none is not known before all was read. */
export function OldestLimitTile({ summary: { oldestBenchmark, withoutBenchmark }, now }: Props) {
  const styles = useStyles2(getStyles);
  const { reading } = useEvidence();
  const none = reading ? '…' : 'none';
  return (
    <SummaryTile
      label="Oldest safe limit"
      detail={
        <>
          {oldestBenchmark && (
            <Link to={serviceLink(oldestBenchmark.service.key)} className={styles.link} title={oldestBenchmark.service.name}>
              {oldestBenchmark.service.name}
            </Link>
          )}
          <div>{withoutWords(withoutBenchmark, reading)}</div>
        </>
      }
    >
      {oldestBenchmark ? formatAge(oldestBenchmark.at, now) : none}
    </SummaryTile>
  );
}

function withoutWords(services: number, reading: boolean): string {
  if (reading) {
    return 'being read';
  }
  return services === 0 ? '' : `${services} service${services === 1 ? '' : 's'} without one`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  link: css({
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.link,
    '&:hover': { textDecoration: 'underline' },
  }),
});
