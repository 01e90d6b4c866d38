import { parse } from 'yaml';
import { provisioningYaml } from './provisioningYaml';

/** What Grafana makes of a provisioned value: `$$` is a dollar sign, `$NAME` an environment variable, here empty. */
const expand = (value: unknown): unknown => {
  if (typeof value === 'string') {
    return value
      .split('$$')
      .map((part) => part.replace(/\$\{?\w*\}?/g, ''))
      .join('$');
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => [key, expand(item)]);
    return Array.isArray(value) ? entries.map(([, item]) => item as unknown) : (Object.fromEntries(entries) as unknown);
  }
  return value;
};

it('names the app, the organization and leaves it enabled', () => {
  expect(parse(provisioningYaml('some-app', 3, {}))).toEqual({
    apiVersion: 1,
    apps: [{ type: 'some-app', org_id: 3, disabled: false, jsonData: {} }],
  });
});

it.each([
  ['a rule that ends in a dollar', { match: { service: 'pay.*$' } }],
  ['something that looks like a variable', { owner: '${HOME} and $USER' }],
  ['quotes, braces, backslashes, newlines', { name: 'a"b{c}\\d\ne: [f] # g' }],
  ['characters YAML refuses raw', { name: '\u007f\u0085\u2028\ufeff ünïcode 服务 🚀' }],
  ['texts that look like something else', { a: 'yes', b: '1e3', c: 'null', d: '- x', e: null, f: [1, 2.5, true] }],
])('survives the way through YAML and Grafana: %s', (_case, document) => {
  const file = parse(provisioningYaml('some-app', 1, document)) as { apps: [{ jsonData: unknown }] };
  expect(expand(file.apps[0].jsonData)).toEqual(document);
});
