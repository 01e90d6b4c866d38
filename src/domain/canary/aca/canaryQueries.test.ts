import { canaryConfig, canaryMetric } from './canary.fixture';
import { canaryProblem, canaryQueries } from './canaryQueries';
import type { CanaryQuery } from './CanaryConfig';

const template = (text: string): CanaryQuery => ({ template: text, metric: null, matchers: [] });
const asked = (query: CanaryQuery | null, name = 'mine') => canaryConfig([canaryMetric({ name, query })]);

it.each<[string, CanaryQuery | null, string]>([
  ['what is measured anyway', null, 'errors'],
  ['a template with the instance', template('up{pod=~"${scope}"}'), 'mine'],
  ['a template with pod and namespace', template('up{pod="${pod}", namespace="${location}"}'), 'mine'],
  ['a metric by name', { template: null, metric: 'up', matchers: [] }, 'mine'],
])('takes %s', (_name, query, name) => expect(canaryProblem(asked(query, name))).toBeNull());

it.each<[string, CanaryQuery | null, RegExp]>([
  ['no query', null, /metric "mine" has no query.*latency, cpu, errors/],
  ['a template that tells nobody apart', template('sum(up)'), /"mine" asks the same of the target and of its peers/],
  ['a template that names only the namespace', template('up{ns="${location}"}'), /asks the same/],
  ['a placeholder nobody knows', template('up{pod="${scope}", zone="${zone}"}'), /names \$\{zone\}.*it knows \$\{scope\}, \$\{instance\}/],
])('refuses %s by name', (_name, query, problem) => expect(canaryProblem(asked(query))).toMatch(problem));

it('lists what is asked for, by name', () => {
  const config = canaryConfig([canaryMetric(), canaryMetric({ name: 'mine', query: template('up{pod="${scope}"}') })]);
  expect([...canaryQueries(config)]).toEqual([['mine', template('up{pod="${scope}"}')]]);
});
