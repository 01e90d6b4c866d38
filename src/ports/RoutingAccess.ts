import type { Result } from '../domain/base/Result';
import type { SettingsProblem } from './SettingsStore';

/** Address of the routing endpoint and whether its token is kept. The token itself is never read back. */
export interface RoutingAccess {
  /** Without a slash at the end; null = not configured. */
  readonly url: string | null;
  readonly tokenSet: boolean;
}

/** Where the routing endpoint is. The token goes into Grafana's secure settings; its proxy puts it into each call. */
export interface RoutingAccessStore {
  load(): Promise<Result<RoutingAccess, SettingsProblem>>;
  /** @param url null takes the endpoint away; @param token null leaves the stored one as it is */
  save(url: string | null, token: string | null): Promise<Result<RoutingAccess, SettingsProblem>>;
}
