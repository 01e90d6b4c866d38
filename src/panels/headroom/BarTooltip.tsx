import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { formatGrowth } from '../../ui/format/formatGrowth';
import { valueWords } from './barSentence';
import type { HeadroomBar } from './HeadroomBar';
import { statusLook } from './statusLook';

/** Every number of a bar, and what it rests on. */
export function BarTooltip({ bar, unit }: { readonly bar: HeadroomBar; readonly unit: string }) {
  const styles = useStyles2(getStyles);
  const growth = (value: number | null) => (value === null ? 'not known' : formatGrowth(value));
  const rows: ReadonlyArray<readonly [string, string]> = [
    ['Headroom', `${growth(bar.headroom)}${bar.asked === null ? '' : `, asked ${growth(bar.asked)}`}`],
    ['Demand now', valueWords(bar.demand, unit)],
    ['All-time high', valueWords(bar.ath, unit)],
    ['Event demand', valueWords(bar.eventDemand, unit)],
    ['Required capacity', valueWords(bar.requiredCapacity, unit)],
    ['Capacity', valueWords(bar.capacity, unit)],
    ['Spare instances', bar.spare === null ? 'not known' : String(bar.spare).replace('-', '−')],
  ];
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        {bar.service} · {statusLook(bar.status).word}
      </div>
      <table className={styles.table}>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {bar.notes !== null && <div className={styles.notes}>{bar.notes}</div>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ maxWidth: 360, overflowWrap: 'anywhere' }),
  head: css({ fontWeight: theme.typography.fontWeightMedium, marginBottom: theme.spacing(0.5) }),
  table: css({
    '& th': { fontWeight: theme.typography.fontWeightRegular, paddingRight: theme.spacing(2), textAlign: 'left' },
    '& td': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  }),
  notes: css({ marginTop: theme.spacing(0.5), color: theme.colors.text.secondary }),
});
