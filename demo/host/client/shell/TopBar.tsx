import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Icon, IconButton, useStyles2, useTheme2 } from '@grafana/ui';
import { Breadcrumbs } from './Breadcrumbs';
import { useSwitchTheme } from './HostThemeProvider';
import { BANNER_HEIGHT, TOP_BAR_HEIGHT } from './layout';

export function TopBar({ onToggleMenu, isMenuOpen }: { onToggleMenu: () => void; isMenuOpen: boolean }) {
  const styles = useStyles2(getStyles);
  const { isLight } = useTheme2();
  const switchTheme = useSwitchTheme();
  const { orgRole, login, orgName } = config.bootData.user;
  return (
    <header className={styles.bar}>
      <IconButton
        name="bars"
        size="lg"
        aria-label={isMenuOpen ? 'Close menu' : 'Open menu'}
        aria-expanded={isMenuOpen}
        onClick={onToggleMenu}
      />
      <Breadcrumbs />
      <span className={styles.org}>{orgName}</span>
      <span className={styles.user} title={`Role: ${orgRole}`}>
        <Icon name="user" /> {login === '' ? 'anonymous Viewer' : login}
      </span>
      <IconButton
        name="palette"
        size="lg"
        aria-label={isLight ? 'Switch to dark theme' : 'Switch to light theme'}
        onClick={switchTheme}
      />
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    position: 'fixed',
    top: BANNER_HEIGHT,
    left: 0,
    right: 0,
    height: TOP_BAR_HEIGHT,
    zIndex: theme.zIndex.navbarFixed,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 2),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  user: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), whiteSpace: 'nowrap' }),
  org: css({
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    [theme.breakpoints.down('md')]: { display: 'none' },
  }),
});
