import { canaryExpr, type CanaryScope } from './canaryExpr';
import { syntaxErrors } from './testing/questionContexts';

const scope = (member: string, over: Partial<CanaryScope> = {}): CanaryScope => ({ member, label: 'instance', instance: `${member}:80`, pod: null, location: 'shop', ...over });
const template = (text: string) => ({ template: text, metric: null, matchers: [] });
const flat = (text: string | null) => text?.replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')');

it.each<[string, Parameters<typeof canaryExpr>[0], readonly CanaryScope[], string]>([
  ['a template', template('rate(e{i="${scope}",ns="${location}"}[1m])'), [scope('a')], 'label_replace(avg(rate(e{i="a:80",ns="shop"}[1m])), "headroom_member", "a", "", "")'],
  ['a metric by name, with its matchers', { template: null, metric: 'up', matchers: ['code=~"5.."'] }, [scope('a')], 'label_replace(avg(up{code=~"5..", instance="a:80"}), "headroom_member", "a", "", "")'],
  ['two members', template('up{pod="${pod}"}'), [scope('a', { pod: 'p1' }), scope('b', { pod: 'p2' })], 'label_replace(avg(up{pod="p1"}), "headroom_member", "a", "", "") or label_replace(avg(up{pod="p2"}), "headroom_member", "b", "", "")'],
  ['only members whose pod is known', template('up{pod="${pod}"}'), [scope('a'), scope('b', { pod: 'p2' })], 'label_replace(avg(up{pod="p2"}), "headroom_member", "b", "", "")'],
  ['names that end a string or name a group', template('up{i="${scope}"} # all'), [scope('a$1', { instance: 'a"\\' })], 'label_replace(avg(up{i="a\\"\\\\"} # all), "headroom_member", "a$$1", "", "")'],
])('asks with %s', (_name, question, scopes, expected) => {
  const expr = canaryExpr(question, scopes);
  expect(flat(expr)).toBe(expected);
  expect(syntaxErrors(expr ?? '')).toEqual([]);
});

it.each([
  ['a pod that nobody knows', template('up{pod="${pod}"}'), [scope('a')]],
  ['nobody', template('up{i="${scope}"}'), []],
])('asks nothing about %s', (_name, question, scopes) => expect(canaryExpr(question, scopes)).toBeNull());
