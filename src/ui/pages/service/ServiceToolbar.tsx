import { css } from '@emotion/css';
import { dateTime, rangeUtil, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { Button, TimeRangePicker, useStyles2 } from '@grafana/ui';

interface Props {
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly busy: boolean;
  readonly onRange: (raw: TimeRange['raw']) => void;
  readonly onRefresh: () => void;
}

/** Time range and refresh. */
export function ServiceToolbar({ range, timeZone, busy, onRange, onRefresh }: Props) {
  const styles = useStyles2(getStyles);
  const move = ({ from, to }: { from: number; to: number }) => onRange({ from: dateTime(from), to: dateTime(to) });
  const span = range.to.valueOf() - range.from.valueOf();
  const by = (share: number) =>
    move({ from: range.from.valueOf() + share * span, to: range.to.valueOf() + share * span });
  return (
    <div className={styles.bar}>
      <TimeRangePicker
        value={range}
        timeZone={timeZone}
        isOnCanvas
        onChange={(next) =>
          onRange(rangeUtil.isRelativeTimeRange(next.raw) ? next.raw : { from: next.from, to: next.to })
        }
        onChangeTimeZone={ignore}
        onMoveBackward={() => by(-0.5)}
        onMoveForward={() => by(0.5)}
        onZoom={() => move({ from: range.from.valueOf() - span / 2, to: range.to.valueOf() + span / 2 })}
      />
      <Button
        variant="secondary"
        icon="sync"
        disabled={busy}
        onClick={onRefresh}
        aria-label="Refresh"
        tooltip="Refresh"
      />
    </div>
  );
}

// All of Headroom speaks Grafana's own time zone; a second one for this page would part charts from tables.
const ignore = () => undefined;

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    // Hence nothing to change in the picker.
    '[data-testid="data-testid Time zone picker Change time settings button"]': { display: 'none' },
  }),
});
