import { HOUR } from '../../base/Duration';
import { cpuCores } from '../cpuCores';
import { isRefusal, type KpiBuilder } from '../Draft';
import { avgOverTime, over } from '../Expr';
import { pictureStep, pictureWindow } from '../rateWindow';
import { oncePerGroup, recordedSelector } from '../RecordedName';

/** Cores used by each service, mean of each hour. */
export const hourlyCores: KpiBuilder = (context) => {
  const cores = cpuCores(context, HOUR);
  if (isRefusal(cores)) {
    return cores;
  }
  return {
    ...cores,
    unit: 'cores',
    step: HOUR,
    lookback: HOUR,
    doc: 'Cores used by all instances together, mean of each hour.',
    recorded: {
      name: 'headroom:cpu_cores:rate5m',
      expr: oncePerGroup(context, avgOverTime(over(recordedSelector('headroom:cpu_cores:rate5m', context), HOUR))),
      join: context.profile.group,
    },
  };
};

/** Cores used by one service over time. */
export const serviceCores: KpiBuilder = (context) => {
  const cores = cpuCores(context, pictureWindow(context));
  if (isRefusal(cores)) {
    return cores;
  }
  return {
    ...cores,
    unit: 'cores',
    step: pictureStep(context),
    lookback: pictureWindow(context),
    doc: 'Cores used by all instances of the service together.',
  };
};
