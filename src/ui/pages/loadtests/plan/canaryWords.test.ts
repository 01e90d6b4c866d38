import { parseCanaryConfig } from '../../../../domain/canary/aca/parseCanaryConfig';
import { canaryWords } from './canaryWords';

const wordsOf = (metrics: readonly unknown[], more = {}): readonly string[] => {
  const parsed = parseCanaryConfig(JSON.stringify({ metrics, ...more }));
  return parsed.ok ? canaryWords(parsed.value) : [parsed.error];
};

it('says of each metric how it is asked for', () => {
  const canary = (own: object) => ({ analysisConfigurations: { canary: own } });
  expect(
    wordsOf([
      { name: 'latency' },
      { name: 'fails', query: { customInlineTemplate: 'PromQL:rate(e{pod="${scope}"}[1m])' }, ...canary({ critical: true }) },
      { name: 'heap', query: { metricName: 'jvm_bytes' }, ...canary({ muted: true }) },
    ])
  ).toEqual([
    'latency: as every load test measures it',
    'fails, critical: rate(e{pod="${scope}"}[1m])',
    'heap, reported only: the average of jvm_bytes on the instance',
    'On a simulated target nobody answers such queries: there the judge permits nothing.',
  ]);
});

it('names what it does not know', () => expect(wordsOf([{ name: 'cpu' }], { colour: 'red' })).toEqual(['cpu: as every load test measures it', 'colour is not known and is ignored']));
