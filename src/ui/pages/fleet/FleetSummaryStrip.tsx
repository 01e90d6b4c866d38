import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { FleetSummary } from '../../../domain/capacity/fleetSummary';
import { useEvidence } from '../../components/EvidenceContext';
import { SummaryTile } from '../../components/SummaryTile';
import { formatMoney } from '../../format/formatMoney';
import { formatShare } from '../../format/formatShare';
import { OldestLimitTile } from './OldestLimitTile';
import { shortCount } from './shortCount';
import { ShortTile } from './ShortTile';
import type { ChangeFleetQuery } from './useFleetQuery';

interface Props {
  readonly summary: FleetSummary;
  readonly growthPercent: number;
  readonly currency: string;
  readonly now: number;
  readonly onChange: ChangeFleetQuery;
}

/** The fleet in five answers: who is short, what to add, what to give back, how old the oldest limit is, what nobody knows. */
export function FleetSummaryStrip({ summary, growthPercent, currency, now, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { byStatus, judgedShare, coverage } = summary;
  const { reading } = useEvidence();
  return (
    <section className={styles.around} aria-label="Summary of the fleet">
      <div className={styles.strip}>
        <ShortTile summary={summary} growthPercent={growthPercent} onChange={onChange} />
        <SummaryTile
          label="Instances to add"
          tone={summary.instancesToAdd > 0 ? 'warning' : 'neutral'}
          detail={
            summary.instancesToAdd > 0
              ? `over ${count(shortCount(summary), 'short service')}`
              : nobody(summary, 'is short')
          }
        >
          {summary.instancesToAdd > 0 ? `+${summary.instancesToAdd}` : noneOrUnknown(summary, reading)}
        </SummaryTile>
        <SummaryTile
          label="Instances to give back"
          tone={summary.instancesToGiveBack > 0 ? 'information' : 'neutral'}
          detail={givesBack(summary, currency)}
        >
          {summary.instancesToGiveBack > 0 ? summary.instancesToGiveBack : noneOrUnknown(summary, reading)}
        </SummaryTile>
        <OldestLimitTile summary={summary} now={now} />
        <SummaryTile
          label="Services with a verdict"
          tone={byStatus.unknown + byStatus.stale > 0 && !reading ? 'warning' : 'neutral'}
          detail={
            <>
              <div>
                {[byStatus.unknown > 0 && `${byStatus.unknown} unknown`, byStatus.stale > 0 && `${byStatus.stale} stale`]
                  .filter(Boolean)
                  .join(', ') || 'none unknown'}
              </div>
              <div title="Samples present of those expected in the history of each service’s peak: the mean over services">
                history covered: {coveredWords(coverage, reading)}
              </div>
            </>
          }
        >
          {judgedShare === null ? 'unknown' : formatShare(judgedShare)}
          <span className={styles.of}>of {summary.services}</span>
        </SummaryTile>
      </div>
    </section>
  );
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Where some have no verdict, nobody speaks for them. */
const among = ({ byStatus }: FleetSummary): string => (byStatus.unknown + byStatus.stale > 0 ? 'with a verdict ' : '');

const nobody = (summary: FleetSummary, what: string): string =>
  summary.judgedShare ? `nobody ${among(summary)}${what}` : 'no service has a verdict yet';

/** Nothing to add is good news only where somebody was judged. */
function noneOrUnknown({ judgedShare }: FleetSummary, reading: boolean): string {
  if (judgedShare) {
    return '0';
  }
  return reading ? '…' : 'unknown';
}

/** What is there of the part that was read says nothing of the whole. */
function coveredWords(coverage: number | null, reading: boolean): string {
  if (reading) {
    return 'being read';
  }
  return coverage === null ? 'unknown' : formatShare(coverage);
}

function givesBack(summary: FleetSummary, currency: string): string {
  const { givesBackPerMonth, givesBackUnpriced, instancesToGiveBack } = summary;
  if (instancesToGiveBack === 0) {
    return nobody(summary, 'has too many');
  }
  if (givesBackPerMonth === null) {
    return 'no price per instance is set';
  }
  const rest = givesBackUnpriced > 0 ? `, ${givesBackUnpriced} more without a price` : '';
  return `${formatMoney(givesBackPerMonth, currency)} a month${rest}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  around: css({ containerType: 'inline-size' }),
  // Five in a row, three over two, or one over two over two: never one left over.
  strip: css({
    display: 'grid',
    gridTemplateColumns: '1.25fr repeat(4, 1fr)',
    gap: theme.spacing(1),
    '@container (max-width: 799px)': {
      gridTemplateColumns: 'repeat(6, 1fr)',
      '& > *': { gridColumn: 'span 2' },
      '& > :nth-of-type(n + 4)': { gridColumn: 'span 3' },
    },
    '@container (max-width: 519px)': {
      gridTemplateColumns: 'repeat(2, 1fr)',
      '& > *, & > :nth-of-type(n + 4)': { gridColumn: 'auto' },
      '& > :first-of-type': { gridColumn: 'span 2' },
    },
  }),
  of: css({ fontSize: theme.typography.bodySmall.fontSize, color: theme.colors.text.secondary }),
});
