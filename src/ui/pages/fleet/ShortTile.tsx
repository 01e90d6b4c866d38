import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { FleetSummary } from '../../../domain/capacity/fleetSummary';
import { TIERS } from '../../../domain/catalogue/Tier';
import { useEvidence } from '../../components/EvidenceContext';
import { SummaryTile, type TileTone } from '../../components/SummaryTile';
import { TierBadge } from '../../components/TierBadge';
import { formatGrowth } from '../../format/formatGrowth';
import { shortCount } from './shortCount';
import type { ChangeFleetQuery } from './useFleetQuery';

interface Props {
  readonly summary: FleetSummary;
  readonly growthPercent: number;
  readonly onChange: ChangeFleetQuery;
}

/** The first question: how many will not hold, by tier. A number leads to its tier, where they stand first (a stale one can be short too). */
export function ShortTile({ summary, growthPercent, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { shortByTier, byStatus } = summary;
  const short = shortCount(summary);
  const { reading } = useEvidence();
  const label = growthPercent > 0 ? `Short at ${formatGrowth(growthPercent / 100)}` : 'Short at the next peak';
  const unsure = byStatus.unknown + byStatus.stale;
  return (
    <SummaryTile label={label} tone={toneOf(summary)} detail={detailOf(short, unsure, summary.services)}>
      {unsure === summary.services && short === 0 ? (
        <span className={styles.none}>{reading ? '…' : 'unknown'}</span>
      ) : (
        TIERS.map((tier) => (
          <span key={tier} className={styles.tier}>
            <TierBadge tier={tier} />
            {shortByTier[tier] === 0 ? (
              <span className={styles.none}>0</span>
            ) : (
              <button
                type="button"
                className={styles.number}
                aria-label={`${shortByTier[tier]} short: show ${tier}, worst first`}
                onClick={() => onChange({ tiers: [tier], statuses: [], sort: null })}
              >
                {shortByTier[tier]}
              </button>
            )}
          </span>
        ))
      )}
    </SummaryTile>
  );
}

function toneOf(summary: FleetSummary): TileTone {
  const { shortByTier, byStatus } = summary;
  if (shortByTier.P0 > 0) {
    return 'critical';
  }
  if (shortCount(summary) > 0) {
    return 'warning';
  }
  return byStatus.unknown + byStatus.stale > 0 ? 'neutral' : 'good';
}

function detailOf(short: number, unsure: number, all: number): string {
  if (short > 0) {
    return `of ${all} services`;
  }
  if (unsure === all) {
    return 'no service has a verdict yet';
  }
  return unsure > 0 ? `none of those that could be judged` : `all ${all} services hold`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  tier: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  none: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  number: css({
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    color: theme.colors.error.text,
    fontWeight: theme.typography.fontWeightBold,
    textDecoration: 'underline dotted',
    textUnderlineOffset: 4,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
  }),
});
