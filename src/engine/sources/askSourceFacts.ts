import { err, ok, type Result } from '../../domain/base/Result';
import { labelFactsFrom, type LabelFacts } from '../../domain/catalogue/LabelFacts';
import type { LabelFactsRequest } from '../../domain/catalogue/metricsToAskAbout';
import type { SourceSettings } from '../../domain/catalogue/Settings';
import { labelFactsQuestion } from '../../domain/promql/labelFactsQuestion';
import { sourceFactsFrom, sourceFactsQuestion, type SourceFacts } from '../../domain/promql/sourceFactsQuestion';
import type { Metrics, QueryFailure } from '../../ports/Metrics';

const NOTHING: SourceFacts = { labels: new Map(), scrapeIntervals: new Map() };

/** Labels and scrape intervals of the families found, in one question, as of the server's own now; one by one where the whole is refused. */
export async function askSourceFacts(
  metrics: Metrics,
  source: SourceSettings,
  requests: readonly LabelFactsRequest[],
  signal: AbortSignal
): Promise<Result<SourceFacts, QueryFailure>> {
  if (requests.length === 0) {
    return ok(NOTHING);
  }
  const whole = await metrics.instant(source.uid, sourceFactsQuestion(requests, source.scope), null, signal);
  if (whole.ok) {
    return ok(sourceFactsFrom(requests, whole.value.data));
  }
  const away = whole.error.kind === 'unavailable' || whole.error.kind === 'forbidden';
  return away ? err(whole.error) : askEach(metrics, source, requests, signal);
}

async function askEach(
  metrics: Metrics,
  source: SourceSettings,
  requests: readonly LabelFactsRequest[],
  signal: AbortSignal
): Promise<Result<SourceFacts, QueryFailure>> {
  const answers = await Promise.all(
    requests.map((r) => metrics.instant(source.uid, labelFactsQuestion(r.metric, r.candidates, source.scope), null, signal))
  );
  const labels = new Map<string, LabelFacts>();
  for (const [i, { metric }] of requests.entries()) {
    const rows = answers[i];
    if (rows?.ok) {
      labels.set(metric, labelFactsFrom(metric, rows.value.data));
    }
  }
  const failed = answers.find((a) => !a.ok);
  return failed && !failed.ok && labels.size === 0 ? err(failed.error) : ok({ labels, scrapeIntervals: new Map() });
}
