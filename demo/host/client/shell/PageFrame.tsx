import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2, NavModelItem } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { Tab, TabsBar, useStyles2 } from '@grafana/ui';

export interface PageFrameProps {
  title: string;
  img?: string;
  subTitle?: ReactNode;
  renderTitle?: (title: string) => ReactNode;
  actions?: ReactNode;
  info?: PluginPageProps['info'];
  tabs?: NavModelItem[];
  children: ReactNode;
}

/** A page with Grafana's kind of head: title, actions at the right, what it is about below, then tabs. */
export function PageFrame({ title, img, subTitle, renderTitle, actions, info, tabs = [], children }: PageFrameProps) {
  const styles = useStyles2(getStyles);
  const shownTabs = tabs.filter((tab) => !tab.hideFromTabs);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.title}>
          {img && <img src={img} alt="" className={styles.logo} />}
          {renderTitle ? renderTitle(title) : <h1 className={styles.heading}>{title}</h1>}
        </div>
        {info?.map(({ label, value }) => (
          <div key={label}>
            <div className={styles.label}>{label}</div>
            {value}
          </div>
        ))}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {subTitle && <div className={styles.subTitle}>{subTitle}</div>}
      {shownTabs.length > 0 && (
        <TabsBar className={styles.tabs}>
          {shownTabs.map((tab) => (
            <Tab
              key={tab.url ?? tab.text}
              label={tab.text}
              href={tab.url}
              icon={tab.icon}
              active={tab.active}
              counter={tab.tabCounter}
              onChangeTab={tab.onClick}
            />
          ))}
        </TabsBar>
      )}
      <div className={styles.body}>{children}</div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    flex: 1,
    minWidth: 0,
    padding: theme.spacing(2),
    background: theme.colors.background.primary,
    [theme.breakpoints.up('md')]: { padding: theme.spacing(4) },
  }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 3),
    marginBottom: theme.spacing(1),
  }),
  title: css({ display: 'flex', alignItems: 'center', flex: 1, minWidth: 0 }),
  logo: css({ width: 32, height: 32, marginRight: theme.spacing(2) }),
  heading: css({ margin: 0, overflow: 'hidden', textOverflow: 'ellipsis' }),
  label: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  actions: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  subTitle: css({ color: theme.colors.text.secondary, marginBottom: theme.spacing(2) }),
  tabs: css({ marginBottom: theme.spacing(2) }),
  body: css({ flexGrow: 1, minWidth: 0 }),
});
