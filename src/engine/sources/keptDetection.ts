import * as z from 'zod/mini';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import type { Ledger } from '../../ports/Ledger';
import type { Detection } from './Detection';

const fact = z.object({ values: z.number(), series: z.number() });
const document = z.object({
  schema: z.literal(1),
  about: z.string(),
  metrics: z.array(z.string()),
  facts: z.array(z.object({ metric: z.string(), series: z.number(), labels: z.array(z.tuple([z.string(), fact])) })),
  scrapeIntervals: z.array(z.tuple([z.string(), z.number().check(z.positive())])),
  recorded: z.array(z.tuple([z.string(), z.array(z.string())])),
});

export type DetectionLedger = Pick<Ledger, 'recall' | 'remember'>;

/** Keeps what was learnt of a source, so that the next visit can draw before it has asked, or while nobody answers. */
export const keepDetection = (ledger: DetectionLedger, source: SourceSettings, settings: Settings, found: Detection): Promise<void> =>
  ledger.remember(nameOf(source), {
    schema: 1,
    about: aboutOf(source, settings),
    metrics: [...found.metrics],
    facts: [...found.facts.values()].map(({ metric, series, labels }) => ({ metric, series, labels: [...labels] })),
    scrapeIntervals: [...found.scrapeIntervals],
    recorded: [...found.recorded].map(([profile, names]) => [profile, [...names]]),
  });

/** What an earlier visit learnt under the same settings; null when nothing was kept, or nothing that can be read. */
export async function recallDetection(ledger: DetectionLedger, source: SourceSettings, settings: Settings): Promise<Detection | null> {
  const kept = document.safeParse(await ledger.recall(nameOf(source)));
  if (!kept.success || kept.data.about !== aboutOf(source, settings)) {
    return null;
  }
  const { metrics, facts, scrapeIntervals, recorded } = kept.data;
  return {
    metrics: new Set(metrics),
    facts: new Map(facts.map((f) => [f.metric, { ...f, labels: new Map(f.labels) }])),
    scrapeIntervals: new Map(scrapeIntervals),
    recorded: new Map(recorded.map(([profile, names]) => [profile, new Set(names)])),
  };
}

const nameOf = ({ uid }: SourceSettings): string => JSON.stringify(['detection', uid]);

/** Settings that decide what is asked and how it is understood. */
const aboutOf = (source: SourceSettings, { customProfiles, historyDays }: Settings): string => JSON.stringify([source, customProfiles, historyDays]);
