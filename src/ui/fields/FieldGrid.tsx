import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

/** Fields side by side as far as there is room. */
export function FieldGrid({ min = 200, children }: { readonly min?: number; readonly children: ReactNode }) {
  const styles = useStyles2(getStyles, min);
  return <div className={styles}>{children}</div>;
}

const getStyles = (theme: GrafanaTheme2, min: number) =>
  css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(min(${min}px, 100%), 1fr))`,
    gap: theme.spacing(2),
    alignItems: 'start',
  });
