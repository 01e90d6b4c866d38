import { MINUTE } from '../../domain/base/Duration';
import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import { detectionPattern } from '../../domain/catalogue/detectionPattern';
import { detectProfiles } from '../../domain/catalogue/detectProfiles';
import { labelFactsFrom, type LabelFacts } from '../../domain/catalogue/LabelFacts';
import { metricsToAskAbout, type LabelFactsRequest } from '../../domain/catalogue/metricsToAskAbout';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import { detectRecorded } from '../../domain/promql/detectRecorded';
import { labelFactsQuestion } from '../../domain/promql/labelFactsQuestion';
import { failed, passed, warned, type Finding } from './Finding';
import type { FindingsBoard } from './FindingsBoard';
import type { SourceDetection } from './SourceDetection';
import type { SourceProbe } from './SourceProbe';

const TOLERATED_SKEW = 2 * MINUTE;

/**
 * Which metric families a source holds and how they fit: is it reachable, which names are there, which labels do the
 * found families carry. Null when the source cannot be asked; the board says why.
 */
export async function detectSource(
  probe: SourceProbe,
  board: FindingsBoard,
  source: SourceSettings,
  draft: Settings
): Promise<SourceDetection | null> {
  const reachable = { id: 'reachable', title: 'The data source answers', expr: 'vector(1)' };
  if (
    (await board.run(
      reachable,
      () => probe.instant('vector(1)'),
      (rows) => reachableFinding(rows[0]?.at, probe.now())
    )) === null
  ) {
    return null;
  }
  const pattern = detectionPattern(draft.customProfiles);
  const families = { id: 'metrics', title: 'Request metrics are there', expr: null };
  const names = await board.run(
    families,
    () => probe.metricNames(pattern),
    (found) => (found.length > 0 ? passed(`${found.length} useful metric names; looking at their labels …`) : NO_FAMILY)
  );
  if (names === null) {
    return null;
  }
  const metrics = new Set(names);
  const requests = metricsToAskAbout(metrics, draft.customProfiles);
  const facts = await askLabels(probe, board, source, requests);
  const profiles = detectProfiles(metrics, facts, draft.customProfiles);
  // Where no question about labels was answered, those checks say what is wrong.
  if (facts.size > 0 || requests.length === 0) {
    board.put(families, familiesFinding(profiles));
  }
  return { metrics, facts, recorded: detectRecorded(names), profiles };
}

async function askLabels(
  probe: SourceProbe,
  board: FindingsBoard,
  source: SourceSettings,
  requests: readonly LabelFactsRequest[]
): Promise<ReadonlyMap<string, LabelFacts>> {
  const facts = new Map<string, LabelFacts>();
  await Promise.all(
    requests.map(async ({ metric, candidates }) => {
      const expr = labelFactsQuestion(metric, candidates, source.scope);
      const head = { id: `labels:${metric}`, title: `Labels of ${metric}`, expr };
      const rows = await board.run(
        head,
        () => probe.instant(expr),
        (found) => labelsFinding(labelFactsFrom(metric, found), source)
      );
      if (rows) {
        facts.set(metric, labelFactsFrom(metric, rows));
      }
    })
  );
  return facts;
}

/** The server says when it evaluated: the one chance to notice that its clock and the browser's disagree. */
function reachableFinding(serverTime: number | undefined, now: number): Finding {
  const skew = serverTime === undefined ? 0 : serverTime - now;
  if (Math.abs(skew) <= TOLERATED_SKEW) {
    return passed('A question for a constant was answered.');
  }
  const minutes = Math.round(Math.abs(skew) / MINUTE);
  return warned(
    `It answers, but its clock is ${minutes} min ${skew > 0 ? 'ahead of' : 'behind'} this browser's.`,
    "Set the clock that is wrong. What is happening now is read by the server's clock; the newest part of history may be missing."
  );
}

const NO_FAMILY = failed(
  'No metric that counts requests, of those Headroom knows, had samples in the last six hours.',
  'If your services count their requests under another name, describe it under Custom profiles. Otherwise export request metrics (Prometheus client, OpenTelemetry, Micrometer, a service mesh or a proxy) and check again.'
);

const familiesFinding = (profiles: readonly DetectedProfile[]): Finding =>
  profiles.length > 0
    ? passed(`${profiles.map(({ profile }) => `${profile.requests.metric} (${profile.title})`).join(', ')}.`)
    : NO_FAMILY;

function labelsFinding({ series, labels }: LabelFacts, source: SourceSettings): Finding {
  if (series === 0) {
    return failed(
      source.scope.length > 0
        ? 'The metric has no samples now within the scope of this source.'
        : 'The metric has no samples now.',
      source.scope.length > 0
        ? 'Check the scope: a misspelled value matches nothing.'
        : 'Check that its targets are still scraped.'
    );
  }
  return passed(`${series} series; of the labels Headroom can use: ${[...labels.keys()].join(', ') || 'none'}.`);
}
