import { known, unknown, type Figure } from '../../domain/base/Figure';
import type { Evidence } from '../../domain/base/Evidence';
import { curvature } from '../../domain/stats/curvature';
import { inversePrediction } from '../../domain/stats/inversePrediction';
import { linearRegression } from '../../domain/stats/linearRegression';
import type { LinearFit } from '../../domain/stats/LinearFit';
import { regressionBand } from '../../domain/stats/regressionBand';
import type { FitView } from './ServiceView';

const BAND = { kind: 'prediction', level: 0.9, sides: 'two' } as const;
/** No prediction beyond this many times the greatest demand an instance has been seen to carry. */
const REACH = 1.5;
const LINE_POINTS = 40;
/** A bend is told from chance at this level, and worth a refusal when it moves the line by this share of its range. */
const BEND_P = 0.01;
const BEND_EFFECT = 0.1;

export interface FitInput {
  readonly what: FitView['what'];
  readonly unit: FitView['unit'];
  readonly points: FitView['points'];
  readonly limit: { readonly value: number; readonly text: string } | null;
  readonly evidence: Evidence;
}

/** Points of one resource against demand per instance, with the line through them where a line is what they follow. */
export function fitView({ what, unit, points, limit, evidence }: FitInput): FitView {
  const x = points.map((p) => p.demand);
  const y = points.map((p) => p.value);
  const fit = linearRegression(x, y);
  const reason = fit.ok ? bendOf(x, y, what) : fit.error.message;
  if (!fit.ok || reason !== null) {
    const why = reason ?? 'no line';
    const demand = unknown('reqps/instance', why, 'A longer range, or a load test, shows where the limit is.', evidence);
    return { what, unit, points, evidence, fit: { ok: false, reason: why }, limit: limit && { ...limit, demand } };
  }
  const line = fit.value;
  return {
    what,
    unit,
    points,
    evidence,
    fit: { ok: true, line: drawn(line), slope: line.slope, intercept: line.intercept, r2: line.rSquared, n: line.n },
    limit: limit && { ...limit, demand: demandAt(line, limit.value, evidence) },
  };
}

function bendOf(x: readonly number[], y: readonly number[], what: FitView['what']): string | null {
  const bend = curvature(x, y);
  const bent = bend.ok && bend.value.p < BEND_P && bend.value.effect > BEND_EFFECT;
  if (!bent) {
    return null;
  }
  return what === 'p99'
    ? 'latency bends with demand, as it does near saturation: a line would promise too much'
    : 'the points bend: a straight line would promise too much';
}

function drawn(line: LinearFit): ReadonlyArray<{ demand: number; fitted: number; low: number; high: number; extrapolated: boolean }> {
  const band = regressionBand(line, BAND);
  const end = line.xMax * REACH;
  return Array.from({ length: LINE_POINTS + 1 }, (_, i) => {
    const demand = line.xMin + ((end - line.xMin) * i) / LINE_POINTS;
    const { middle, lower, upper } = band(demand);
    return { demand, fitted: middle, low: lower, high: upper, extrapolated: demand > line.xMax };
  });
}

function demandAt(line: LinearFit, limit: number, evidence: Evidence): Figure {
  const crossing = inversePrediction(line, limit, BAND);
  if (crossing.kind === 'crossing' && crossing.low <= 0) {
    return unknown('reqps/instance', 'the band may be above the limit with no demand at all', 'Check the limit of one instance, or run a load test.', evidence);
  }
  if (crossing.kind === 'none') {
    const reason = crossing.reason === 'slope-not-positive' ? 'it does not rise with demand' : 'the band is above the limit at any demand';
    return unknown('reqps/instance', reason, undefined, evidence);
  }
  const reach = line.xMax * REACH;
  if (crossing.low > reach) {
    return unknown(
      'reqps/instance',
      `the line meets the limit at ${crossing.low.toPrecision(3)} requests/s, beyond 1.5 x the greatest demand an instance has carried (${line.xMax.toPrecision(3)})`,
      'A load test shows what lies there.',
      evidence
    );
  }
  return known(crossing.low, 'reqps/instance', crossing.low > line.xMax ? 'extrapolated' : 'estimated', evidence);
}
