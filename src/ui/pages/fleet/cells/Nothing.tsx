import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { visuallyHidden } from '../../../components/visuallyHidden';

/** A dash where a cell has nothing to say, with the reason for those who ask. */
export function Nothing({ why }: { readonly why: string }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.dash} title={why}>
      <span aria-hidden="true">–</span>
      <span className={styles.hidden}>{why}</span>
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  dash: css({ color: theme.colors.text.secondary }),
  hidden: css(visuallyHidden),
});
