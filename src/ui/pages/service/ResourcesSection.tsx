import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2 } from '@grafana/ui';
import { valueOf } from '../../../domain/base/Figure';
import type { ResourceView } from '../../../engine/service/ServiceView';
import { Meter } from '../../charts/Meter';
import { TrendLine } from '../../charts/TrendLine';
import { FigureText } from '../../components/FigureText';
import { formatShare } from '../../format/formatShare';
import { PageSection } from '../../components/PageSection';

interface Props {
  readonly resources: readonly ResourceView[];
  /** Name of the one closest to its limit. */
  readonly bottleneck: string | null;
  /** Answers are still on their way. */
  readonly loading: boolean;
}

/** Each resource against its own limit, closest first. */
export function ResourcesSection({ resources, bottleneck, loading }: Props) {
  const styles = useStyles2(getStyles);
  const rank = (r: ResourceView) => (r.resource === bottleneck ? Infinity : (valueOf(r.use) ?? -1));
  const ordered = [...resources].sort((a, b) => rank(b) - rank(a));
  return (
    <PageSection
      title="Resources"
      about="Use against each resource’s own limit; the bottleneck is the one that reaches its limit first."
    >
      {ordered.length === 0 && (
        <p>
          {loading
            ? 'Resources are still being read.'
            : 'No resource is measured against a limit of its own (memory, connections, threads, disk). CPU against demand stands under “One instance under load” where it is measured. The configuration page shows which metrics Headroom looks for.'}
        </p>
      )}
      <ul className={styles.list}>
        {ordered.map(({ resource, use, series }) => (
          <li key={resource} className={styles.row}>
            <span className={styles.name}>
              {resource} {resource === bottleneck && <Badge text="bottleneck" color="orange" />}
            </span>
            {use.known ? (
              <Meter share={use.value} label={resource} text={`${formatShare(use.value)} of its limit`} />
            ) : (
              <span />
            )}
            <FigureText className={styles.value} figure={use} label={`Use of ${resource}`} />
            <span className={styles.trend}>{series && <TrendLine series={series} />}</span>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  row: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 14em) minmax(60px, 1fr) 5em 140px',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(0.75, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 14em) minmax(60px, 1fr) 5em' },
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: '1fr auto',
      '> :nth-child(2)': { gridRow: 2, gridColumn: '1 / -1' },
    },
  }),
  name: css({ overflowWrap: 'anywhere' }),
  value: css({ textAlign: 'right' }),
  trend: css({ [theme.breakpoints.down('md')]: { display: 'none' } }),
});
