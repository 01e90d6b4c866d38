import { known, unknown, type Figure } from '../../domain/base/Figure';
import type { Evidence } from '../../domain/base/Evidence';
import { pointsOf, type Series } from '../../domain/base/Series';
import type { Kpi } from '../../domain/promql/Question';
import { median } from '../../domain/stats/median';
import type { SourceContext } from '../sources/SourceContext';
import { missingNotes, seriesRows, type ServiceAnswers } from './ServiceAnswers';
import type { ApiView } from './ServiceView';

/** Demand, share and p99 of the chosen routes over the range, with the rest as "other". */
export function serviceApis(source: SourceContext, answers: ServiceAnswers): { readonly apis: readonly ApiView[]; readonly note: string | null } {
  const label = source.context.profile.labels.route;
  const top = answers.values.get('api-top');
  const demand = answers.series.get('api-demand');
  if (top?.state === 'none') {
    return { apis: [], note: `${top.none.reason}. ${top.none.next}` };
  }
  if (top?.state === 'failed') {
    return { apis: [], note: top.failure.message };
  }
  if (label === undefined || demand?.state !== 'read') {
    return { apis: [], note: top?.state === 'read' && top.rows.length === 0 ? 'No requests in the last six hours.' : null };
  }
  const total = mean(seriesRows(answers, 'service-demand')[0]?.series);
  const p99 = new Map(seriesRows(answers, 'api-p99').map((row) => [row.labels[label] ?? '', row.series]));
  const evidence = evidenceOf(source, answers, 'api-demand');
  const latencyEvidence = evidenceOf(source, answers, 'api-p99');
  const apis = demand.rows.map(({ labels, series }): ApiView => {
    const route = labels[label] ?? '';
    return {
      route,
      demand: figure(mean(series), 'reqps', evidence),
      loadShare: figure(share(mean(series), total), 'share', evidence),
      p99: figure(middle(p99.get(route)), 'seconds', latencyEvidence),
      demandSeries: series,
    };
  });
  return { apis: [...apis, ...other(apis, total, evidence)], note: null };
}

/** What the chosen routes leave of the total; not shown when it is next to nothing. */
function other(apis: readonly ApiView[], total: number | null, evidence: Evidence): readonly ApiView[] {
  const shown = apis.reduce((sum, api) => sum + (api.demand.known ? api.demand.value : 0), 0);
  const rest = total === null ? 0 : total - shown;
  if (total === null || rest < 0.001 * total) {
    return [];
  }
  return [
    {
      route: 'other',
      demand: figure(rest, 'reqps', evidence),
      loadShare: figure(rest / total, 'share', evidence),
      p99: unknown('seconds', 'latency is read for the chosen routes only'),
      demandSeries: null,
    },
  ];
}

const figure = (value: number | null, unit: Figure['unit'], evidence: Evidence): Figure =>
  value === null ? unknown(unit, 'no samples in this range', undefined, evidence) : known(value, unit, 'measured', evidence);

const share = (part: number | null, total: number | null): number | null => (part === null || !total ? null : part / total);

function mean(series: Series | undefined): number | null {
  const points = series ? pointsOf(series) : [];
  return points.length === 0 ? null : points.reduce((sum, p) => sum + p.value, 0) / points.length;
}

const middle = (series: Series | undefined): number | null => (series ? median(pointsOf(series).map((p) => p.value)) : null);

function evidenceOf(source: SourceContext, answers: ServiceAnswers, kpi: Kpi): Evidence {
  const answer = answers.series.get(kpi);
  return answer?.state === 'read'
    ? { origins: [{ kind: 'query', source: source.sourceUid, expr: answer.question.expr }], asOf: answer.at, ...missingNotes(answer) }
    : { origins: [] };
}
