import { parseProfile } from './parseProfile';

const good = {
  id: 'mine',
  group: ['namespace', 'app'],
  requests: { metric: 'mine_total' },
  labels: { instance: 'pod' },
};

const problem = (raw: unknown): string => {
  const parsed = parseProfile(raw);
  return parsed.ok ? 'accepted' : `${parsed.error.field} ${parsed.error.message}`;
};

describe('a custom profile', () => {
  it('needs an id, a grouping and a counter', () => {
    expect(problem(good)).toBe('accepted');
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, '(document) must be an object (found nothing)'],
    ['an id with a space', { ...good, id: 'a b' }, 'id must be 1 to 63 small letters'],
    ['a taken id', { ...good, id: 'istio' }, 'id "istio" is the id of a built-in profile'],
    ['no grouping', { ...good, group: [] }, 'group must be at least 1 long (found [])'],
    ['a grouping label with a dash', { ...good, group: ['a-b'] }, 'group[0] must be a label name'],
    ['a grouping label twice', { ...good, group: ['a', 'a'] }, 'group[1] label "a" stands twice'],
    ['instances as services', { ...good, group: ['pod'] }, 'labels.instance "pod" is a grouping label too'],
    [
      'PromQL in place of a metric',
      { ...good, requests: { metric: 'rate(x[5m])' } },
      'requests.metric must be a metric name',
    ],
    [
      'an error selector without matchers',
      { ...good, errors: { matchers: [] } },
      'errors.matchers must be at least 1 long',
    ],
    [
      'an error matcher with a bad pattern',
      { ...good, errors: { matchers: [{ label: 'code', op: '=~', value: '[' }] } },
      'errors.matchers[0].value must hold a valid regular expression',
    ],
    [
      'an error counter with a bad name',
      { ...good, errors: { counter: { metric: '1x' } } },
      'errors.counter.metric must be a metric name',
    ],
    [
      'a latency of no kind',
      { ...good, latency: { metric: 'x' } },
      'latency.kind must be one of "classic", "native" (found nothing)',
    ],
    [
      'a latency in minutes',
      { ...good, latency: { metric: 'x', kind: 'classic', unit: 'minutes' } },
      'latency.unit must be one of',
    ],
    ['an unknown way to count', { ...good, instances: { kind: 'guess' } }, 'instances.kind'],
    ['an unknown label role', { ...good, labels: { pod: 'pod' } }, 'labels.pod is not a known field'],
    ['__proto__', JSON.parse('{"__proto__":1}'), '__proto__ is not a known field'],
  ])('refuses %s', (_name, raw, message) => {
    expect(problem(raw)).toContain(message);
  });
});
