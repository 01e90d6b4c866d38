import { useState, type PointerEvent } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { visuallyHidden } from '../components/visuallyHidden';
import { HeatScale } from './HeatScale';
import { heatColour } from './heatColour';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface Props {
  /** 168 medians, Monday 00:00 first; null where nothing was measured. */
  readonly values: ReadonlyArray<number | null>;
  readonly format: (value: number) => string;
  readonly caption: string;
}

/**
 * Seven days by 24 hours as a real table, so that its cells can be read out one by one; core's heat map panel draws
 * buckets over time and a canvas.
 */
export function HourOfWeekMap({ values, format, caption }: Props) {
  const styles = useStyles2(getStyles);
  const { isDark } = useTheme2();
  const [readout, setReadout] = useState<string | null>(null);
  const greatest = values.reduce<number>((max, v) => Math.max(max, v ?? 0), 0);
  const say = (day: number, hour: number) => cellText(day, hour, values[day * 24 + hour] ?? null, format);
  const point = (event: PointerEvent<HTMLTableElement>) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('td[data-hour]') : null;
    const hour = Number(cell?.dataset['hour'] ?? NaN);
    setReadout(Number.isNaN(hour) ? null : say(Math.floor(hour / 24), hour % 24));
  };
  return (
    <div>
      <table className={styles.table} onPointerOver={point} onPointerLeave={() => setReadout(null)}>
        <caption className={styles.hidden}>{caption}</caption>
        <thead>
          <tr>
            <td className={styles.corner} />
            {HOURS.map((hour) => (
              <th key={hour} scope="col" className={styles.hour}>
                <span className={cx(hour % 6 !== 0 && styles.hidden)}>{twoDigits(hour)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((name, day) => (
            <tr key={name}>
              <th scope="row" className={styles.day}>
                <span aria-hidden="true">{name.slice(0, 3)}</span>
                <span className={styles.hidden}>{name}</span>
              </th>
              {HOURS.map((hour) => {
                const value = values[day * 24 + hour] ?? null;
                return (
                  <td
                    key={hour}
                    data-hour={day * 24 + hour}
                    className={cx(styles.cell, value === null && styles.gap)}
                    style={value === null ? undefined : { background: heatColour(greatest > 0 ? value / greatest : 0, isDark) }}
                  >
                    <span className={styles.hidden}>{value === null ? 'not measured' : format(value)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.foot}>
        <span>{readout ?? 'Point at an hour to read it.'}</span>
        <HeatScale greatest={greatest > 0 ? format(greatest) : null} />
      </div>
    </div>
  );
}

const twoDigits = (hour: number) => String(hour).padStart(2, '0');

const cellText = (day: number, hour: number, value: number | null, format: (v: number) => string) =>
  `${DAYS[day] ?? ''} ${twoDigits(hour)}:00 to ${twoDigits((hour + 1) % 24)}:00: ${value === null ? 'not measured' : format(value)}`;

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 2,
    position: 'relative',
  }),
  hidden: css(visuallyHidden),
  corner: css({ width: 36 }),
  hour: css({
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
    color: theme.colors.text.secondary,
    textAlign: 'left',
    overflow: 'visible',
    whiteSpace: 'nowrap',
  }),
  day: css({
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
    color: theme.colors.text.secondary,
    textAlign: 'left',
  }),
  cell: css({ height: 22, borderRadius: 2, '&:hover': { outline: `2px solid ${theme.colors.text.primary}` } }),
  gap: css({
    background: `repeating-linear-gradient(135deg, ${theme.colors.border.weak} 0 2px, transparent 2px 6px)`,
  }),
  foot: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
});
