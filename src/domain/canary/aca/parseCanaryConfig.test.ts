import { parseCanaryConfig } from './parseCanaryConfig';

const document = {
  id: 'c1',
  name: 'checkout',
  applications: ['checkout'],
  judge: { name: 'NetflixACAJudge-v1.0', judgeConfigurations: {} },
  metrics: [
    {
      name: 'errors',
      groups: ['Errors'],
      query: { type: 'prometheus', customInlineTemplate: 'PromQL: sum(rate(http_errors_total[1m]))' },
      scopeName: 'default',
      analysisConfigurations: { canary: { direction: 'increase', nanStrategy: 'replace', critical: true, effectSize: { allowedIncrease: 2, criticalIncrease: 3 }, outliers: { strategy: 'remove', outlierFactor: 4 } } },
    },
    { name: 'latency', groups: ['Latency'], analysisConfigurations: { canary: { direction: 'sideways', effectSize: { measure: 'cles' } } } },
    { name: 'plain' },
  ],
  classifier: { groupWeights: { Errors: 60, Latency: 40 }, scoreThresholds: { pass: 90, marginal: 70 } },
};

const parse = (value: unknown) => parseCanaryConfig(JSON.stringify(value));

describe('parseCanaryConfig', () => {
  it('reads a configuration of Kayenta and fills in its defaults', () => {
    const result = parse(document);
    expect(result).toMatchObject({
      ok: true,
      value: {
        notices: [],
        config: {
          name: 'checkout',
          groupWeights: { Errors: 60, Latency: 40 },
          thresholds: { pass: 90, marginal: 70 },
          metrics: [
            { name: 'errors', query: { template: 'sum(rate(http_errors_total[1m]))', metric: null, matchers: [] }, direction: 'increase', nanStrategy: 'replace', critical: true, removeOutliers: true, outlierFactor: 4, effectSize: { measure: 'meanRatio', allowedIncrease: 2, allowedDecrease: 1, criticalIncrease: 3, criticalDecrease: 1 } },
            { name: 'latency', direction: 'either', nanStrategy: 'remove', effectSize: { measure: 'cles', allowedIncrease: 0.5, allowedDecrease: 0.5, criticalIncrease: 0.5, criticalDecrease: 0.5 } },
            { name: 'plain', groups: [], critical: false, mustHaveData: false, muted: false, removeOutliers: false, outlierFactor: 3, query: null },
          ],
        },
      },
    });
  });

  it.each([
    ['a metric and its matchers', { type: 'prometheus', metricName: 'http_errors_total', labelBindings: ['code=~"5.."'] }, { template: null, metric: 'http_errors_total', matchers: ['code=~"5.."'] }],
    ['a template before a metric', { customInlineTemplate: 'PromQL:up{pod="${scope}"}', metricName: 'x' }, { template: 'up{pod="${scope}"}', metric: null, matchers: [] }],
    ['a template of another system', { customInlineTemplate: 'resource.type = ...' }, null],
    ['an empty template', { customInlineTemplate: 'PromQL: ' }, null],
  ])('reads how it asks: %s', (_name, query, expected) => expect(parse({ metrics: [{ name: 'a', query }] })).toMatchObject({ ok: true, value: { config: { metrics: [{ query: expected }] } } }));

  it('says that a filter template is not applied', () =>
    expect(parse({ metrics: [{ name: 'a', query: { metricName: 'x', customFilterTemplate: 'mine' } }] })).toMatchObject({ ok: true, value: { notices: ['a: its filter template mine is not applied'] } }));

  it('leaves thresholds that are not there open', () => expect(parse({ metrics: [{ name: 'a' }] })).toMatchObject({ ok: true, value: { config: { thresholds: { pass: null, marginal: null } } } }));

  it('names unknown fields and another judge, and reads on', () => {
    const odd = { colour: 'red', ...document, judge: { name: 'dredd-v1.0' }, metrics: [{ name: 'a', sauce: 1, analysisConfigurations: { canary: { spice: true }, other: {} } }] };
    expect(parse(odd)).toMatchObject({
      ok: true,
      value: {
        notices: [
          'colour is not known and is ignored',
          'metrics.0.sauce is not known and is ignored',
          'metrics.0.analysisConfigurations.canary.spice is not known and is ignored',
          'metrics.0.analysisConfigurations.other is not known and is ignored',
          'judge.name is dredd-v1.0; it is judged as NetflixACAJudge-v1.0',
        ],
      },
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['a word for a number', { metrics: [{ name: 'a', analysisConfigurations: { canary: { effectSize: { allowedIncrease: 'lots' } } } }] }, /metrics\.0\.analysisConfigurations\.canary\.effectSize\.allowedIncrease/],
    ['a number for a word', { metrics: [{ name: 'a', analysisConfigurations: { canary: { direction: 1 } } }] }, /metrics\.0\.analysisConfigurations\.canary\.direction/],
    ['a word for a flag', { metrics: [{ name: 'a', analysisConfigurations: { canary: { critical: 'yes' } } }] }, /critical/],
    ['a weight above 100', { metrics: [{ name: 'a' }], classifier: { groupWeights: { a: 101 } } }, /classifier\.groupWeights\.a/],
    ['a threshold below 0', { metrics: [{ name: 'a' }], classifier: { scoreThresholds: { pass: -1 } } }, /scoreThresholds\.pass/],
    ['no metrics', { name: 'x' }, /metrics/],
    ['an empty list of metrics', { metrics: [] }, /metrics/],
    ['a metric without a name', { metrics: [{}] }, /metrics\.0\.name/],
    ['two of one name', { metrics: [{ name: 'a' }, { name: 'a' }] }, /two of them are called a/],
    ['a list', [], /the document/],
    ['nothing', null, /the document/],
  ])('refuses %s and names it', (_, value, message) => expect(parse(value)).toEqual({ ok: false, error: expect.stringMatching(message) }));

  it.each(['', '{', '<html>'])('refuses text that is not JSON: %j', (text) => expect(parseCanaryConfig(text)).toEqual({ ok: false, error: expect.stringContaining('not JSON') }));
});
