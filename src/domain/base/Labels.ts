/** Label names and values of a series, as Prometheus gives them. */
export type Labels = Readonly<Record<string, string>>;

/** Values of `names` in order; a label that is not there is the empty string, as in Prometheus. */
export const labelValues = (labels: Labels, names: readonly string[]): string[] => names.map((n) => labels[n] ?? '');

/** Key under which rows of different queries about the same group are joined. Unambiguous for any label value. */
export const joinKey = (labels: Labels, names: readonly string[]): string => JSON.stringify(labelValues(labels, names));
