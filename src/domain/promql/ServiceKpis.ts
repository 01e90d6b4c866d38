import type { Kpi } from './Question';

/**
 * What the service page asks of its one service, in order of need. `service-minute-peak` (around an ATH), `api-demand`
 * and `api-p99` (routes chosen by `api-top`) follow once an answer above is there.
 */
export const SERVICE_KPIS: readonly Kpi[] = [
  'service-demand',
  'service-hourly-peak',
  'service-instances',
  'service-cores',
  'service-p99',
  'service-error-ratio',
  'service-in-flight',
  'service-saturation',
  'service-autoscaler',
  'api-top',
];
