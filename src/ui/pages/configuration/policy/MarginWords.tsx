import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { TierPolicy } from '../../../../domain/catalogue/TierPolicy';
import { policyMargins } from './policyMargins';

interface Props {
  readonly policy: TierPolicy;
  readonly zones: number;
}

/** The product of a tier's margins: what the measured limits of all instances must come to. */
export function MarginWords({ policy, zones }: Props) {
  const styles = useStyles2(getStyles);
  const { total, lines } = policyMargins(policy, zones);
  return (
    <div className={styles.box}>
      <div className={styles.number}>
        {total.toFixed(2)} ×{' '}
        <span className={styles.unit}>{policy.peakBasis === 'ath' ? 'the all-time high' : 'the peak'}</span>
      </div>
      {lines.map((line) => (
        <div key={line} className={styles.dim}>
          {line}
        </div>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.primary,
    borderRadius: theme.shape.radius.default,
  }),
  number: css({ fontSize: theme.typography.h3.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  unit: css({ fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightRegular }),
  dim: css({ fontSize: theme.typography.bodySmall.fontSize, color: theme.colors.text.secondary }),
});
