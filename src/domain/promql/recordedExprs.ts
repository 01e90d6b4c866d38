import { HOUR } from '../base/Duration';
import { cpuCores } from './cpuCores';
import { demandRate } from './demandRate';
import { isRefusal, refuse, type Refusal } from './Draft';
import { maxBy, type Expr } from './Expr';
import { instanceCount, versionExtra } from './instanceCount';
import { InvalidName } from './InvalidName';
import type { KeyedExpr } from './KeyedExpr';
import { errorRatioExpr } from './kpis/errorRatio';
import { hasQuantiles, noLatency, quantileExpr } from './kpis/latency';
import { saturation } from './kpis/saturation';
import { printExpr } from './printExpr';
import type { QuestionContext } from './QuestionContext';
import { rateWindow } from './rateWindow';
import type { RecordedName } from './RecordedName';
import { asService } from './workloads';

/** One rule of our file: name and expression, keyed by the profile's grouping labels. */
export interface RecordedExpr {
  readonly name: RecordedName;
  readonly text: string;
}

export interface RecordedExprs {
  readonly recordable: readonly RecordedExpr[];
  readonly refused: ReadonlyArray<{ readonly name: RecordedName; readonly reason: string }>;
}

type Recorder = (context: QuestionContext) => Expr | Refusal;

const byService = (context: QuestionContext, keyed: KeyedExpr | Refusal): Expr | Refusal =>
  isRefusal(keyed) ? keyed : asService(context, keyed.expr, [], keyed.join);

function instances(context: QuestionContext): Expr | Refusal {
  const counted = instanceCount(context, versionExtra(context.profile));
  return isRefusal(counted) ? counted : asService(context, counted.expr, counted.extra, counted.join);
}

const RECORDERS: Readonly<Record<RecordedName, Recorder>> = {
  'headroom:demand:rate5m': (context) => demandRate(context, rateWindow(context)),
  'headroom:errors:ratio_rate5m': (context) =>
    errorRatioExpr(context, rateWindow(context)) ?? refuse('the profile does not say which requests failed', ''),
  'headroom:latency:p99_5m': (context) =>
    hasQuantiles(context.profile.latency)
      ? quantileExpr(context, context.profile.latency, 0.99, context.profile.group, rateWindow(context))
      : noLatency(context),
  'headroom:cpu_cores:rate5m': (context) => byService(context, cpuCores(context, rateWindow(context))),
  'headroom:instances:count': (context) => instances(context),
  'headroom:demand_busiest_instance:rate1h': ({ profile, ...rest }) =>
    profile.labels.instance === undefined
      ? refuse('the profile has no label that tells instances apart', '')
      : maxBy(profile.group, demandRate({ profile, ...rest }, HOUR, [profile.labels.instance])),
  'headroom:saturation:max': (context) => {
    const outcome = saturation({ ...context, recorded: new Set() });
    return isRefusal(outcome) ? outcome : outcome.expr;
  },
};

/** What can be recorded for a profile, and what cannot and why. Rules do not read each other, so back-filling works. */
export function recordedExprs(context: QuestionContext): RecordedExprs {
  const outcomes = Object.entries(RECORDERS).map(([name, recorder]) => ({
    name: name as RecordedName,
    ...written(recorder, context),
  }));
  return {
    recordable: outcomes.flatMap((o) => ('text' in o ? [{ name: o.name, text: o.text }] : [])),
    refused: outcomes.flatMap((o) => ('reason' in o ? [{ name: o.name, reason: o.reason }] : [])),
  };
}

function written(recorder: Recorder, context: QuestionContext): { readonly text: string } | Refusal {
  try {
    const expr = recorder(context);
    return isRefusal(expr) ? expr : { text: printExpr(expr) };
  } catch (error) {
    if (error instanceof InvalidName) {
      return refuse(error.message, '');
    }
    throw error;
  }
}
