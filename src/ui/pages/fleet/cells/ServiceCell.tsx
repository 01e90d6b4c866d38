import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Link } from 'react-router-dom';
import type { CellProps } from '../FleetColumn';
import { serviceLink } from '../serviceLink';

/** Name, with its scope dimmed; cut when long, whole on hover. */
export function ServiceCell({ service: { facts } }: CellProps) {
  const styles = useStyles2(getStyles);
  const { name, scope, key } = facts.service;
  return (
    <div className={styles.box} title={scope ? `${scope}/${name}` : name}>
      <Link to={serviceLink(key)} className={styles.name}>
        {name || '(no name)'}
      </Link>
      {scope && <div className={styles.scope}>{scope}</div>}
    </div>
  );
}

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ minWidth: 0 }),
  name: css({
    ...oneLine,
    display: 'block',
    color: theme.colors.text.link,
    fontWeight: theme.typography.fontWeightMedium,
    '&:hover': { textDecoration: 'underline' },
  }),
  scope: css({ ...oneLine, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
