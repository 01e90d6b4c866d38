import { createTheme, dateTime, FieldType, PanelPlugin, toDataFrame, useFieldOverrides, type DataFrame, type PanelData } from '@grafana/data';
import { render, renderHook } from '@testing-library/react';
import { stubBrowser } from '../testing/stubBrowser';
import { TimeChart } from './TimeChart';

let handedOver: PanelData | undefined;
jest.mock('@grafana/runtime', () => ({
  PanelRenderer: ({ data }: { readonly data: PanelData }) => {
    handedOver = data;
    return null;
  },
}));

beforeEach(stubBrowser);

const line = (name: string, values: readonly number[] = [1, 2]): DataFrame =>
  toDataFrame({
    name,
    fields: [
      { name: 'time', type: FieldType.time, values: [0, 60_000] },
      { name, type: FieldType.number, values: [...values] },
    ],
  });
const timeRange = { from: dateTime(0), to: dateTime(60_000), raw: { from: 'now-1m', to: 'now' } };
const draw = (frames: readonly DataFrame[]) => (
  <TimeChart title="Demand" frames={frames} timeRange={timeRange} timeZone="utc" summary="Demand" />
);

/** How Grafana counts structures, by which its time series panel decides whether styles and legend are made anew. */
function structures(steps: ReadonlyArray<readonly DataFrame[]>): Array<number | undefined> {
  const plugin = new PanelPlugin(() => null).useFieldConfig();
  const theme = createTheme();
  const config = { defaults: {}, overrides: [] };
  const asIs = (text: string) => text;
  const [first = [], ...rest] = steps;
  const page = render(draw(first));
  const count = renderHook(() => useFieldOverrides(plugin, config, handedOver, 'utc', theme, asIs)?.structureRev);
  return [
    count.result.current,
    ...rest.map((frames) => {
      page.rerender(draw(frames));
      count.rerender();
      return count.result.current;
    }),
  ];
}

it.each([
  ['one line went and another came', [line('demand'), line('capacity')], [line('demand'), line('forecast')], true],
  ['a line more', [line('demand')], [line('demand'), line('capacity')], true],
  ['other values of the same lines', [line('demand')], [line('demand', [3, 4])], false],
])('lets Grafana see whether lines changed: %s', (_, before, after, changed) => {
  const [first, second] = structures([before, after]);
  expect(second !== first).toBe(changed);
});
