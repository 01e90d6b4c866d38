import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Evidence } from '../../domain/base/Evidence';
import type { Figure } from '../../domain/base/Figure';
import { exactValue } from '../format/exactValue';
import { formatAge } from '../format/formatAge';
import { formatMinute } from '../format/formatMinute';
import { coverageWords } from './coverageWords';
import { useNow } from './useNow';

interface Props {
  readonly figure: Figure | null;
  readonly evidence: Evidence;
}

/** Quality, window, freshness and coverage as a list of terms. What is not known is left out, not guessed. */
export function EvidenceFacts({ figure, evidence }: Props) {
  const styles = useStyles2(getStyles);
  const now = useNow();
  const rows = [
    ['Exact value', figure?.known ? exactValue(figure.value, figure.unit) : null],
    ['Quality', figure?.known ? figure.quality : null],
    ['Window', evidence.window ? `${formatMinute(evidence.window.from)} to ${formatMinute(evidence.window.to)}` : null],
    ['Newest sample', freshness(evidence, now)],
    ['Coverage', coverageWords(evidence)],
    ['History', evidence.partial ? 'still being read: this figure may change' : null],
  ] as const;
  return (
    <dl className={styles.list}>
      {rows.map(([term, text]) =>
        text === null ? null : (
          <div key={term} className={styles.row}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        )
      )}
    </dl>
  );
}

function freshness({ asOf, stale }: Evidence, now: number): string | null {
  if (asOf === undefined) {
    return stale ? 'stale: newer data could not be read' : null;
  }
  return `${formatMinute(asOf)}, ${formatAge(asOf, now)}${stale ? ' (stale: newer data could not be read)' : ''}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: 0 }),
  row: css({
    display: 'flex',
    gap: theme.spacing(1),
    '& dt': { minWidth: '14ch', fontWeight: 'normal', color: theme.colors.text.secondary },
    '& dd': { margin: 0 },
  }),
});
