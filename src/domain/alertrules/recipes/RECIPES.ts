import type { RecipeTable } from '../Recipe';
import { aboveAutoscalerMax } from './aboveAutoscalerMax';
import { benchmarkOld } from './benchmarkOld';
import { benchmarkVersion } from './benchmarkVersion';
import { demandGrown } from './demandGrown';
import { diskFull } from './diskFull';
import { forecast } from './forecast';
import { giveBack } from './giveBack';
import { headroomShort } from './headroomShort';
import { newAth } from './newAth';
import { overloadCpu } from './overloadCpu';
import { overloadDemand } from './overloadDemand';
import { overloadInFlight } from './overloadInFlight';
import { overloadRejects } from './overloadRejects';
import { poolSaturated } from './poolSaturated';
import { queueGrowing } from './queueGrowing';
import { zoneLoss } from './zoneLoss';

/** How each intent about services becomes a rule. */
export const RECIPES: RecipeTable = {
  'headroom-short': headroomShort,
  'zone-loss': zoneLoss,
  'above-autoscaler-max': aboveAutoscalerMax,
  'overload-demand': overloadDemand,
  'overload-cpu': overloadCpu,
  'overload-in-flight': overloadInFlight,
  'overload-rejects': overloadRejects,
  'pool-saturated': poolSaturated,
  'queue-growing': queueGrowing,
  'disk-full': diskFull,
  'demand-grown': demandGrown,
  'new-ath': newAth,
  forecast,
  'give-back': giveBack,
  'benchmark-old': benchmarkOld,
  'benchmark-version': benchmarkVersion,
};
