import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import { formatDuration } from '../../domain/base/Duration';
import type { QueryOrigin } from '../../domain/base/Evidence';
import { useHeadroom } from '../HeadroomContext';
import { formatMinute } from '../format/formatMinute';
import { coversAllServices } from './coversAllServices';
import { useEvidence } from './EvidenceContext';
import { exploreUrl } from './exploreUrl';
import { QueryText } from './QueryText';

/** A query that was asked: of whom, over what, its text, and the way into Explore for those who may go there. */
export function QueryOriginView({ origin }: { readonly origin: QueryOrigin }) {
  const styles = useStyles2(getStyles);
  const { identity, setup } = useHeadroom();
  const { service } = useEvidence();
  const source = setup.dataSources().find((s) => s.uid === origin.source);
  const { range } = origin;
  return (
    <div className={styles.box}>
      <div className={styles.about}>
        {range
          ? `Range query, one point every ${formatDuration(range.step)}, ${formatMinute(range.from)} to ${formatMinute(range.to)}`
          : 'Instant query'}
        , asked of {source?.name ?? origin.source}.
        {coversAllServices(origin.expr, service) &&
          ` This query covers all services: ${service === null ? 'the figure is' : `${service} is`} one row of its answer.`}
      </div>
      <QueryText expr={origin.expr}>
        {identity.mayExplore && (
          <LinkButton
            size="sm"
            variant="secondary"
            icon="compass"
            href={exploreUrl(origin, source?.type ?? 'prometheus')}
            target="_blank"
            rel="noreferrer"
          >
            Open in Explore
          </LinkButton>
        )}
      </QueryText>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(0.5) }),
  about: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
