import { writeList } from '../../domain/base/writeList';
import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import type { DataSources } from '../../ports/DataSources';
import type { Metrics } from '../../ports/Metrics';
import type { Notice } from '../Notice';
import { findSourceContexts } from '../sources/findSourceContexts';
import type { SourceContext } from '../sources/SourceContext';

export interface FoundFleet {
  readonly contexts: readonly SourceContext[];
  readonly notices: readonly Notice[];
  /** True when a source gave no answer: looking again may find more. */
  readonly lacking: boolean;
}

/** Looks into every source of the settings at once; a source that fails leaves the others standing. */
export async function findFleet(
  ports: { readonly metrics: Metrics; readonly dataSources: DataSources },
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
      const found = await findSourceContexts(ports.metrics, source, info.name, settings, now, signal);
      if (!found.ok) {
        return {
          contexts: [],
          lacking: true,
          notices: [
            {
              id: `source ${source.uid} ${found.error.kind}`,
              severity: 'error',
              title: `${info.name} gives no answer`,
              detail: found.error.message,
              next: 'It is looked into again every ten seconds. Configuration shows each check of this data source.',
            },
          ],
        };
      }
      const { contexts, detected } = found.value;
      return { contexts, lacking: false, notices: contexts.length === 0 ? [nothingUsable(source, info.name, detected)] : [] };
    })
  );
  return { contexts: all.flatMap((f) => f.contexts), notices: all.flatMap((f) => f.notices), lacking: all.some((f) => f.lacking) };
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
