import type { KpiBuilder } from '../Draft';
import type { Kpi } from '../Question';
import { apiDemand, apiP99, apiTop } from './api';
import { autoscaler, serviceAutoscaler } from './autoscaler';
import { burst } from './burst';
import { hourlyCores, serviceCores } from './cores';
import { coresPerInstance } from './coresPerInstance';
import { dailyPeak } from './dailyPeak';
import { dailyPeakWhileFailing } from './dailyPeakWhileFailing';
import { demandNow } from './demandNow';
import { errorRatioNow, serviceErrorRatio } from './errorRatio';
import { hourlyBusiestInstance } from './hourlyBusiestInstance';
import { hourlyDemand } from './hourlyDemand';
import { hourlyInstances, instancesNow, serviceInstances } from './instances';
import { hourlyLatency, serviceP99 } from './latency';
import { saturation, serviceSaturation } from './saturation';
import { serviceDemand, serviceHourlyPeak, serviceMinutePeak } from './serviceDemand';
import { serviceInFlight } from './serviceInFlight';

/** How each KPI is asked. */
export const KPI_BUILDERS: Readonly<Record<Kpi, KpiBuilder>> = {
  'demand-now': demandNow,
  'error-ratio-now': errorRatioNow,
  'instances-now': instancesNow,
  'cores-per-instance': coresPerInstance,
  autoscaler,
  saturation,
  'daily-peak': dailyPeak,
  'daily-peak-while-failing': dailyPeakWhileFailing,
  'hourly-demand': hourlyDemand,
  'hourly-cores': hourlyCores,
  'hourly-instances': hourlyInstances,
  'hourly-busiest-instance': hourlyBusiestInstance,
  'hourly-latency': hourlyLatency,
  burst,
  'service-demand': serviceDemand,
  'service-hourly-peak': serviceHourlyPeak,
  'service-minute-peak': serviceMinutePeak,
  'service-cores': serviceCores,
  'service-p99': serviceP99,
  'service-in-flight': serviceInFlight,
  'service-instances': serviceInstances,
  'service-error-ratio': serviceErrorRatio,
  'service-saturation': serviceSaturation,
  'service-autoscaler': serviceAutoscaler,
  'api-top': apiTop,
  'api-demand': apiDemand,
  'api-p99': apiP99,
};
