import { writeList } from '../../domain/base/writeList';
import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import type { DataSources } from '../../ports/DataSources';
import type { Metrics, QueryFailureKind } from '../../ports/Metrics';
import type { Notice } from '../Notice';
import { contextsOf } from '../sources/contextsOf';
import { keepDetection, recallDetection, type DetectionLedger } from '../sources/keptDetection';
import { learnSource } from '../sources/learnSource';
import type { SourceContext } from '../sources/SourceContext';

export interface FoundFleet {
  readonly contexts: readonly SourceContext[];
  readonly notices: readonly Notice[];
  /** True when a source gave no answer: looking again may find more. */
  readonly lacking: boolean;
}

/** Failures of a source that may be back any moment; who may not query it is not shown what was kept of it. */
const MAY_STAND: ReadonlySet<QueryFailureKind> = new Set<QueryFailureKind>([
  'unavailable', 'timeout', 'bad-answer', 'execution', 'parse', 'too-many-samples', 'too-many-points',
]);

interface FindPorts {
  readonly metrics: Metrics;
  readonly dataSources: DataSources;
  readonly ledger: DetectionLedger;
}

/** Looks into every source of the settings at once; of one that fails, what an earlier visit learnt stands. */
export async function findFleet(
  ports: FindPorts,
  settings: Settings,
  now: number,
  signal: AbortSignal
): Promise<FoundFleet> {
  const list = ports.dataSources.list();
  if (settings.sources.length === 0) {
    return { contexts: [], notices: [noSource(list.length)], lacking: false };
  }
  const all = await Promise.all(
    settings.sources.map(async (source): Promise<FoundFleet> => {
      const info = list.find((s) => s.uid === source.uid);
      if (!info) {
        return { contexts: [], notices: [goneSource(source.uid)], lacking: false };
      }
      const found = await learnSource(ports.metrics, source, settings, now, signal);
      if (!found.ok) {
        const kept = MAY_STAND.has(found.error.kind) ? await keptContexts(ports, source, settings) : [];
        return {
          contexts: kept,
          lacking: true,
          notices: [
            {
              id: `source ${source.uid} ${found.error.kind}`,
              severity: 'error',
              title: `${info.name} gives no answer`,
              detail: found.error.message,
              next: `${kept.length > 0 ? 'What you see of it is what this browser kept from an earlier visit. ' : ''}It is looked into again every ten seconds. Configuration shows each check of this data source.`,
            },
          ],
        };
      }
      void keepDetection(ports.ledger, source, settings, found.value);
      const { contexts, detected } = contextsOf(found.value, source, info.name, settings);
      return { contexts, lacking: false, notices: contexts.length === 0 ? [nothingUsable(source, info.name, detected)] : [] };
    })
  );
  return { contexts: all.flatMap((f) => f.contexts), notices: all.flatMap((f) => f.notices), lacking: all.some((f) => f.lacking) };
}

/** What earlier visits learnt of all sources: enough to draw what the ledger holds, before anybody was asked. */
export async function recallFleet(ports: FindPorts, settings: Settings): Promise<readonly SourceContext[]> {
  const all = await Promise.all(settings.sources.map((source) => keptContexts(ports, source, settings)));
  return all.flat();
}

async function keptContexts({ dataSources, ledger }: FindPorts, source: SourceSettings, settings: Settings): Promise<readonly SourceContext[]> {
  const info = dataSources.list().find((s) => s.uid === source.uid);
  const kept = info ? await recallDetection(ledger, source, settings) : null;
  return info && kept ? contextsOf(kept, source, info.name, settings).contexts : [];
}

const noSource = (listed: number): Notice => ({
  id: 'no source',
  severity: 'error',
  title: 'No Prometheus data source',
  detail:
    listed === 0
      ? 'This organization has no Prometheus-compatible data source that you may query.'
      : 'No data source is chosen.',
  next: listed === 0 ? 'An Admin can add one under Connections, Data sources.' : 'An Admin chooses one in Configuration.',
});

const goneSource = (uid: string): Notice => ({
  id: `source ${uid} gone`,
  severity: 'error',
  title: `Data source ${uid} is not there`,
  detail: 'The settings name a data source that does not exist in this organization, or that you may not query.',
  next: 'An Admin can choose another one in Configuration, or give you permission.',
});

function nothingUsable(source: SourceSettings, name: string, detected: readonly DetectedProfile[]): Notice {
  const seen = detected.map((d) => d.profile.title);
  return {
    id: `source ${source.uid} nothing`,
    severity: 'warning',
    title: `${name} holds no request metrics that Headroom can read`,
    detail:
      seen.length === 0
        ? 'None of the known families of request metrics has had samples in the last six hours.'
        : `Found ${writeList(seen)}, but ${detected[0]?.missing[0]?.what ?? 'the chosen profiles'} cannot be used: ${detected[0]?.missing[0]?.lost ?? 'none of them is switched on'}.`,
    next: detected[0]?.missing[0]?.next ?? 'Open Configuration: it shows what was looked for, and takes a custom profile.',
  };
}
