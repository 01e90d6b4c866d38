import { useEffect, useState } from 'react';
import { dateMath, dateTime, getDefaultTimeRange, LoadingState, type DataQueryRequest, type PanelData, type TimeRange } from '@grafana/data';
import { getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';
import { PanelChrome } from '@grafana/ui';
import { from as fromPromise, switchMap } from 'rxjs';
import { boardVariables } from '../panels/boardVariables';
import { PanelRenderer } from '../panels/PanelRenderer';
import { runRequest } from '../services/runRequest';
import type { BoardPanel } from './readPanels';

interface Props {
  readonly panel: BoardPanel;
  readonly from: string;
  readonly to: string;
}

/** A panel in Grafana's own frame, with what its query came to beside its title, as in a dashboard. */
export function BoardTile({ panel, from, to }: Props) {
  const data = usePanelData(panel, from, to);
  const { type, title, width, height, options, fieldConfig } = panel;
  const notices = data.series.flatMap(({ meta }) => meta?.notices ?? []);
  return (
    <div data-panel={title} data-state={data.state}>
      <PanelChrome
        title={title}
        width={width}
        height={height}
        loadingState={data.state}
        statusMessage={data.errors?.map(({ message }) => message).join(' ')}
        description={notices.map(({ text }) => text).join('\n')}
      >
        {(innerWidth, innerHeight) => (
          <PanelRenderer
            pluginId={type}
            title={title}
            width={innerWidth}
            height={innerHeight}
            data={data}
            options={options}
            fieldConfig={fieldConfig}
            replaceVariables={boardVariables}
          />
        )}
      </PanelChrome>
    </div>
  );
}

function usePanelData({ datasource, targets }: BoardPanel, from: string, to: string): PanelData {
  const [data, setData] = useState<PanelData>({ state: LoadingState.NotStarted, series: [], timeRange: getDefaultTimeRange() });
  useEffect(() => {
    const range = rangeOf(from, to);
    getTemplateSrv().updateTimeRange(range);
    const request: DataQueryRequest = {
      requestId: 'panels',
      interval: '1m',
      intervalMs: 60_000,
      maxDataPoints: 500,
      range,
      scopedVars: {},
      targets: targets.map((target) => ({ ...target, datasource })),
      timezone: 'utc',
      app: 'dashboard',
      startTime: Date.now(),
    };
    const running = fromPromise(getDataSourceSrv().get(datasource))
      .pipe(switchMap((source) => runRequest(source, request)))
      .subscribe({
        next: setData,
        error: (error: unknown) => setData({ state: LoadingState.Error, series: [], timeRange: range, errors: [{ message: String(error) }] }),
      });
    return () => running.unsubscribe();
  }, [datasource, targets, from, to]);
  return data;
}

function rangeOf(from: string, to: string): TimeRange {
  const at = (text: string, roundUp: boolean) => (/^\d+$/.test(text) ? dateTime(Number(text)) : (dateMath.toDateTime(text, { roundUp }) ?? dateTime()));
  return { from: at(from, false), to: at(to, true), raw: { from, to } };
}
