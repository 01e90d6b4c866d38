import path from 'node:path';

/** Files and folders of a demo; everything it writes lies in one git-ignored folder. */
export class DemoPaths {
  readonly state: string;

  constructor(readonly root: string) {
    this.state = path.join(root, '.demo');
  }

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
  get plugin(): string {
    return path.join(this.root, 'dist');
  }
}
