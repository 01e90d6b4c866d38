import { type DataFrame, FieldType, MutableDataFrame } from '@grafana/data';

/** Instant results asked for as a table become one frame with a column a label, as the real data source's frontend does it. */
export function foldToTable(frames: DataFrame[], refId: string): DataFrame {
  const values = frames.flatMap((frame) => frame.fields.filter((field) => field.type === FieldType.number));
  const labels = [...new Set(values.flatMap((field) => Object.keys(field.labels ?? {})))].sort();
  const table = new MutableDataFrame({
    refId,
    meta: { preferredVisualisationType: 'table' },
    fields: [
      { name: 'Time', type: FieldType.time },
      ...labels.map((name) => ({ name, type: FieldType.string, config: { filterable: true } })),
      { name: 'Value', type: FieldType.number },
    ],
  });
  for (const frame of frames) {
    const time = frame.fields.find((field) => field.type === FieldType.time);
    const value = frame.fields.find((field) => field.type === FieldType.number);
    for (let row = 0; row < frame.length; row++) {
      const cells = Object.fromEntries(labels.map((name) => [name, value?.labels?.[name] ?? '']));
      table.add({ ...cells, Time: time?.values[row], Value: value?.values[row] });
    }
  }
  return table;
}
