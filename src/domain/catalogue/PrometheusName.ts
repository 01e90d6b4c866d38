const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** True for a metric name PromQL takes unquoted; UTF-8 names are out of scope. */
export const isMetricName = (name: string): boolean => METRIC.test(name);

/** True for a label name PromQL takes unquoted. */
export const isLabelName = (name: string): boolean => LABEL.test(name);
