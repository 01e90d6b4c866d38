import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { BANNER_HEIGHT } from './layout';

/** Always on screen: nobody may take this for Grafana. */
export function Banner() {
  const styles = useStyles2(getStyles);
  const version = config.buildInfo.version.replace('-stand-in', '');
  return (
    <aside aria-label="What this page is" className={styles.banner} data-testid="stand-in-banner">
      <strong className={styles.name}>Stand-in host, not Grafana</strong>
      <span className={styles.detail}>
        the real plugin build on the @grafana {version} packages; everything around it is imitated
      </span>
    </aside>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  banner: css({
    position: 'fixed',
    inset: '0 0 auto 0',
    height: BANNER_HEIGHT,
    zIndex: theme.zIndex.navbarFixed + 1,
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 1),
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    background: `linear-gradient(${theme.colors.warning.transparent}, ${theme.colors.warning.transparent}), ${theme.colors.background.primary}`,
    borderBottom: `1px solid ${theme.colors.warning.border}`,
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  name: css({ fontWeight: theme.typography.fontWeightMedium }),
  detail: css({ overflow: 'hidden', textOverflow: 'ellipsis', [theme.breakpoints.down('md')]: { display: 'none' } }),
});
