import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { DataLinksContextMenu, Icon, Tooltip, useStyles2, useTheme2 } from '@grafana/ui';
import { formatGrowth } from '../../ui/format/formatGrowth';
import { barSentence } from './barSentence';
import { BarTooltip } from './BarTooltip';
import { BarTrack } from './BarTrack';
import type { Place } from './barScale';
import type { HeadroomBar } from './HeadroomBar';
import { linksOf } from './linksOf';
import { statusLook } from './statusLook';

interface Props {
  readonly bar: HeadroomBar;
  readonly unit: string;
  readonly placeOf: (bar: HeadroomBar, value: number) => Place;
  /** Name above the bar instead of beside it. */
  readonly stacked: boolean;
  readonly barHeight: number;
}

/** One service: name, bar and headroom; the whole row leads to the service, and says everything on hover and focus. */
export function BarRow({ bar, unit, placeOf, stacked, barHeight }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const links = linksOf(bar);
  const look = statusLook(bar.status);
  const sentence = barSentence(bar, unit);
  const content = (
    <>
      <span className={styles.name}>
        <Icon name={look.icon} size="sm" aria-hidden="true" style={{ color: look.colour(theme) }} />
        <span className={styles.text}>{bar.service}</span>
      </span>
      <span className={styles.bar}>
        <BarTrack bar={bar} placeOf={placeOf} height={barHeight} />
      </span>
      <span className={styles.value}>{bar.headroom === null ? 'unknown' : formatGrowth(bar.headroom)}</span>
    </>
  );
  const className = cx(styles.row, stacked && styles.stacked);
  const [first, ...more] = links;
  return (
    <li className={styles.item}>
      <Tooltip content={<BarTooltip bar={bar} unit={unit} />} placement="auto">
        {first === undefined ? (
          // A button, so that a keyboard reaches the tooltip too.
          <button type="button" className={cx(className, styles.button)} aria-label={sentence}>
            {content}
          </button>
        ) : more.length === 0 ? (
          <a className={className} href={first.href} target={first.target} rel="noreferrer" aria-label={`${sentence}. ${first.title}`}>
            {content}
          </a>
        ) : (
          <div>
            <DataLinksContextMenu links={() => links.map((link) => ({ ...link, origin: undefined }))}>
              {({ openMenu }) => (
                <button type="button" className={cx(className, styles.button)} onClick={openMenu} aria-haspopup="menu" aria-label={sentence}>
                  {content}
                </button>
              )}
            </DataLinksContextMenu>
          </div>
        )}
      </Tooltip>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  item: css({ listStyle: 'none' }),
  row: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(72px, 28%) 1fr 64px',
    gap: theme.spacing(1),
    alignItems: 'center',
    width: '100%',
    padding: theme.spacing(0.25, 0.5),
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  stacked: css({
    gridTemplateColumns: '1fr auto',
    gridTemplateAreas: '"name value" "bar bar"',
    rowGap: theme.spacing(0.5),
    '& > :nth-child(1)': { gridArea: 'name' },
    '& > :nth-child(2)': { gridArea: 'bar' },
    '& > :nth-child(3)': { gridArea: 'value' },
  }),
  button: css({ border: 0, background: 'none', textAlign: 'left' }),
  name: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), minWidth: 0 }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  bar: css({ minWidth: 0 }),
  value: css({ textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
});
