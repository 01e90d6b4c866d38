import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  readonly headroom: number;
  readonly asked: number;
}

/** One scale for every row, so that bars compare: from −50 % to +150 %; what lies beyond is cut. */
const FROM = -0.5;
const TO = 1.5;

/** Growth that fits as a bar from today's peak, with a mark at the growth asked and what is missing to it paler. The text above says the same. */
export function HeadroomBar({ headroom, asked }: Props) {
  const styles = useStyles2(getStyles);
  const zero = place(0);
  const end = place(headroom);
  const wanted = place(asked);
  return (
    <div className={styles.track} aria-hidden="true">
      <div
        className={cx(styles.bar, headroom < asked ? styles.short : styles.enough)}
        style={{ left: `${Math.min(zero, end)}%`, width: `${Math.abs(end - zero)}%` }}
      />
      {end < wanted && (
        <div
          className={styles.missing}
          style={{ left: `${Math.max(end, zero)}%`, width: `${wanted - Math.max(end, zero)}%` }}
        />
      )}
      <div className={styles.zero} style={{ left: `${zero}%` }} />
      <div className={styles.asked} style={{ left: `${wanted}%` }} />
    </div>
  );
}

const place = (growth: number): number => ((Math.min(TO, Math.max(FROM, growth)) - FROM) / (TO - FROM)) * 100;

const getStyles = (theme: GrafanaTheme2) => ({
  track: css({
    position: 'relative',
    height: 6,
    background: theme.colors.action.hover,
    borderRadius: theme.shape.radius.default,
  }),
  bar: css({ position: 'absolute', top: 0, bottom: 0, minWidth: 1 }),
  short: css({ background: theme.colors.error.main }),
  missing: css({ position: 'absolute', top: 0, bottom: 0, background: theme.colors.error.main, opacity: 0.35 }),
  enough: css({ background: theme.colors.success.main }),
  zero: css({ position: 'absolute', top: 0, bottom: 0, width: 1, background: theme.colors.text.secondary }),
  asked: css({
    position: 'absolute',
    top: -3,
    bottom: -3,
    width: 2,
    marginLeft: -1,
    background: theme.colors.text.primary,
  }),
});
