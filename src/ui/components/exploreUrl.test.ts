import { locationUtil, type GrafanaConfig } from '@grafana/data';
import { NOW } from '../testing/NOW';
import { exploreUrl } from './exploreUrl';

const underSubPath = (appSubUrl: string) =>
  locationUtil.initialize({
    config: { appSubUrl } as GrafanaConfig,
    getTimeRangeForUrl: jest.fn(),
    getVariablesUrlParams: jest.fn(),
  });

interface Pane {
  readonly datasource: string;
  readonly queries: ReadonlyArray<Record<string, unknown>>;
  readonly range: Record<string, string>;
}

const paneOf = (url: string): Pane => {
  const panes = new URL(url, 'http://grafana.invalid').searchParams.get('panes') ?? '{}';
  return (JSON.parse(panes) as { headroom: Pane }).headroom;
};

describe('exploreUrl', () => {
  beforeEach(() => underSubPath(''));

  it('carries a range query with its span', () => {
    const expr = 'sum by (service) (rate(x{a="b\\"c"}[5m])) > 0 & é';
    const url = exploreUrl(
      { kind: 'query', source: 'prom', expr, range: { from: NOW - 1000, to: NOW, step: 86_400_000 } },
      'prometheus'
    );
    expect(url).toMatch(/^\/explore\?schemaVersion=1&/);
    expect(paneOf(url)).toEqual({
      datasource: 'prom',
      queries: [{ refId: 'A', datasource: { type: 'prometheus', uid: 'prom' }, expr, range: true, instant: false, interval: '1d' }],
      range: { from: String(NOW - 1000), to: String(NOW) },
    });
  });

  it('asks an instant question as an instant question', () => {
    const pane = paneOf(exploreUrl({ kind: 'query', source: 'prom', expr: 'up' }, 'mimir'));
    expect(pane.queries[0]).toMatchObject({ instant: true, range: false, datasource: { type: 'mimir' } });
  });

  it('stays under the sub-path Grafana is served at', () => {
    underSubPath('/grafana');
    expect(exploreUrl({ kind: 'query', source: 'prom', expr: 'up' }, 'prometheus')).toMatch(/^\/grafana\/explore\?/);
  });
});
