import { ok } from '../base/Result';
import { builtInProfiles } from './builtInProfiles';
import { detectionPattern } from './detectionPattern';
import { groupsOf } from './metricsToAskAbout';
import { parseProfile } from './parseProfile';
import { isLabelName } from './PrometheusName';
import { withoutAlternatives } from './withoutAlternatives';

describe.each(builtInProfiles.map((p) => [p.id, p] as const))('built-in profile %s', (id, profile) => {
  it('would pass as a custom one under another id', () => {
    const plain = { ...withoutAlternatives(profile), id: `my-${id}` };
    expect(parseProfile(JSON.parse(JSON.stringify(plain)))).toEqual(ok(plain));
  });

  it('has a doc line, and valid names in all its forms', () => {
    expect(profile.doc).toMatch(/\.$/);
    const labels = [...groupsOf(profile).flat(), ...Object.values(profile.alternatives.labels).flat()];
    expect(labels.filter((l) => !isLabelName(l))).toEqual([]);
  });

  it('is found by its own grouping or an alternative to it', () => {
    expect(groupsOf(profile).some((g) => g.join() === profile.group.join())).toBe(true);
  });

  it('is asked for at detection', () => {
    const pattern = new RegExp(`^(?:${detectionPattern()})$`);
    expect([profile.detect, profile.requests.metric].filter((name) => !pattern.test(name))).toEqual([]);
  });
});

describe('the table', () => {
  it('has no id twice', () => {
    expect(new Set(builtInProfiles.map((p) => p.id)).size).toBe(builtInProfiles.length);
  });
});

describe('detectionPattern', () => {
  const pattern = new RegExp(`^(?:${detectionPattern()})$`);

  it.each(['http_requests_total', 'http_request_duration_seconds_bucket', 'kube_pod_owner', 'headroom:demand:rate5m'])(
    'wants %s',
    (name) => expect(pattern.test(name)).toBe(true)
  );

  it.each(['up', 'my_http_requests_total', 'http_requests_total_created', 'go_goroutines'])('leaves %s alone', (name) =>
    expect(pattern.test(name)).toBe(false)
  );

  it('knows custom profiles, and stays short enough for an address', () => {
    const custom = { ...builtInProfiles[0]!, id: 'mine', requests: { metric: 'mine_total' }, detect: 'mine_total' };
    expect(new RegExp(`^(?:${detectionPattern([withoutAlternatives(custom)])})$`).test('mine_total')).toBe(true);
    expect(detectionPattern().length).toBeLessThan(4500);
  });
});
