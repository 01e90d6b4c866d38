import { Observable } from 'rxjs';
import { DAY, HOUR } from '../../domain/base/Duration';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import { recordingDocuments } from '../../domain/alertrules/recordingDocuments';
import { backfillCommand } from '../../domain/promql/backfillCommand';
import { recordingRules } from '../../domain/promql/recordingRules';
import type { Clock } from '../../ports/Clock';
import type { DataSources } from '../../ports/DataSources';
import type { Metrics } from '../../ports/Metrics';
import type { SettingsStore } from '../../ports/SettingsStore';
import { detectSource } from './detectSource';
import { FindingsBoard } from './FindingsBoard';
import { failed } from './Finding';
import { inspectSource } from './inspectSource';
import { measureScrapeInterval } from './measureScrapeInterval';
import { profileContext } from '../sources/profileContext';
import { profilesInUse } from '../sources/profilesInUse';
import { recordingCosts } from './recordingCosts';
import type { RecordingPlan } from './RecordingPlan';
import type { SetupUseCase } from './SetupUseCase';
import type { SourceFindings } from './SetupView';
import { SourceProbe } from './SourceProbe';

/** The back-fill runs beside the server, whose address from there nobody but its operator knows. */
const ASSUMED_ADDRESS = 'http://localhost:9090';

/** What is newer is still in the server's memory; filled blocks would overlap it. */
const IN_MEMORY = 3 * HOUR;

export interface SetupPorts {
  readonly metrics: Metrics;
  readonly dataSources: DataSources;
  readonly settings: SettingsStore;
  readonly clock: Clock;
}

/** What the Configuration page asks for. */
export class Setup implements SetupUseCase {
  constructor(private readonly ports: SetupPorts) {}

  dataSources() {
    return this.ports.dataSources.list();
  }

  load() {
    return this.ports.settings.load();
  }

  save(settings: Settings, revision: string) {
    return this.ports.settings.save(settings, revision);
  }

  inspect(source: SourceSettings, draft: Settings): Observable<SourceFindings> {
    return new Observable((subscriber) => {
      const abort = new AbortController();
      const board = this.board(source, (findings) => subscriber.next(findings));
      subscriber.next(board.current);
      inspectSource(this.probe(source, abort.signal), board, source, draft)
        .catch((error: unknown) => {
          if (!abort.signal.aborted) {
            board.put(
              { id: 'broken', title: 'Inspection', expr: null },
              failed(`It broke off: ${String(error)}`, 'What was found before stands. Please report this.')
            );
            board.update({ state: 'failed' });
          }
        })
        .finally(() => subscriber.complete());
      return () => abort.abort();
    });
  }

  async recordingRules(source: SourceSettings, draft: Settings, signal: AbortSignal): Promise<RecordingPlan> {
    const board = this.board(source, () => {});
    const probe = this.probe(source, signal);
    const detection = await detectSource(probe, board, source, draft);
    const used = detection ? profilesInUse(source, detection.profiles) : [];
    if (detection === null || used.length === 0) {
      const why = board.current.checks
        .filter(({ verdict }) => verdict === 'fail')
        .map(({ title, detail }) => `${title}: ${detail}`);
      return {
        yaml: null,
        rules: [],
        backfill: '',
        notes: why.length > 0 ? why : ['No profile of this source is usable yet: see Sources.'],
        loaded: [],
        costs: [],
      };
    }
    // Written from raw series: a rule that read its own record would never be filled.
    const contexts = await Promise.all(
      used.map(async (detected) => {
        const interval = await measureScrapeInterval(probe, board, source, detected.profile);
        return profileContext(source, detected, detection, interval);
      })
    );
    const now = this.ports.clock.now();
    return {
      yaml: recordingRules(contexts),
      rules: recordingDocuments({ uid: source.uid, name: this.nameOf(source) }, contexts),
      backfill: backfillCommand(
        { from: now - draft.historyDays * DAY, to: now - IN_MEMORY },
        { prometheusUrl: ASSUMED_ADDRESS }
      ),
      notes: notesFor(source),
      loaded: [...detection.recorded].sort(),
      costs: await recordingCosts(probe, contexts, used, draft.historyDays),
    };
  }

  private board(source: SourceSettings, emit: (findings: SourceFindings) => void): FindingsBoard {
    return new FindingsBoard({ uid: source.uid, name: this.nameOf(source), ...NOTHING_FOUND }, this.ports.clock, emit);
  }

  private nameOf({ uid }: SourceSettings): string {
    return this.dataSources().find((known) => known.uid === uid)?.name ?? uid;
  }

  private probe(source: SourceSettings, signal: AbortSignal): SourceProbe {
    return new SourceProbe(this.ports.metrics, this.ports.clock, source.uid, signal);
  }
}

const NOTHING_FOUND: Omit<SourceFindings, 'uid' | 'name'> = {
  state: 'looking',
  checks: [],
  profiles: [],
  services: [],
  zones: [],
  versions: 0,
  autoscalers: 0,
  suggestedRules: [],
};

const notesFor = (source: SourceSettings): string[] =>
  source.scope.length > 0 ? ['The rules read only what is within the scope of this source.'] : [];
