import { memo, useState } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { EvidenceButton } from '../../components/EvidenceButton';
import { HeadroomCell } from './cells/HeadroomCell';
import { InstancesCell } from './cells/InstancesCell';
import { RequiredCell } from './cells/RequiredCell';
import { ServiceCell } from './cells/ServiceCell';
import { SpareCell } from './cells/SpareCell';
import { StatusCell } from './cells/StatusCell';
import { TierCell } from './cells/TierCell';
import type { CellProps } from './FleetColumn';
import { fleetColumns } from './fleetColumns';
import { ServiceDetails } from './ServiceDetails';
import { serviceTopic } from './serviceTopic';

const ON_CARD = new Set(['status', 'service', 'tier', 'headroom', 'instances', 'required', 'spare']);
const DETAILS = fleetColumns.filter((column) => !ON_CARD.has(column.id));

/** One service on a narrow screen: the verdict and the numbers behind it; the rest on demand. */
export const ServiceCard = memo(function ServiceCard({ service, page }: CellProps) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  const { name } = service.facts.service;
  const { severity } = service.judgement.status;
  const cell = { service, page };
  return (
    <li
      className={cx(styles.card, severity === 'critical' && styles.critical, severity === 'warning' && styles.warning)}
    >
      <div className={styles.head}>
        <div className={styles.name}>
          <ServiceCell {...cell} />
        </div>
        <TierCell {...cell} />
        <StatusCell {...cell} />
      </div>
      <HeadroomCell {...cell} />
      <div className={styles.foot}>
        <dl className={styles.numbers}>
          <div>
            <dt>Spare</dt>
            <dd>
              <SpareCell {...cell} />
            </dd>
          </div>
          <div>
            <dt>Instances</dt>
            <dd>
              <InstancesCell {...cell} />
            </dd>
          </div>
          <div>
            <dt>Required</dt>
            <dd>
              <RequiredCell {...cell} />
            </dd>
          </div>
        </dl>
        <div className={styles.actions}>
          <EvidenceButton topic={() => serviceTopic(service)} label={`Evidence of all figures of ${name}`} />
          <Button
            size="sm"
            fill="text"
            variant="secondary"
            icon={open ? 'angle-up' : 'angle-down'}
            aria-expanded={open}
            aria-label={`${open ? 'Less' : 'More'} of ${name}`}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Less' : 'More'}
          </Button>
        </div>
      </div>
      {open && <ServiceDetails service={service} columns={DETAILS} page={page} />}
    </li>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    borderLeft: '3px solid transparent',
  }),
  critical: css({ borderLeftColor: theme.colors.error.main }),
  warning: css({ borderLeftColor: theme.colors.warning.main }),
  head: css({ display: 'flex', alignItems: 'flex-start', gap: theme.spacing(1) }),
  name: css({ flex: 1, minWidth: 0 }),
  foot: css({ display: 'flex', alignItems: 'flex-start', gap: theme.spacing(1) }),
  numbers: css({
    display: 'flex',
    gap: theme.spacing(2),
    margin: 0,
    '& dt': { fontWeight: 'normal', fontSize: theme.typography.bodySmall.fontSize, color: theme.colors.text.secondary },
    '& dd': { margin: 0 },
  }),
  actions: css({ display: 'flex', alignItems: 'center', marginLeft: 'auto' }),
});
