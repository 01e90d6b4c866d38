import type { PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { Table, type TableSortByFieldState } from '@grafana/ui';

interface Options {
  showHeader?: boolean;
  sortBy?: TableSortByFieldState[];
}

/** Shows the first frame; the core panel has a frame picker, footers and many more cell types. */
export function TableStandIn(props: PanelProps<Options>) {
  const { data, width, height, options } = props;
  const frame = data.series[0];
  if (!frame || frame.fields.length === 0) {
    return <PanelDataErrorView panelId={props.id} fieldConfig={props.fieldConfig} data={data} />;
  }
  return (
    <Table
      data={frame}
      width={width}
      height={height}
      noHeader={options.showHeader === false}
      initialSortBy={options.sortBy}
      ariaLabel="table"
    />
  );
}
