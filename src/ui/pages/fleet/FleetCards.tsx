import { Fragment } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { EvidenceOf } from '../../components/EvidenceOf';
import type { CellSurroundings } from './FleetColumn';
import type { FleetGroup } from './FleetGroup';
import { ServiceCard } from './ServiceCard';

interface Props {
  readonly groups: readonly FleetGroup[];
  readonly page: CellSurroundings;
}

/** The fleet where a table has no room: one card a service. */
export function FleetCards({ groups, page }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {groups.map((group) => (
        <Fragment key={group.owner ?? ''}>
          {group.owner !== null && (
            <h3 className={styles.owner}>
              {group.owner || 'No owner'}
              <span className={styles.counts}>
                {' '}
                {group.total} in all, {group.short} short
              </span>
            </h3>
          )}
          <ul className={styles.list} aria-label={group.owner ? `Services of ${group.owner}` : 'Services'}>
            {group.services.map((service) => (
              <EvidenceOf key={service.facts.service.key} service={service.facts.service}>
                <ServiceCard service={service} page={page} />
              </EvidenceOf>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  owner: css({ fontSize: theme.typography.h5.fontSize, margin: theme.spacing(1, 0), overflowWrap: 'anywhere' }),
  counts: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  }),
});
