import type { PanelProps } from '@grafana/data';
import { LegendDisplayMode, SortOrder, TooltipDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { PanelDataErrorView } from '@grafana/runtime';
import { TimeSeries, TooltipPlugin, ZoomPlugin } from '@grafana/ui';

interface Options {
  legend?: Partial<VizLegendOptions>;
  tooltip?: { mode?: TooltipDisplayMode; sort?: SortOrder };
}

const LEGEND: VizLegendOptions = {
  calcs: [],
  displayMode: LegendDisplayMode.List,
  placement: 'bottom',
  showLegend: true,
};

/** The core time series panel, drawn with the deprecated but still published component it grew out of. */
export function TimeSeriesStandIn(props: PanelProps<Options>) {
  const { data, width, height, timeRange, timeZone, options, onChangeTimeRange } = props;
  const mode = options.tooltip?.mode ?? TooltipDisplayMode.Single;
  const hasPoints = data.series.some((frame) => frame.length > 0 && frame.fields.length > 1);
  if (!hasPoints) {
    return <PanelDataErrorView panelId={props.id} fieldConfig={props.fieldConfig} data={data} needsTimeField />;
  }
  return (
    <TimeSeries
      frames={data.series}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={{ ...LEGEND, ...options.legend }}
      options={options}
    >
      {(config, alignedFrame) => (
        <>
          <ZoomPlugin config={config} onZoom={onChangeTimeRange} withZoomY={false} />
          {mode !== TooltipDisplayMode.None && (
            <TooltipPlugin
              frames={data.series}
              data={alignedFrame}
              config={config}
              mode={mode}
              sortOrder={options.tooltip?.sort ?? SortOrder.None}
              timeZone={timeZone}
            />
          )}
        </>
      )}
    </TimeSeries>
  );
}
