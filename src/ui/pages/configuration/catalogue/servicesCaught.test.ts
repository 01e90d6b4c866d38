import { defaultSettings } from '../../../../domain/catalogue/defaultSettings';
import { serviceRef } from '../../../../domain/catalogue/ServiceRef';
import type { CatalogueRule, Settings } from '../../../../domain/catalogue/Settings';
import type { SourceFindings } from '../../../../engine/setup/SetupView';
import { foundServices } from '../inspection/foundServices';
import { regexMistake } from './regexMistake';
import { servicesCaught } from './servicesCaught';
import { serviceKeyWords } from './serviceKeyWords';

const names = ['checkout', 'cart', 'we"ird{}\\\n'];
const services = names.map((service) => {
  const ref = serviceRef('prom', 'p', ['namespace', 'service'], { namespace: 'shop', service });
  return {
    key: ref.key,
    name: ref.name,
    scope: ref.scope,
    labels: ref.labels,
    tier: 'P1' as const,
    tierFrom: 'default' as const,
    owner: null,
    ref,
    seen: {},
  };
});
const findings: SourceFindings = {
  uid: 'prom',
  name: 'Prometheus',
  state: 'done',
  checks: [],
  profiles: [],
  services,
  zones: [],
  versions: 0,
  autoscalers: 0,
  suggestedRules: [],
};
const rule = (match: CatalogueRule['match']): CatalogueRule => ({ id: 'r', match, traits: { tier: 'P0' } });
const draft: Settings = defaultSettings();

it.each<[string, CatalogueRule['match'], readonly string[]]>([
  ['the whole value', { service: 'check' }, []],
  ['an expression', { service: 'c.*' }, ['checkout', 'cart']],
  ['all conditions together', { service: 'cart', namespace: 'bank' }, []],
  ['any characters', { service: '(?s)we.*' }, ['we"ird{}\\\n']],
  ['everything without a condition', {}, names],
  ['nothing with a broken expression', { service: '(' }, []],
])('a rule catches %s', (_case, match, expected) => {
  const caught = servicesCaught(rule(match), draft, foundServices([findings], draft));
  expect(caught.map(({ service }) => service.name)).toEqual(expected);
});

it('previews a rule whatever rules and exceptions say already', () => {
  const busy: Settings = {
    ...draft,
    rules: [rule({ service: '.*' })],
    exceptions: [{ service: services[0]!.key, traits: { hidden: false } }],
  };
  expect(servicesCaught(rule({ service: 'checkout' }), busy, foundServices([findings], busy))).toHaveLength(1);
});

it('gives services the tiers of the draft without asking again', () => {
  const [first] = foundServices([findings], { ...draft, rules: [rule({ service: 'checkout' })] });
  expect(first?.traits).toMatchObject({ tier: 'P0', tierFrom: 'rule' });
});

it.each([
  ['(?i)pay.*', null],
  ['(', expect.any(String)],
  ['', expect.any(String)],
  ['(?=x)', expect.any(String)],
])('judges the expression %j', (text, mistake) => {
  expect(regexMistake(text)).toEqual(mistake);
});

it.each([
  [services[0]!.key, 'shop/checkout'],
  ['not a key', 'not a key'],
  ['[1]', '[1]'],
])('names the service of %j', (key, words) => {
  expect(serviceKeyWords(key)).toBe(words);
});
