import { css, cx } from '@emotion/css';
import { type ReactNode, useEffect, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom-v5-compat';
import { Banner } from './Banner';
import { CommandPalette } from './CommandPalette';
import { BANNER_HEIGHT, SIDE_BAR_WIDTH, TOP_BAR_HEIGHT } from './layout';
import { SideBar } from './SideBar';
import { Toasts } from './Toasts';
import { TopBar } from './TopBar';

export function Shell({ children }: { children: ReactNode }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { pathname } = useLocation();
  const [isWide, setWide] = useState(() => window.innerWidth >= theme.breakpoints.values.lg);
  const [isOpenBeside, setOpenBeside] = useState(true);
  // On a narrow screen the menu lies over the page it was opened on: going somewhere else closes it.
  const [openOver, setOpenOver] = useState<string>();
  const isMenuOpen = isWide ? isOpenBeside : openOver === pathname;
  const toggleMenu = () => (isWide ? setOpenBeside(!isMenuOpen) : setOpenOver(isMenuOpen ? undefined : pathname));

  useEffect(() => {
    const wide = window.matchMedia(`(min-width: ${theme.breakpoints.values.lg}px)`);
    const follow = () => setWide(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, [theme]);

  return (
    <>
      <Banner />
      <TopBar isMenuOpen={isMenuOpen} onToggleMenu={toggleMenu} />
      <SideBar isOpen={isMenuOpen} />
      <main className={cx(styles.main, isMenuOpen && isWide && styles.besideMenu)} id="pageContent">
        {children}
      </main>
      <CommandPalette />
      <Toasts />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  main: css({
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    paddingTop: BANNER_HEIGHT + TOP_BAR_HEIGHT,
    background: theme.colors.background.canvas,
    color: theme.colors.text.primary,
    minWidth: 0,
  }),
  besideMenu: css({ paddingLeft: SIDE_BAR_WIDTH }),
});
