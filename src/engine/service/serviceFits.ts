import type { Evidence } from '../../domain/base/Evidence';
import { timeAt, type Series } from '../../domain/base/Series';
import type { Kpi } from '../../domain/promql/Question';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import type { SourceContext } from '../sources/SourceContext';
import { fitView } from './fitView';
import { hourlyMeans } from './hourlyMeans';
import { instancesOverTime, versionsOverTime } from './instancesOverTime';
import { missingNotes, seriesRows, type ServiceAnswers } from './ServiceAnswers';
import type { FitView } from './ServiceView';

/** CPU above this share of the cores is the limit a benchmark is read at (design/product). */
const CPU_LIMIT = 0.8;

interface Shape {
  readonly what: FitView['what'];
  readonly kpi: Kpi;
  readonly unit: FitView['unit'];
  /** Latency is the same for one instance; the others are divided among instances. */
  readonly shared: boolean;
}

const SHAPES: readonly Shape[] = [
  { what: 'cpu', kpi: 'service-cores', unit: 'cores', shared: true },
  { what: 'p99', kpi: 'service-p99', unit: 'seconds', shared: false },
  { what: 'in-flight', kpi: 'service-in-flight', unit: 'requests', shared: true },
];

/** CPU, p99 and requests in flight of one instance against its demand, hour by hour. */
export function serviceFits(source: SourceContext, answers: ServiceAnswers, facts: ServiceFacts): readonly FitView[] {
  const demand = seriesRows(answers, 'service-demand')[0]?.series;
  const instances = instancesOverTime(seriesRows(answers, 'service-instances'));
  return SHAPES.flatMap((shape) => {
    const answer = answers.series.get(shape.kpi);
    if (answer?.state === 'none') {
      return [refused(shape, answer.none.reason)];
    }
    const series = answer?.state === 'read' ? answer.rows[0]?.series : undefined;
    if (answer?.state !== 'read' || !demand || !instances) {
      return answer?.state === 'failed' ? [refused(shape, answer.failure.message)] : [];
    }
    if (!series) {
      return [refused(shape, 'no samples in this range')];
    }
    const evidence: Evidence = {
      origins: [{ kind: 'query', source: source.sourceUid, expr: answer.question.expr, range: { from: series.start, to: answer.at, step: series.step } }],
      asOf: answer.at,
      ...missingNotes(answer),
    };
    const versions = versionsOverTime(seriesRows(answers, 'service-instances'), source.context.profile.labels.version);
    const points = pointsOfOneInstance(demand, series, instances, shape.shared, versions);
    return [fitView({ what: shape.what, unit: shape.unit, points, limit: limitOf(shape.what, facts), evidence })];
  });
}

function pointsOfOneInstance(
  demand: Series,
  series: Series,
  instances: Series,
  shared: boolean,
  versions: ReadonlyMap<number, string | null>
): FitView['points'] {
  const counts = hourlyMeans(instances);
  const values = hourlyMeans(series);
  const versionAt = versionOfHour(instances, versions);
  return [...hourlyMeans(demand)].flatMap(([at, total]) => {
    const count = counts.get(at);
    const value = values.get(at);
    return count && value !== undefined ? [{ at, demand: total / count, value: shared ? value / count : value, version: versionAt(at) }] : [];
  });
}

/** Version of the last moment of an hour that says one. */
function versionOfHour(grid: Series, versions: ReadonlyMap<number, string | null>): (hour: number) => string | null {
  const last = timeAt(grid, grid.values.length - 1);
  return (hour) => {
    for (let at = Math.min(hour, last); at > hour - 3_600_000; at -= grid.step) {
      const version = versions.get(at);
      if (version !== undefined) {
        return version;
      }
    }
    return null;
  };
}

function limitOf(what: FitView['what'], facts: ServiceFacts): { value: number; text: string } | null {
  if (what === 'cpu' && facts.coresPerInstance !== null) {
    return { value: CPU_LIMIT * facts.coresPerInstance, text: `80 % of ${facts.coresPerInstance} cores` };
  }
  if (what === 'in-flight' && facts.concurrencyLimit !== null) {
    return { value: facts.concurrencyLimit, text: `concurrency limit ${facts.concurrencyLimit}` };
  }
  return null;
}

const refused = (shape: Shape, reason: string): FitView => ({
  what: shape.what,
  unit: shape.unit,
  points: [],
  fit: { ok: false, reason },
  limit: null,
  evidence: { origins: [] },
});
