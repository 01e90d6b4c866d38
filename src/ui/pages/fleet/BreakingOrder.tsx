import { useState } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { Link } from 'react-router-dom';
import { TierBadge } from '../../components/TierBadge';
import { formatGrowth } from '../../format/formatGrowth';
import type { BreakingList } from './breakingList';
import { MAX_GROWTH_PERCENT } from './FleetQuery';
import { serviceLink } from './serviceLink';

const SHOWN = 10;
const MORE = 50;
/** More than this that break without any growth are only counted, so that the slider's own answer is in sight. */
const ALREADY = 5;

interface Props {
  readonly list: BreakingList;
  /** Where the slider stands, 0.2 = +20 %. */
  readonly growth: number;
}

/** Services by the growth up to which they hold; those whose bar ends before the mark have broken. */
export function BreakingOrder({ list, growth }: Props) {
  const styles = useStyles2(getStyles);
  const [shown, setShown] = useState(SHOWN);
  const [unfolded, setUnfolded] = useState(false);
  const already = list.breaking.filter((b) => b.breaksAbove < 0).length;
  const folded = unfolded || already <= ALREADY ? 0 : already;
  const rest = list.breaking.length - folded - shown;
  return (
    <div className={styles.box}>
      {folded > 0 && (
        <div className={styles.foot}>
          <span>{folded} break at their peak as it is.</span>
          <Button size="sm" variant="secondary" fill="text" onClick={() => setUnfolded(true)}>
            Show them first
          </Button>
        </div>
      )}
      <ol className={styles.list} aria-label="Services in the order in which they break">
        {list.breaking.slice(folded, folded + shown).map(({ service, tier, breaksAbove }) => {
          const broken = breaksAbove < 0 || breaksAbove < growth;
          return (
            <li key={service.key} className={styles.item}>
              <TierBadge tier={tier} />
              <Link
                to={serviceLink(service.key)}
                className={styles.name}
                title={service.scope ? `${service.scope}/${service.name}` : service.name}
              >
                {service.name}
              </Link>
              <div className={styles.track} aria-hidden="true">
                <div className={cx(styles.room, broken && styles.broken)} style={{ width: `${place(breaksAbove)}%` }} />
                <div className={styles.slider} style={{ left: `${place(growth)}%` }} />
              </div>
              <span className={cx(styles.when, broken && styles.whenBroken)}>
                {breaksAbove < 0
                  ? 'breaks already'
                  : `${broken ? 'breaks at' : 'holds to'} ${formatGrowth(breaksAbove)}`}
              </span>
            </li>
          );
        })}
      </ol>
      <div className={styles.foot}>
        {rest > 0 && (
          <Button size="sm" variant="secondary" fill="text" onClick={() => setShown(shown + MORE)}>
            Show {Math.min(rest, MORE)} more of {rest}
          </Button>
        )}
        {list.unknown > 0 && <span>{list.unknown} unknown: their limit, peak or instances are not known.</span>}
        <span>
          Breaking: no longer carried with the reserve and redundancy of the tier. “Short” also asks for room for the
          event the tier plans for.
        </span>
      </div>
    </div>
  );
}

const place = (growth: number): number =>
  (Math.min(MAX_GROWTH_PERCENT / 100, Math.max(0, growth)) / (MAX_GROWTH_PERCENT / 100)) * 100;

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  item: css({
    display: 'grid',
    gridTemplateColumns: 'auto minmax(80px, 1fr) minmax(60px, 4fr) 14ch',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.25, 0),
  }),
  name: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: theme.colors.text.link }),
  track: css({
    position: 'relative',
    height: 8,
    background: theme.colors.action.hover,
    borderRadius: theme.shape.radius.default,
  }),
  room: css({
    position: 'absolute',
    top: 0,
    bottom: 0,
    left: 0,
    minWidth: 3,
    background: theme.colors.success.main,
    borderRadius: theme.shape.radius.default,
  }),
  broken: css({ background: theme.colors.error.main }),
  slider: css({
    position: 'absolute',
    top: -4,
    bottom: -4,
    width: 2,
    marginLeft: -1,
    background: theme.colors.text.primary,
  }),
  when: css({
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: theme.colors.text.secondary,
  }),
  whenBroken: css({ color: theme.colors.error.text, fontWeight: theme.typography.fontWeightMedium }),
  foot: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    color: theme.colors.text.secondary,
  }),
});
