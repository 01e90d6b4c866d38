import type { CanaryMetricResult, CanaryResult, GroupScore, ScoreLabel } from './CanaryResult';
import type { CanaryConfig } from './CanaryConfig';

const NODATA_SHARE = 0.5;

/** Group scores, weights, summary and label. Muted metrics are reported and count nowhere. */
export function scoreCanary(config: CanaryConfig, metrics: readonly CanaryMetricResult[]): CanaryResult {
  const counted = metrics.filter((m) => !m.muted);
  const groups = groupScores(config, counted);
  const { score, reason } = summary(counted, groups);
  return { metrics, groups, score, reason, label: labelOf(score, config) };
}

function summary(counted: readonly CanaryMetricResult[], groups: readonly GroupScore[]): { score: number; reason: string } {
  const fatal = counted.find((m) => m.critical && m.label !== 'Pass');
  if (fatal !== undefined) {
    return { score: 0, reason: `Canary Failed: ${fatal.reason}` };
  }
  const nodata = counted.filter((m) => m.label === 'Nodata').length;
  if (counted.length > 0 && nodata / counted.length >= NODATA_SHARE) {
    return { score: 0, reason: `${nodata} of ${counted.length} metrics have no data` };
  }
  const sum = groups.reduce((total, g) => total + (g.hasData ? g.score : 100) * (g.weight / 100), 0);
  return { score: halfUp(sum), reason: groups.map((g) => `${g.name}: ${g.hasData ? halfUp(g.score) : 'no data'}`).join(', ') };
}

function groupScores({ groupWeights }: CanaryConfig, counted: readonly CanaryMetricResult[]): readonly GroupScore[] {
  const names = [...new Set(counted.flatMap((m) => m.groups))];
  const given = Object.values(groupWeights).reduce((sum, w) => sum + w, 0);
  const unweighted = names.filter((name) => !Object.hasOwn(groupWeights, name)).length;
  return names.map((name) => {
    const labels = counted.filter((m) => m.groups.includes(name)).map((m) => m.label);
    const passed = labels.filter((l) => l === 'Pass').length;
    const failed = labels.filter((l) => l === 'High' || l === 'Low' || l === 'NodataFailMetric').length;
    const hasData = passed + failed > 0;
    return { name, hasData, score: hasData ? (passed / (passed + failed)) * 100 : 0, weight: groupWeights[name] ?? (100 - given) / unweighted };
  });
}

/** Missing thresholds pass, as in the original. */
function labelOf(score: number, { thresholds: { pass, marginal } }: CanaryConfig): ScoreLabel {
  if (score >= (pass ?? -Infinity)) {
    return 'Pass';
  }
  return score >= (marginal ?? -Infinity) ? 'Marginal' : 'Fail';
}

/** Two decimals, half away from 0 on the shortest decimal text of the number, so that 33.335 goes up although its double lies below. */
function halfUp(value: number): number {
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e');
  return (Math.sign(value) * Math.round(Number(`${digits}e${Number(exponent) + 2}`))) / 100;
}
