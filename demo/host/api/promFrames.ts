type Sample = readonly [time: number, value: string];
type Labels = Readonly<Record<string, string>>;

export interface PromSeries {
  metric: Labels;
  values?: readonly Sample[];
  value?: Sample;
}

export type PromResult =
  { resultType: 'matrix' | 'vector'; result: readonly PromSeries[] } | { resultType: 'scalar'; result: Sample };

export interface FrameOptions {
  refId: string;
  legendFormat: string;
  expr: string;
  stepSeconds: number;
}

/** JSON has no NaN and no infinities: Grafana sends null and names the rows beside the values. */
function splitValues(samples: readonly Sample[]) {
  const rows = (text: string) => samples.flatMap(([, value], row) => (value === text ? [row] : []));
  const special = { NaN: rows('NaN'), Inf: rows('+Inf'), NegInf: rows('-Inf') };
  const values = samples.map(([, value]) => (Number.isFinite(Number(value)) ? Number(value) : null));
  const odd = Object.values(special).some((each) => each.length > 0);
  return { values, entities: odd ? special : null };
}

function seriesName(labels: Labels, { legendFormat, expr }: FrameOptions): string {
  if (legendFormat && legendFormat !== '__auto') {
    return legendFormat.replace(/\{\{\s*([^}\s]+)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
  }
  const { __name__: metric = '', ...rest } = labels;
  const pairs = Object.entries(rest).map(([label, value]) => `${label}="${value}"`);
  return metric || pairs.length > 0 ? `${metric}${pairs.length > 0 ? `{${pairs.join(', ')}}` : ''}` : expr;
}

function toFrame(series: PromSeries, resultType: string, options: FrameOptions) {
  const samples = series.values ?? (series.value ? [series.value] : []);
  const { values, entities } = splitValues(samples);
  const ranged = resultType === 'matrix';
  return {
    schema: {
      refId: options.refId,
      meta: {
        type: ranged ? 'timeseries-multi' : 'numeric-multi',
        typeVersion: [0, 1],
        custom: { resultType, calculatedMinStep: options.stepSeconds * 1000 },
        executedQueryString: `Expr: ${options.expr}\nStep: ${options.stepSeconds}s`,
      },
      fields: [
        {
          name: 'Time',
          type: 'time',
          typeInfo: { frame: 'time.Time' },
          config: { interval: options.stepSeconds * 1000 },
        },
        {
          name: series.metric.__name__ ?? 'Value',
          type: 'number',
          typeInfo: { frame: 'float64' },
          labels: series.metric,
          config: { displayNameFromDS: seriesName(series.metric, options) },
        },
      ],
    },
    data: {
      values: [samples.map(([time]) => Math.round(time * 1000)), values],
      ...(entities ? { entities: [null, entities] } : {}),
    },
  };
}

/** One frame a series, as Grafana's Prometheus data source answers; one frame without fields when there is nothing. */
export function promFrames(answer: PromResult, options: FrameOptions) {
  const series: readonly PromSeries[] =
    answer.resultType === 'scalar' ? [{ metric: {}, value: answer.result }] : answer.result;
  if (series.length === 0) {
    const meta = { executedQueryString: `Expr: ${options.expr}\nStep: ${options.stepSeconds}s` };
    return [{ schema: { refId: options.refId, meta, fields: [] }, data: { values: [] } }];
  }
  return series.map((each) => toFrame(each, answer.resultType, options));
}
