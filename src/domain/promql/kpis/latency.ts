import { HOUR } from '../../base/Duration';
import type { LatencySource } from '../../catalogue/Profile';
import { refuse, type KpiBuilder, type Refusal } from '../Draft';
import { binary, call, number, rate, selector, sumBy, type Expr } from '../Expr';
import { isFiveMinutes, pictureStep, pictureWindow } from '../rateWindow';
import type { QuestionContext } from '../QuestionContext';
import { oncePerGroup, recordedSelector } from '../RecordedName';
import { scopedMatchers } from '../scopedMatchers';

export const noLatency = (context: QuestionContext): Refusal =>
  refuse(
    `profile ${context.profile.id} has no latency histogram with buckets`,
    'Name a latency histogram in the profile, or have the service publish one.'
  );

export const hasQuantiles = (latency: LatencySource | undefined): latency is LatencySource =>
  latency !== undefined && latency.quantiles !== false;

/** Quantile of the sum of buckets by labels, seconds; never a mean of quantiles. */
export function quantileExpr(
  context: QuestionContext,
  latency: LatencySource,
  quantile: number,
  by: readonly string[],
  window: number
): Expr {
  const native = latency.kind === 'native';
  const summed = summedRate(context, latency, native ? '' : '_bucket', native ? by : [...by, 'le'], window);
  return inSeconds(latency, call('histogram_quantile', number(quantile), summed));
}

/** Mean by labels, seconds. */
export function meanExpr(
  context: QuestionContext,
  latency: LatencySource,
  by: readonly string[],
  window: number
): Expr {
  return inSeconds(
    latency,
    latency.kind === 'native'
      ? mean(
          call('histogram_sum', summedRate(context, latency, '', by, window)),
          call('histogram_count', summedRate(context, latency, '', by, window))
        )
      : mean(summedRate(context, latency, '_sum', by, window), summedRate(context, latency, '_count', by, window))
  );
}

const mean = (total: Expr, count: Expr): Expr => binary('/', total, binary('>', count, number(0)));

const inSeconds = (latency: LatencySource, expr: Expr): Expr =>
  latency.unit === 'milliseconds' ? binary('/', expr, number(1000)) : expr;

const summedRate = (
  context: QuestionContext,
  latency: LatencySource,
  suffix: string,
  by: readonly string[],
  window: number
): Expr => sumBy(by, rate(selector(latency.metric + suffix, scopedMatchers(context, latency.matchers)), window));

/** Mean latency of each hour. */
export const hourlyLatency: KpiBuilder = (context) => {
  const { latency, group } = context.profile;
  if (!latency) {
    return noLatency(context);
  }
  return {
    expr: meanExpr(context, latency, group, HOUR),
    unit: 'seconds',
    step: HOUR,
    lookback: HOUR,
    doc: 'Mean latency of each hour: time spent over requests served.',
  };
};

/** 99th percentile of one service over time. */
export const serviceP99: KpiBuilder = (context) => {
  const { latency, group } = context.profile;
  if (!hasQuantiles(latency)) {
    return noLatency(context);
  }
  return {
    expr: quantileExpr(context, latency, 0.99, group, pictureWindow(context)),
    unit: 'seconds',
    step: pictureStep(context),
    lookback: pictureWindow(context),
    doc: '99th percentile of latency, from the sum of buckets over all instances; limited by the edges of the buckets.',
    ...(isFiveMinutes(context) && {
      recorded: {
        name: 'headroom:latency:p99_5m',
        expr: oncePerGroup(context, recordedSelector('headroom:latency:p99_5m', context)),
      },
    }),
  };
};
