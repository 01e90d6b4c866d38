import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { FitView } from '../../../engine/service/ServiceView';
import { FitCard } from './FitCard';
import { PageSection } from '../../components/PageSection';

interface Props {
  readonly fits: readonly FitView[];
  /** Answers are still on their way. */
  readonly loading: boolean;
}

/** What one instance costs and when it reaches a limit: CPU, p99 and requests in flight against its demand. */
export function FitsSection({ fits, loading }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <PageSection
      title="One instance under load"
      about="Each point is one hour: the demand of one instance, and what it used. The limit is read where the prediction band passes it."
    >
      {fits.length === 0 ? (
        <p>
          {loading
            ? 'CPU, latency and requests in flight are still being read.'
            : 'No CPU, latency or in-flight metrics were found for this service.'}
        </p>
      ) : (
        <div className={styles.grid}>
          {fits.map((fit) => (
            <FitCard key={fit.what} fit={fit} />
          ))}
        </div>
      )}
    </PageSection>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))',
    gap: theme.spacing(3, 4),
    '> *': { minWidth: 0 },
  }),
});
