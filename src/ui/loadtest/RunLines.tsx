import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { RunLine } from '../../engine/loadtest/LoadTestView';
import { formatClock } from '../format/formatClock';

/** What happened, newest first. */
export function RunLines({ lines }: { readonly lines: readonly RunLine[] }) {
  const styles = useStyles2(getStyles);
  return (
    // Focusable, so that a keyboard can scroll it.
    <div className={styles.box} role="group" aria-label="What happened" tabIndex={0}>
      {[...lines].reverse().map(({ at, text, tone }, i) => (
        <div key={`${lines.length - i} ${at}`} className={cx(styles.line, styles[tone])}>
          <time className={styles.time}>{formatClock(at)}</time> {text}
        </div>
      ))}
    </div>
  );
}

const edge = (colour: string) => css({ borderLeft: `3px solid ${colour}` });

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ maxHeight: 280, overflowY: 'auto' }),
  line: css({ padding: theme.spacing(0.25, 1), marginBottom: 2, overflowWrap: 'anywhere' }),
  time: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums', marginRight: theme.spacing(1) }),
  info: edge(theme.colors.border.medium),
  good: edge(theme.colors.success.main),
  warn: edge(theme.colors.warning.main),
  bad: edge(theme.colors.error.main),
});
