import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Place } from './barScale';
import type { HeadroomBar } from './HeadroomBar';
import { statusLook } from './statusLook';

interface Props {
  readonly bar: HeadroomBar;
  readonly placeOf: (bar: HeadroomBar, value: number) => Place;
  readonly height: number;
}

const MARKS = ['requiredCapacity', 'eventDemand', 'ath'] as const;

/** From 0 to capacity, filled to demand now, with a mark each for the ATH, the event demand and the required capacity. */
export function BarTrack({ bar, placeOf, height }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const percent = (value: number) => `${placeOf(bar, value).at * 100}%`;
  return (
    <div className={styles.track} style={{ height }} aria-hidden="true">
      <div className={cx(styles.capacity, bar.capacity === null && styles.unknown)} style={{ width: bar.capacity === null ? '100%' : percent(bar.capacity) }} />
      {bar.demand !== null && (
        <div className={styles.demand} style={{ width: percent(bar.demand), background: statusLook(bar.status).colour(theme) }} />
      )}
      {MARKS.map((mark) => {
        const value = bar[mark];
        const place = value === null ? null : placeOf(bar, value);
        return place && <div key={mark} data-mark={mark} className={cx(styles.mark, styles[mark], place.beyond && styles.beyond)} style={{ left: `${place.at * 100}%` }} />;
      })}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  track: css({ position: 'relative', width: '100%', minWidth: 40 }),
  capacity: css({
    position: 'absolute',
    inset: 0,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    boxShadow: `inset 0 0 0 1px ${theme.colors.border.medium}`,
  }),
  unknown: css({
    background: `repeating-linear-gradient(45deg, transparent 0 4px, ${theme.colors.border.weak} 4px 8px)`,
    boxShadow: 'none',
    border: `1px dashed ${theme.colors.border.medium}`,
  }),
  demand: css({ position: 'absolute', left: 0, top: '22%', bottom: '22%', borderRadius: theme.shape.radius.default }),
  mark: css({ position: 'absolute', top: -1, bottom: -1, width: 2, marginLeft: -1, background: theme.colors.text.primary }),
  ath: css({ '&::after': { content: '""', position: 'absolute', top: -2, left: -3, width: 8, height: 8, transform: 'rotate(45deg) scale(0.7)', background: theme.colors.text.primary } }),
  eventDemand: css({ background: 'none', borderLeft: `2px dashed ${theme.colors.text.primary}`, width: 0 }),
  requiredCapacity: css({ background: theme.colors.text.secondary, width: 4, marginLeft: -2, borderRadius: 2, opacity: 0.7 }),
  beyond: css({ '&::before': { content: '"›"', position: 'absolute', left: -9, top: '50%', transform: 'translateY(-55%)', color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightBold } }),
});
