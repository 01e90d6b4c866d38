import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { unknown } from '../base/Figure';
import { profile } from '../promql/testing/questionContexts';
import { CAPACITY_RECORDS } from './capacityDocuments';
import { capacityRuleFile } from './capacityRuleFile';
import { ruleSource, subject } from './ruleSource.fixture';

interface File {
  readonly groups: ReadonlyArray<{ name: string; rules: ReadonlyArray<{ record: string; expr: string; labels: Record<string, string> }> }>;
}

const read = (...sources: Parameters<typeof capacityRuleFile>[0]) => parse(capacityRuleFile(sources)) as File;

const valid = (text: string): boolean => {
  let errors = 0;
  parser.parse(text).iterate({ enter: (node) => void (errors += node.type.isError ? 1 : 0) });
  return errors === 0;
};

describe('capacityRuleFile', () => {
  it('records what other systems may want, by grouping labels and tier', () => {
    const scope = [{ label: 'cluster', op: '=', value: 'eu' }] as const;
    const { groups } = read(ruleSource([subject('cart'), subject('dark', { instances: unknown('instances', 'none') })], { scope }));
    const rules = groups.flatMap((g) => g.rules);
    expect(rules.map(({ record }) => record)).toEqual([...CAPACITY_RECORDS]);
    expect(rules.every(({ expr }) => valid(expr))).toBe(true);
    expect(rules[0]?.labels).toEqual({ headroom_profile: 'prometheus-http', cluster: 'eu' });
    expect(rules[1]?.expr.replace(/\s+/g, ' ')).toContain('vector(47)');
    expect(rules.some(({ expr }) => expr.includes('dark'))).toBe(false);
  });

  it('splits a large fleet', () => {
    const { groups } = read(ruleSource(Array.from({ length: 250 }, (_, i) => subject(`s${i}`))));
    expect(groups[0]?.rules.length).toBeGreaterThanOrEqual(9);
  });

  it('is a valid empty file where nothing is known or nothing can be asked', () => {
    expect(read(ruleSource([]))).toEqual({ groups: [] });
    expect(read(ruleSource([subject('cart')], { profile: { ...profile('prometheus-http'), requests: { metric: 'a b' } } }))).toEqual({ groups: [] });
  });
});
