import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Input, useStyles2 } from '@grafana/ui';
import type { FleetSummary } from '../../../domain/capacity/fleetSummary';
import { TIERS } from '../../../domain/catalogue/Tier';
import { statusText } from '../../components/StatusBadge';
import { FilterToggle } from './FilterToggle';
import type { FleetQuery } from './FleetQuery';
import type { JudgedService } from './JudgedService';
import { OwnerFilter } from './OwnerFilter';
import { STATUS_KINDS } from './STATUS_KINDS';
import { toggled } from './toggled';
import type { ChangeFleetQuery } from './useFleetQuery';

interface Props {
  readonly query: FleetQuery;
  readonly onChange: ChangeFleetQuery;
  readonly services: readonly JudgedService[];
  readonly summary: FleetSummary;
  /** At the far end: downloads. */
  readonly children: ReactNode;
}

/** Search and filters. Statuses nobody has are left out, unless they are asked for. */
export function FleetToolbar({ query, onChange, services, summary, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div role="search" className={styles.bar} aria-label="Filter services">
      <div className={styles.search}>
        <Input
          prefix={<Icon name="search" />}
          placeholder="Search service, scope, owner"
          aria-label="Search service, scope or owner"
          value={query.search}
          onChange={(event) => onChange({ search: event.currentTarget.value })}
        />
      </div>
      <div className={styles.group} role="group" aria-label="Tier">
        {TIERS.map((tier) => (
          <FilterToggle
            key={tier}
            label={tier}
            count={null}
            pressed={query.tiers.includes(tier)}
            onToggle={() => onChange({ tiers: toggled(query.tiers, tier) })}
          />
        ))}
      </div>
      <div className={styles.group} role="group" aria-label="Status">
        {STATUS_KINDS.filter((kind) => summary.byStatus[kind] > 0 || query.statuses.includes(kind)).map((kind) => (
          <FilterToggle
            key={kind}
            label={statusText(kind)}
            count={summary.byStatus[kind]}
            pressed={query.statuses.includes(kind)}
            onToggle={() => onChange({ statuses: toggled(query.statuses, kind) })}
          />
        ))}
      </div>
      <OwnerFilter services={services} selected={query.owners} onChange={(owners) => onChange({ owners })} />
      <FilterToggle
        label="Group by owner"
        count={null}
        pressed={query.byOwner}
        onToggle={() => onChange({ byOwner: !query.byOwner })}
      />
      <div className={styles.end}>{children}</div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  search: css({ flex: '1 1 220px', maxWidth: 360 }),
  group: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) }),
  end: css({ marginLeft: 'auto' }),
});
