import type { Result } from '../domain/base/Result';

export interface InstalledDataSource {
  readonly uid: string;
  readonly name: string;
}

export interface InstallProblem {
  readonly kind: 'forbidden' | 'name-taken' | 'unreachable';
  readonly message: string;
}

/** Creates the one Headroom data source that dashboards name by its fixed uid. */
export interface DataSourceInstaller {
  /** True when this user may create it. */
  readonly mayInstall: boolean;
  /** Null when it is not there. */
  find(): Promise<Result<InstalledDataSource | null, InstallProblem>>;
  /** Creates it, or returns the one that is there already. */
  install(): Promise<Result<InstalledDataSource, InstallProblem>>;
}
