import { isBenchmark } from '../../../domain/capacity/isBenchmark';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { peakTodayQuestion } from '../../../domain/promql/peakTodayQuestion';
import type { QuestionContext } from '../../../domain/promql/QuestionContext';
import { isNoQuestion, questionFor } from '../../../domain/promql/questionFor';
import type { Metrics } from '../../../ports/Metrics';
import { alertsSeen, type AlertsAsked } from '../alertsSeen';
import type { KnownOfService } from './aboutTarget';

/** What the fleet already knows of a service, and what is asked once before a run. Null where it cannot be told. */
export async function knownOfService(facts: ServiceFacts, asked: AlertsAsked, signal: AbortSignal): Promise<KnownOfService> {
  const { metrics, source, context } = asked;
  const [alerts, peakTodayRps] = await Promise.all([alertsSeen(asked, signal), numberOf(metrics, source, peakTodayQuestion(context), signal)]);
  const { benchmark } = facts;
  return {
    cores: facts.coresPerInstance,
    memoryBytes: null,
    safeLimitRps: isBenchmark(benchmark) ? benchmark.low : null,
    peakTodayRps,
    service: facts,
    ...autoscalerOf(facts),
    alerts,
    scrapeTimeoutMs: null,
  };
}

function autoscalerOf({ autoscaler, autoscalerUnknown }: ServiceFacts): Pick<KnownOfService, 'autoscaler' | 'autoscalerUnknown'> {
  if (autoscaler === null) {
    return { autoscaler: null, ...(autoscalerUnknown !== undefined && { autoscalerUnknown }) };
  }
  const { min, max } = autoscaler;
  return min === null || max === null ? { autoscaler: null, autoscalerUnknown: 'is reported, its bounds are not' } : { autoscaler: { min, max } };
}

/** p99 of the one service now, seconds; null = not known. */
export async function p99Now(metrics: Metrics, source: string, context: QuestionContext, signal: AbortSignal): Promise<number | null> {
  const question = questionFor('service-p99', context);
  return isNoQuestion(question) ? null : numberOf(metrics, source, question.expr, signal);
}

/** Of an expression with one row; null = no answer. */
async function numberOf(metrics: Metrics, source: string, expr: string, signal: AbortSignal): Promise<number | null> {
  const answer = await metrics.instant(source, expr, null, signal);
  const value = answer.ok ? answer.value.data[0]?.value : undefined;
  return value === undefined || !Number.isFinite(value) ? null : value;
}
