import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Tier } from '../../domain/catalogue/Tier';

interface Props {
  readonly tier: Tier;
  /** Where the tier comes from, said on hover. */
  readonly from?: 'exception' | 'label' | 'rule' | 'default';
}

const FROM = {
  exception: 'set for this service in the catalogue',
  label: 'from a label of the metrics',
  rule: 'from a catalogue rule',
  default: 'the default tier: no rule or label says otherwise',
};

/** Tier; the more it matters, the heavier it is drawn. */
export function TierBadge({ tier, from }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <span className={cx(styles.tier, styles[tier])} title={from && `${tier}, ${FROM[from]}`}>
      {tier}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tier: css({
    display: 'inline-block',
    padding: theme.spacing(0, 0.75),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: 1.5,
    color: theme.colors.text.secondary,
  }),
  P0: css({
    borderColor: theme.colors.text.primary,
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightBold,
  }),
  P1: css({ color: theme.colors.text.primary }),
  P2: css({}),
});
