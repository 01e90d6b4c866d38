import type { OrgRole } from './access/OrgRole';

/** The package lines the browser side can be compiled against. The same plugin build is loaded in both. */
export type HostVariant = 'grafana12' | 'grafana13';

/** Who a request without a session cookie is: signed in as admin, an anonymous Viewer, or nobody (sent to the login form). */
export type SignedOutAs = 'admin' | 'anonymous' | 'nobody';

export interface HostOptions {
  port: number;
  /** Handed to provisioning files as `$PROMETHEUS_URL`. */
  prometheusUrl: string;
  /** Handed to provisioning files as `$ROUTING_URL` and `$ROUTING_TOKEN`; empty without a routing endpoint. */
  routing?: { readonly url: string; readonly token: string };
  /** The built plugin: a root app with nested plugins below it. */
  distDir: string;
  /** The folder a real Grafana reads: `datasources/*.yaml` and `plugins/*.yaml`. */
  provisioningDir: string;
  /** Where settings, annotations and user storage are kept, as JSON. */
  dataDir: string;
  variant?: HostVariant;
  /** For instance `/grafana`: everything is served below it. */
  subPath?: string;
  /** Send Grafana's default content security policy template. */
  csp?: boolean;
  signedOut?: SignedOutAs;
  /** Data sources (by uid) that only this role and those above may see and query. Open-source Grafana has no such rule; its other editions do. */
  restricted?: Readonly<Record<string, OrgRole>>;
  /** How long to wait for a data source, in milliseconds. Grafana's default is 30 seconds. */
  upstreamTimeoutMs?: number;
}

export interface RunningHost {
  url: string;
  stop(): Promise<void>;
}
