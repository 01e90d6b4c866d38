import { css } from '@emotion/css';
import type { GrafanaTheme2, NavModelItem } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Icon, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom-v5-compat';
import { placeOf } from './navigation';
import { useShownPageNav } from './PageNavContext';

interface Crumb {
  text: string;
  href: string | undefined;
}

const chainOf = (item: NavModelItem | undefined): NavModelItem[] => (item ? [...chainOf(item.parentItem), item] : []);

export function Breadcrumbs() {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const pageNav = useShownPageNav();
  const { section, page } = placeOf(pathname);
  const items = [section, page === section ? undefined : page, ...chainOf(pageNav)].filter(
    (item) => item !== undefined
  );
  const crumbs: Crumb[] = [
    { text: 'Home', href: `${config.appSubUrl}/` },
    ...items
      .filter((item) => !item.hideFromBreadcrumbs && item.text !== '')
      .filter((item, index, all) => all[index - 1]?.text !== item.text)
      .map(({ text, url }) => ({ text, href: url })),
  ];
  return (
    <nav aria-label="Breadcrumbs" className={styles.nav}>
      <ol className={styles.list}>
        {crumbs.map(({ text, href }, index) => {
          const isLast = index === crumbs.length - 1;
          return (
            <li key={`${index} ${text}`} className={styles.item}>
              {isLast || !href ? (
                <span aria-current={isLast ? 'page' : undefined}>{text}</span>
              ) : (
                <a className={styles.link} href={href}>
                  {text}
                </a>
              )}
              {!isLast && <Icon name="angle-right" aria-hidden />}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  nav: css({ minWidth: 0, flex: 1 }),
  list: css({ display: 'flex', alignItems: 'center', listStyle: 'none', margin: 0, minWidth: 0 }),
  item: css({
    display: 'flex',
    alignItems: 'center',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    '&:last-child': { minWidth: 0, flexShrink: 1 },
    [theme.breakpoints.down('sm')]: { '&:not(:nth-last-child(-n+2))': { display: 'none' } },
  }),
  link: css({
    color: theme.colors.text.secondary,
    padding: theme.spacing(0, 0.5),
    '&:hover': { color: theme.colors.text.primary, textDecoration: 'underline' },
  }),
});
