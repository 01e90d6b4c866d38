import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { Link } from 'react-router-dom';

/** The way back to all services. */
export function FleetLink({ children }: { readonly children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <Link to="../fleet" className={styles.link}>
      <Icon name="arrow-left" aria-hidden="true" /> {children}
    </Link>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  link: css({
    color: theme.colors.text.link,
    marginRight: theme.spacing(1),
    whiteSpace: 'nowrap',
    '&:hover': { textDecoration: 'underline' },
  }),
});
