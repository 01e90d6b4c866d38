import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** The dim second line of a cell. */
export function SubLine({ children, title }: { readonly children: ReactNode; readonly title?: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.line} title={title}>
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
  }),
});
