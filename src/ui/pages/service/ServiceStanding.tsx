import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Status } from '../../../domain/capacity/Judgement';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { StatusBadge } from '../../components/StatusBadge';
import { TierBadge } from '../../components/TierBadge';
import { FleetLink } from './FleetLink';

interface Props {
  readonly facts: ServiceFacts;
  readonly status: Status;
}

/** Verdict with every reason, tier and owner: what a person on call needs first. */
export function ServiceStanding({ facts, status }: Props) {
  const styles = useStyles2(getStyles);
  const [first, ...others] = status.reasons;
  return (
    <div className={styles.box}>
      <div className={styles.row}>
        <FleetLink>Fleet</FleetLink>
        <StatusBadge status={status} />
        <TierBadge tier={facts.tier} from={facts.tierFrom} />
        <span className={styles.dim}>{facts.owner === null ? 'owner not stated' : `owned by ${facts.owner}`}</span>
      </div>
      {first !== undefined && <strong className={styles.first}>{first}</strong>}
      {others.length > 0 && (
        <ul className={styles.reasons} aria-label="Further reasons">
          {others.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  dim: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  // Reasons are written to stand in a list.
  first: css({ display: 'block', '&::first-letter': { textTransform: 'uppercase' }, fontWeight: theme.typography.fontWeightMedium, overflowWrap: 'anywhere' }),
  reasons: css({ margin: 0, paddingLeft: theme.spacing(2.5), color: theme.colors.text.secondary }),
});
