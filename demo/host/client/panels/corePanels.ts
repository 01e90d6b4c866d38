import { FieldColorModeId, FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { registerCustomOptions } from './registerCustomOptions';
import { StatStandIn } from './StatStandIn';
import { TableStandIn } from './TableStandIn';
import { TimeSeriesStandIn } from './TimeSeriesStandIn';

const PALETTE = { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } } };

const GRAPH_OPTIONS = {
  drawStyle: 'line',
  lineInterpolation: 'linear',
  lineWidth: 1,
  lineStyle: { fill: 'solid' },
  lineColor: undefined,
  fillOpacity: 0,
  fillColor: undefined,
  fillBelowTo: undefined,
  gradientMode: 'none',
  spanNulls: false,
  insertNulls: false,
  showPoints: 'auto',
  pointSize: 5,
  barAlignment: 0,
  barWidthFactor: 0.6,
  stacking: { mode: 'none', group: 'A' },
  axisPlacement: 'auto',
  axisLabel: '',
  axisWidth: undefined,
  axisSoftMin: undefined,
  axisSoftMax: undefined,
  axisGridShow: undefined,
  axisCenteredZero: false,
  axisColorMode: 'text',
  axisBorderShow: false,
  scaleDistribution: { type: 'linear' },
  thresholdsStyle: { mode: 'off' },
  hideFrom: { tooltip: false, viz: false, legend: false },
};

const TABLE_OPTIONS = { align: 'auto', cellOptions: { type: 'auto' }, inspect: false, width: undefined, hidden: false };

/** Grafana's own panels are not in its packages. These draw the same data with what @grafana/ui has, and know far less. */
export const corePanels: Readonly<Record<string, PanelPlugin>> = {
  timeseries: new PanelPlugin(TimeSeriesStandIn).useFieldConfig({
    standardOptions: PALETTE,
    useCustomConfig: (builder) => registerCustomOptions(builder, GRAPH_OPTIONS),
  }),
  stat: new PanelPlugin(StatStandIn).useFieldConfig(),
  table: new PanelPlugin(TableStandIn).useFieldConfig({
    useCustomConfig: (builder) => registerCustomOptions(builder, TABLE_OPTIONS),
  }),
};
