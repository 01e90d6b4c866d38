import type { Observable } from 'rxjs';
import type { Result } from '../../domain/base/Result';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import type { DataSourceInfo } from '../../ports/DataSources';
import type { SettingsProblem, StoredSettings } from '../../ports/SettingsStore';
import type { RecordingPlan } from './RecordingPlan';
import type { SourceFindings } from './SetupView';

export interface SetupUseCase {
  dataSources(): readonly DataSourceInfo[];
  /** What is saved now, or why it cannot be read. */
  load(): Promise<Result<StoredSettings, SettingsProblem>>;
  /** Looks into one source under the given (maybe unsaved) settings; emits as checks finish; completes; never errors. */
  inspect(source: SourceSettings, draft: Settings): Observable<SourceFindings>;
  save(settings: Settings, revision: string): Promise<Result<StoredSettings, SettingsProblem>>;
  /** Recording-rule file and back-fill command for one source: each Prometheus loads its own file. Rejects only with AbortError. */
  recordingRules(source: SourceSettings, draft: Settings, signal: AbortSignal): Promise<RecordingPlan>;
}
