import { isLabelName, isMetricName } from '../catalogue/PrometheusName';

/** A metric or label name that PromQL does not take unquoted. UTF-8 names are out of scope. */
export class InvalidName extends Error {
  constructor(
    readonly kind: 'metric' | 'label',
    readonly invalid: string
  ) {
    super(`invalid ${kind} name: ${JSON.stringify(invalid)}`);
    this.name = 'InvalidName';
  }
}

/** @throws InvalidName */
export function metricName(name: string): string {
  if (!isMetricName(name)) {
    throw new InvalidName('metric', name);
  }
  return name;
}

/** @throws InvalidName */
export function labelName(name: string): string {
  if (!isLabelName(name)) {
    throw new InvalidName('label', name);
  }
  return name;
}
