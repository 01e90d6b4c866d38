import { appAssets } from './appAssets';

describe('appAssets', () => {
  it.each([
    [
      'on its own host',
      'https://g.example/public/plugins/headroom-capacity-datasource/',
      'https://g.example/public/plugins/headroom-capacity-app/',
    ],
    [
      'under a sub-path',
      '/grafana/public/plugins/headroom-capacity-datasource/',
      '/grafana/public/plugins/headroom-capacity-app/',
    ],
    [
      'on a CDN',
      'https://cdn.example/headroom-capacity-app/1.0.0/public/plugins/headroom-capacity-app/datasource/',
      'https://cdn.example/headroom-capacity-app/1.0.0/public/plugins/headroom-capacity-app/',
    ],
    ['without an address of its own', 'public/plugins/headroom-capacity-app/', 'public/plugins/headroom-capacity-app/'],
  ])('%s', (_, own, app) => expect(appAssets(own)).toBe(app));
});
