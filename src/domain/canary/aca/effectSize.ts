import { midRanks } from '../../stats/midRanks';
import { twoPassMean } from './sideStatistics';

/** mean(experiment) / mean(control); NaN when either mean is 0. */
export function meanRatio(experiment: readonly number[], control: readonly number[]): number {
  const above = twoPassMean(experiment);
  const below = twoPassMean(control);
  return above === 0 || below === 0 ? NaN : above / below;
}

/** Common language effect size: the chance that a value of the experiment exceeds one of the control, ties half; NaN for an empty side. */
export function commonLanguageEffectSize(experiment: readonly number[], control: readonly number[]): number {
  const n = experiment.length;
  const rankSum = midRanks([...experiment, ...control]).ranks.slice(0, n).reduce((sum, r) => sum + r, 0);
  return (2 * rankSum - n * (n + 1)) / (2 * n * control.length);
}
