import type { KeyboardEvent, ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tab, TabsBar, useStyles2 } from '@grafana/ui';
import { sidewaysScroll } from '../../components/sidewaysScroll';
import { CONFIGURATION_TABS, type ConfigurationTab } from './configurationTabs';

interface Props {
  readonly active: ConfigurationTab;
  readonly onShow: (tab: ConfigurationTab) => void;
  readonly children: ReactNode;
}

/** Sections as tabs. Arrow keys walk along the bar, as screen reader users expect of a tab list. */
export function SectionTabs({ active, onShow, children }: Props) {
  const styles = useStyles2(getStyles);
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by !== undefined) {
      const at = CONFIGURATION_TABS.findIndex(({ id }) => id === active);
      const next = CONFIGURATION_TABS[(at + by + CONFIGURATION_TABS.length) % CONFIGURATION_TABS.length];
      if (next) {
        onShow(next.id);
        document.getElementById(tabId(next.id))?.focus();
      }
    }
  };
  return (
    <div>
      <TabsBar className={styles.bar}>
        {CONFIGURATION_TABS.map(({ id, label }) => (
          <Tab
            key={id}
            id={tabId(id)}
            label={label}
            active={id === active}
            aria-controls="headroom-configuration-panel"
            onChangeTab={() => onShow(id)}
            onKeyDown={walk}
          />
        ))}
      </TabsBar>
      <div id="headroom-configuration-panel" role="tabpanel" aria-labelledby={tabId(active)} className={styles.panel}>
        {children}
      </div>
    </div>
  );
}

const tabId = (tab: ConfigurationTab) => `headroom-tab-${tab}`;

const getStyles = (theme: GrafanaTheme2) => ({
  // More tabs than fit: a shadow says that there are more.
  bar: css(sidewaysScroll(theme, theme.colors.background.primary)),
  // Tall enough that a message that comes or goes does not move the bar with Save under somebody's pointer.
  panel: css({ paddingTop: theme.spacing(2), minWidth: 0, minHeight: '70vh' }),
});
