import { counterIncrease } from '../../../domain/guards/counterIncrease';
import type { SubjectSamples } from '../../../domain/guards/SubjectSamples';
import type { LoadTestMetrics } from '../../../domain/promql/loadTestSamples';
import type { StepCurves } from '../../../domain/ramp/RunReport';
import { SIGNAL } from '../../../domain/ramp/Signal';
import type { RawRow } from '../../../ports/Metrics';
import { stepFiguresOf } from '../stepFiguresOf';
import { dependenciesOf, routesOf } from './subjectsOf';

const TOP = 5;

interface StepRows {
  readonly subjects: readonly SubjectSamples[];
  readonly ofTarget: readonly RawRow[];
  readonly rows: readonly RawRow[];
  readonly metrics: LoadTestMetrics;
  /** Label that names an API; undefined = the profile has none. */
  readonly route: string | undefined;
}

/** Figures of one step: the target, its peers, its five busiest APIs and the five dependencies the service calls most. */
export function stepCurvesOf(step: { readonly index: number; readonly from: number; readonly to: number }, { subjects, ofTarget, rows, metrics, route }: StepRows): StepCurves {
  const routes = route === undefined ? [] : busiest(routesOf(ofTarget, metrics, route), step);
  const apis = stepFiguresOf(step, routes).dependencies;
  return { ...stepFiguresOf(step, [...subjects, ...busiest(dependenciesOf(rows), step)]), apis };
}

function busiest(all: readonly SubjectSamples[], { from, to }: { readonly from: number; readonly to: number }): readonly SubjectSamples[] {
  const counted = all.map((subject) => ({ subject, requests: counterIncrease(subject.series[SIGNAL.requests] ?? [], from, to) ?? 0 }));
  return counted.filter(({ requests }) => requests > 0).sort((a, b) => b.requests - a.requests).slice(0, TOP).map(({ subject }) => subject);
}
