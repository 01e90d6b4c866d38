import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import { formatDuration } from '../../domain/base/Duration';
import type { QueryOrigin } from '../../domain/base/Evidence';
import { useHeadroom } from '../HeadroomContext';
import { formatMinute } from '../format/formatMinute';
import { useEvidence } from './EvidenceContext';
import { exploreUrl } from './exploreUrl';
import { QueryText } from './QueryText';

/**
 * A query that was asked: of whom, over what, its text, and the way into Explore for those who may go there. What was
 * asked of all services at once is shown as it answers for the one service the figure is of, and as it was asked below.
 */
export function QueryOriginView({ origin }: { readonly origin: QueryOrigin }) {
  const styles = useStyles2(getStyles);
  const { fleet, identity, setup } = useHeadroom();
  const { service } = useEvidence();
  const source = setup.dataSources().find((s) => s.uid === origin.source);
  const { grouped, range } = origin;
  const narrowed = useMemo(
    () => (grouped && service ? fleet.narrowed(origin.expr, service) : null),
    [fleet, grouped, origin.expr, service]
  );
  const shown = narrowed === null ? origin : { ...origin, expr: narrowed };
  return (
    <div className={styles.box}>
      <div className={styles.about}>
        {range
          ? `Range query, one point every ${formatDuration(range.step)}, ${formatMinute(range.from)} to ${formatMinute(range.to)}`
          : 'Instant query'}
        , asked of {source?.name ?? origin.source}.{grouped && ` ${groupedWords(service?.name ?? null, narrowed !== null)}`}
      </div>
      <QueryText expr={shown.expr}>
        {identity.mayExplore && (
          <LinkButton
            size="sm"
            variant="secondary"
            icon="compass"
            href={exploreUrl(shown, source?.type ?? 'prometheus')}
            target="_blank"
            rel="noreferrer"
          >
            Open in Explore
          </LinkButton>
        )}
      </QueryText>
      {narrowed !== null && (
        <details className={styles.grouped}>
          <summary className={styles.summary}>The query as it was asked, for all services</summary>
          <QueryText expr={origin.expr} />
        </details>
      )}
    </div>
  );
}

/** What a question to all services has to do with the figure of one. */
function groupedWords(service: string | null, narrowed: boolean): string {
  if (service === null) {
    return 'This query covers all services: the figure is one row of its answer.';
  }
  return narrowed
    ? `It was asked once for all services; here it is narrowed to ${service}.`
    : `This query covers all services: ${service} is one row of its answer.`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(0.5), maxWidth: '100%' }),
  about: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, overflowWrap: 'anywhere' }),
  grouped: css({ width: '100%' }),
  summary: css({ cursor: 'pointer', color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
