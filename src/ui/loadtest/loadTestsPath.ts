import { locationUtil } from '@grafana/data';

interface Target {
  /** Of one service only. */
  readonly service?: string;
  /** A plan for a service, by key; empty for one that is to be chosen. */
  readonly plan?: string;
  readonly run?: string;
  readonly report?: string;
  readonly compare?: readonly string[];
}

/** Address of something about load tests, with the sub-path Grafana may be served under. */
export function loadTestsPath({ compare, ...rest }: Target): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined) {
      params.set(name, value);
    }
  }
  if (compare) {
    params.set('compare', compare.join(','));
  }
  const query = params.toString();
  return locationUtil.assureBaseUrl(`/a/headroom-capacity-app/loadtests${query === '' ? '' : `?${query}`}`);
}
