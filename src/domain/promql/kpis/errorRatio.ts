import { demandRate, errorRate } from '../demandRate';
import { refuse, type Draft, type KpiBuilder, type Refusal } from '../Draft';
import { binary, number, type Expr } from '../Expr';
import { isFiveMinutes, pictureStep, pictureWindow, rateWindow } from '../rateWindow';
import type { QuestionContext } from '../QuestionContext';
import { oncePerGroup, recordedSelector } from '../RecordedName';

/** Below this many requests per second a ratio says nothing. */
const LEAST_TRAFFIC = 0.1;

/** Share of requests that fail; no failures is 0 and not a gap, next to no traffic is a gap and not a ratio. */
export function errorRatioExpr(context: QuestionContext, window: number): Expr | null {
  const errors = errorRate(context, window);
  if (!errors) {
    return null;
  }
  const demand = demandRate(context, window);
  const orZero = binary('or', errors, binary('*', number(0), demand));
  return binary('/', orZero, binary('>', demand, number(LEAST_TRAFFIC)));
}

export const errorRatioNow: KpiBuilder = (context) => draft(context, rateWindow(context), null);

export const serviceErrorRatio: KpiBuilder = (context) => draft(context, pictureWindow(context), pictureStep(context));

function draft(context: QuestionContext, window: number, step: number | null): Draft | Refusal {
  const expr = errorRatioExpr(context, window);
  if (!expr) {
    return refuse(
      `profile ${context.profile.id} does not say which requests failed`,
      'Add an error selector to the profile, for example code=~"5..".'
    );
  }
  return {
    expr,
    unit: 'share',
    step,
    lookback: window,
    doc: `Share of requests that failed. No failures is 0; at ${LEAST_TRAFFIC} requests/s or less there is no answer.`,
    ...(isFiveMinutes(context) && {
      recorded: {
        name: 'headroom:errors:ratio_rate5m',
        expr: oncePerGroup(context, recordedSelector('headroom:errors:ratio_rate5m', context)),
      },
    }),
  };
}
