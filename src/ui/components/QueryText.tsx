import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { CopyButton } from './CopyButton';

interface Props {
  readonly expr: string;
  /** Further buttons beside the copy button. */
  readonly children?: ReactNode;
}

/** PromQL as asked, with a copy button. */
export function QueryText({ expr, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.box}>
      <pre className={styles.text}>{expr}</pre>
      <div className={styles.buttons}>
        <CopyButton text={expr} what="query" />
        {children}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    maxWidth: '100%',
  }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  text: css({
    boxSizing: 'border-box',
    margin: 0,
    padding: theme.spacing(1),
    maxWidth: '100%',
    width: '100%',
    maxHeight: 180,
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    background: theme.colors.background.canvas,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
