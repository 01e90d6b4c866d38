import { valueOf } from '../../../domain/base/Figure';
import { isBenchmark } from '../../../domain/capacity/isBenchmark';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { firingAlertsQuestion } from '../../../domain/promql/firingAlertsQuestion';
import { peakTodayQuestion } from '../../../domain/promql/peakTodayQuestion';
import type { QuestionContext } from '../../../domain/promql/QuestionContext';
import { isNoQuestion, questionFor } from '../../../domain/promql/questionFor';
import type { Metrics } from '../../../ports/Metrics';
import type { KnownOfService } from './aboutTarget';

/** What the fleet already knows of a service, and what is asked once before a run. Null where it cannot be told. */
export async function knownOfService(facts: ServiceFacts, metrics: Metrics, source: string, context: QuestionContext, signal: AbortSignal): Promise<KnownOfService> {
  const [firingAlerts, peakTodayRps] = await Promise.all([firingAlertsOf(metrics, source, context, signal), numberOf(metrics, source, peakTodayQuestion(context), signal)]);
  const { autoscaler, benchmark, policy } = facts;
  return {
    cores: facts.coresPerInstance,
    memoryBytes: null,
    safeLimitRps: isBenchmark(benchmark) ? benchmark.low : null,
    peakTodayRps,
    athRps: valueOf(facts.ath.figure),
    eventFactor: facts.eventFactor ?? (facts.athWasEvent ? policy.eventFactorAfterEvent : policy.eventFactor),
    autoscaler: autoscaler === null || autoscaler.min === null || autoscaler.max === null ? null : { min: autoscaler.min, max: autoscaler.max },
    firingAlerts,
    scrapeTimeoutMs: null,
  };
}

async function firingAlertsOf(metrics: Metrics, source: string, context: QuestionContext, signal: AbortSignal): Promise<readonly string[] | null> {
  const answer = await metrics.instant(source, firingAlertsQuestion(context), null, signal);
  return answer.ok ? [...new Set(answer.value.data.map(({ labels }) => labels.alertname ?? 'an alert without a name'))].sort() : null;
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
