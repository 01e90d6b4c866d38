import { awkwardNames } from '../../testing/awkwardNames';
import { factsFixture } from '../../testing/factsFixture';
import { serviceLink } from './serviceLink';

describe('serviceLink', () => {
  it.each(awkwardNames.map((name) => [name]))('brings the key of %p through the address', (name) => {
    const { key } = factsFixture({ name, namespace: 'a&b=c#d' }).service;
    const url = new URL(serviceLink(key), 'http://grafana.invalid');
    expect(url.pathname).toBe('/a/headroom-capacity-app/service');
    expect(url.searchParams.get('key')).toBe(key);
    expect(url.hash).toBe('');
  });
});
