import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2, type PanelData, type PanelProps } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { arrangeBars } from './arrangeBars';
import { BarRow } from './BarRow';
import { barScale } from './barScale';
import type { HeadroomOptions } from './HeadroomOptions';
import { MarkLegend } from './MarkLegend';
import { readBars } from './readBars';

const STACK_BELOW = 360;
const LEGEND_FROM = 140;
const ROW = 26;
const TALLEST_BAR = 36;

/** Services by tier, each a bar from 0 to its capacity. */
export function HeadroomPanel({ data, options, width, height }: PanelProps<HeadroomOptions>) {
  const styles = useStyles2(getStyles);
  const asOf = momentOf(data);
  const { bars, problem } = useMemo(() => readBars(data.series, options, asOf), [data.series, options, asOf]);
  const { groups, left } = useMemo(() => arrangeBars(bars, options), [bars, options]);
  const placeOf = useMemo(() => barScale(bars, options.scale), [bars, options.scale]);
  if (bars.length === 0) {
    return (
      <div className={styles.empty} style={{ width, height }} role="status">
        {isWaiting(data) ? 'Reading services…' : problem}
      </div>
    );
  }
  const few = bars.length <= 3 && height / bars.length > 3 * ROW;
  const stacked = width < STACK_BELOW || few;
  const barHeight = few ? Math.min(TALLEST_BAR, Math.max(14, height / bars.length / 3)) : 14;
  return (
    <div className={styles.panel} style={{ width, height }}>
      {problem !== null && <Alert title={problem} severity="warning" />}
      <div className={styles.scroll}>
        {groups.map(({ title, bars: members }) => (
          <section key={title} aria-label={title || 'Services'}>
            {title !== '' && (groups.length > 1 || bars.length > 1) && (
              <h6 className={styles.title}>
                {title} <span className={styles.count}>{members.length}</span>
              </h6>
            )}
            <ul className={styles.list}>
              {members.map((bar) => (
                <BarRow key={`${bar.frame.refId ?? ''} ${bar.service} ${bar.row}`} bar={bar} unit={options.unit} placeOf={placeOf} stacked={stacked} barHeight={barHeight} />
              ))}
            </ul>
          </section>
        ))}
        {left > 0 && <div className={styles.left}>{left} more not shown: raise the limit of the panel, or narrow its query.</div>}
      </div>
      {options.showLegend && height >= LEGEND_FROM && <MarkLegend />}
    </div>
  );
}

/** The end of the time range, or now where the range goes on beyond it. */
const momentOf = ({ timeRange, request }: PanelData): number => Math.min(timeRange.to.valueOf(), request?.startTime ?? Infinity);

/** An answer in parts may begin without a row; one that goes on for ever says what is wrong with the rows it has. */
const isWaiting = ({ state, series }: PanelData): boolean =>
  state === LoadingState.Loading || state === LoadingState.NotStarted || (state === LoadingState.Streaming && series.every((frame) => frame.length === 0));

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column' }),
  scroll: css({ flex: 1, minHeight: 0, overflowY: 'auto' }),
  title: css({ margin: theme.spacing(0.5, 0.5, 0.25), fontWeight: theme.typography.fontWeightMedium }),
  count: css({ color: theme.colors.text.secondary }),
  list: css({ margin: 0, padding: 0 }),
  left: css({ padding: theme.spacing(0.5), color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  empty: css({ display: 'flex', alignItems: 'center', justifyContent: 'center', padding: theme.spacing(2), textAlign: 'center', color: theme.colors.text.secondary }),
});
