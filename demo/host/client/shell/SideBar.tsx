import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, NavModelItem } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom-v5-compat';
import { BANNER_HEIGHT, SIDE_BAR_WIDTH, TOP_BAR_HEIGHT } from './layout';
import { placeOf, sections } from './navigation';

function NavLink({ item, isActive, isChild }: { item: NavModelItem; isActive: boolean; isChild?: boolean }) {
  const styles = useStyles2(getStyles);
  return (
    <a
      href={item.url}
      aria-current={isActive ? 'page' : undefined}
      className={cx(styles.link, isChild && styles.child, isActive && styles.active)}
    >
      {item.img && <img src={item.img} alt="" width={16} height={16} />}
      {item.text}
    </a>
  );
}

/** The app and its pages: the only things there are to navigate to. */
export function SideBar({ isOpen }: { isOpen: boolean }) {
  const styles = useStyles2(getStyles);
  const { page } = placeOf(useLocation().pathname);
  return (
    <nav aria-label="Navigation" className={cx(styles.bar, isOpen ? styles.open : styles.closed)}>
      {sections.map((section) => (
        <div key={section.id}>
          <NavLink item={section} isActive={page === section} />
          {section.children?.map((child) => (
            <NavLink key={child.id} item={child} isActive={page === child} isChild />
          ))}
        </div>
      ))}
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    position: 'fixed',
    top: BANNER_HEIGHT + TOP_BAR_HEIGHT,
    bottom: 0,
    left: 0,
    width: SIDE_BAR_WIDTH,
    zIndex: theme.zIndex.navbarFixed,
    overflowY: 'auto',
    padding: theme.spacing(1),
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
    [theme.breakpoints.down('lg')]: { boxShadow: theme.shadows.z3 },
  }),
  open: css({}),
  closed: css({ display: 'none' }),
  link: css({
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    '&:hover': { background: theme.colors.action.hover, color: theme.colors.text.primary },
  }),
  child: css({ paddingLeft: theme.spacing(4) }),
  active: css({
    background: theme.colors.action.selected,
    color: theme.colors.text.primary,
    '&::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: theme.spacing(0.5),
      bottom: theme.spacing(0.5),
      width: 4,
      borderRadius: theme.shape.radius.default,
      backgroundImage: theme.colors.gradients.brandVertical,
    },
  }),
});
