import path from 'node:path';

/** Files and folders of a demo; everything it writes lies in one folder. */
export class DemoPaths {
  constructor(
    readonly root: string,
    /** Another folder is another demo: tests run theirs beside one that is in use. */
    readonly state = path.join(root, '.demo')
  ) {}

  readonly in = (...parts: string[]): string => path.join(this.state, ...parts);

  get data(): string {
    return this.in('prometheus');
  }
  get scratch(): string {
    return this.in('scratch');
  }
  get logs(): string {
    return this.in('logs');
  }
  get pidFile(): string {
    return this.in('running.json');
  }
  get historyFile(): string {
    return this.in('history.json');
  }
  get planFile(): string {
    return this.in('plan.json');
  }
  get continuationFile(): string {
    return this.in('continuation.json');
  }
  get prometheusConfig(): string {
    return this.in('prometheus.yml');
  }
  get routerConfig(): string {
    return this.in('haproxy.cfg');
  }
  get keeperConfig(): string {
    return this.in('keeper.json');
  }
  /** Journal, audit log and control file of the keeper. */
  get keeperState(): string {
    return this.in('keeper');
  }
  /** What Grafana's proxy has to send to the keeper. */
  get keeperToken(): string {
    return this.in('keeper-token');
  }
  /** What the keeper has to send to HAProxy. */
  get leaseToken(): string {
    return this.in('lease-token');
  }
  get plugin(): string {
    return path.join(this.root, 'dist');
  }
}
