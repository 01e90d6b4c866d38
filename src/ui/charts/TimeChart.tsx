import { useMemo } from 'react';
import { css } from '@emotion/css';
import { FieldColorModeId, LoadingState, type DataFrame, type PanelData, type TimeRange } from '@grafana/data';
import { PanelRenderer } from '@grafana/runtime';
import { LegendDisplayMode, TooltipDisplayMode, useStyles2 } from '@grafana/ui';
import { useElementWidth } from './useElementWidth';

interface Props {
  readonly title: string;
  /** Field configuration (unit, colour, style) stands in the frames. */
  readonly frames: readonly DataFrame[];
  readonly timeRange: TimeRange;
  readonly timeZone: string;
  /** Says in words what the picture shows. */
  readonly summary: string;
  readonly height?: number;
  readonly legend?: boolean;
  readonly onChangeTimeRange?: (range: { readonly from: number; readonly to: number }) => void;
}

const FIELD_CONFIG = { defaults: { color: { mode: FieldColorModeId.PaletteClassic } }, overrides: [] };

/** Values over time, drawn by Grafana's own time series panel: its tooltip, zoom, time zone and units. */
export function TimeChart({
  title,
  frames,
  timeRange,
  timeZone,
  summary,
  height = 280,
  legend = true,
  onChangeTimeRange,
}: Props) {
  const styles = useStyles2(getStyles);
  const [ref, width] = useElementWidth();
  // Without `structureRev`: Grafana then compares the frames itself, and draws anew when one line went and another came.
  const data = useMemo<PanelData>(() => ({ state: LoadingState.Done, series: [...frames], timeRange }), [frames, timeRange]);
  const options = useMemo(
    () => ({
      legend: { showLegend: legend, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] },
      tooltip: { mode: TooltipDisplayMode.Multi, sort: 'none' },
    }),
    [legend]
  );
  return (
    <figure className={styles.figure} aria-label={summary}>
      <div ref={ref} className={styles.plot} style={{ height }}>
        <PanelRenderer
          pluginId="timeseries"
          title={title}
          data={data}
          options={options}
          fieldConfig={FIELD_CONFIG}
          timeZone={timeZone}
          width={width}
          height={height}
          onChangeTimeRange={onChangeTimeRange}
        />
      </div>
    </figure>
  );
}

const getStyles = () => ({
  figure: css({ margin: 0, minWidth: 0 }),
  plot: css({ position: 'relative', overflow: 'hidden', minWidth: 0 }),
});
