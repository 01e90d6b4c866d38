import type { Kpi } from './Question';

/**
 * What the fleet page asks of each profile, in order of need: the first ones draw the page, the last ones refine it.
 * Constant whatever the number of services; with what finding the source takes (one question, and one where recorded
 * series are there) at most 15 expressions.
 */
export const FLEET_KPIS: readonly Kpi[] = [
  'demand-now',
  'instances-now',
  'daily-peak',
  'error-ratio-now',
  'autoscaler',
  'cores-per-instance',
  'hourly-demand',
  'hourly-cores',
  'hourly-instances',
  'hourly-busiest-instance',
  'saturation',
  'hourly-latency',
  'daily-peak-while-failing',
  'burst',
];

/** Of them, facts of configuration: cheap, seldom changing, and asked as one expression. */
export const JOINT_KPIS: readonly Kpi[] = ['autoscaler', 'cores-per-instance'];
