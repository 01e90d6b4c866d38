import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Origin } from '../../domain/base/Evidence';
import { formatMinute } from '../format/formatMinute';
import { QueryOriginView } from './QueryOriginView';

/** One thing a figure rests on. */
export function OriginView({ origin }: { readonly origin: Origin }) {
  const styles = useStyles2(getStyles);
  switch (origin.kind) {
    case 'query':
      return <QueryOriginView origin={origin} />;
    case 'declared':
      return (
        <p className={styles.line}>
          Declared by {origin.by} on {formatMinute(origin.at)}
          {origin.note && <>: “{origin.note}”</>}
        </p>
      );
    case 'policy':
      return <p className={styles.line}>{origin.text}</p>;
    case 'derived':
      return (
        <ol className={styles.arithmetic} aria-label="Arithmetic">
          {origin.lines.map((line, i) => (
            <li key={i}>{line}</li>
          ))}
        </ol>
      );
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ margin: 0, overflowWrap: 'anywhere' }),
  arithmetic: css({
    margin: 0,
    padding: theme.spacing(1),
    listStyle: 'none',
    borderLeft: `3px solid ${theme.colors.border.medium}`,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  }),
});
