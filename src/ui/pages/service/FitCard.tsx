import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { FitView } from '../../../engine/service/ServiceView';
import { XyChart } from '../../charts/XyChart';
import { EvidenceButton } from '../../components/EvidenceButton';
import { formatDemand } from '../../format/formatDemand';
import { FitLimit } from './FitLimit';
import { fitModel } from './fitModel';
import { fitSummary } from './fitSummary';
import { tickText } from './tickText';

const TITLE: Readonly<Record<FitView['what'], string>> = {
  cpu: 'CPU cores against demand',
  p99: 'p99 latency against demand',
  'in-flight': 'Requests in flight against demand',
};

/** One thing against demand per instance, with its line and limit, or why there is no line. */
export function FitCard({ fit }: { readonly fit: FitView }) {
  const styles = useStyles2(getStyles);
  const model = useMemo(() => fitModel(fit), [fit]);
  const title = TITLE[fit.what];
  const summary = fitSummary(fit);
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <EvidenceButton
          label={`Evidence of ${title}`}
          topic={{ title, parts: [{ label: title, figure: null, evidence: fit.evidence }] }}
        />
      </div>
      {fit.points.length > 0 && (
        <XyChart
          model={model}
          xLabel="demand of one instance (req/s)"
          formatX={(value) => formatDemand(value, true)}
          formatY={(value) => tickText(value, fit.unit)}
          summary={`${title}. ${summary}`}
        />
      )}
      <p className={styles.words}>
        {!fit.fit.ok && <Icon name="exclamation-triangle" aria-hidden="true" />} {summary}
      </p>
      {fit.limit && <FitLimit limit={fit.limit} className={styles.words} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  head: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  title: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
  words: css({ margin: 0, color: theme.colors.text.secondary }),
});
