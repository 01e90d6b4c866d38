import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { recordingRules } from '../promql/recordingRules';
import { context, profile } from '../promql/testing/questionContexts';
import { capacityDocuments } from './capacityDocuments';
import { grafanaRecordingFile } from './grafanaRecordingFile';
import { grafanaRecordingRule } from './grafanaRecordingRule';
import { recordingDocuments } from './recordingDocuments';
import { MARK, readMark } from './RuleMark';
import { ruleSource, subject } from './ruleSource.fixture';

const PROM = { uid: 'prom', name: 'Prometheus' };
const EU = [{ label: 'cluster', op: '=', value: 'eu' }] as const;

const valid = (text: string): boolean => {
  let errors = 0;
  parser.parse(text).iterate({ enter: (node) => void (errors += node.type.isError ? 1 : 0) });
  return errors === 0;
};

interface PrometheusFile {
  readonly groups: ReadonlyArray<{ interval: string; rules: ReadonlyArray<{ record: string; expr: string; labels: Record<string, string> }> }>;
}

describe('recordingDocuments', () => {
  it.each([
    ['a plain source', context()],
    ['a scope', context({ scope: EU })],
    ['a source whose series are recorded already', context({ recorded: new Set(['headroom:demand:rate5m']) })],
  ])('records what the file records, under the same names and labels: %s', (_name, given) => {
    const file = (parse(recordingRules([given])) as PrometheusFile).groups.flatMap(({ interval, rules }) => rules.map((rule) => ({ ...rule, interval })));
    const documents = recordingDocuments(PROM, [given]);
    expect(documents.map(({ record, value, labels, interval }) => ({ record, expr: value, labels, interval: `${interval / 60_000}m` }))).toEqual(expect.arrayContaining(file));
    expect(documents).toHaveLength(file.length);
  });

  it('gives each rule a uid that Grafana takes, the same every time, another for another scope, source or profile', () => {
    const uids = [
      recordingDocuments(PROM, [context()]),
      recordingDocuments(PROM, [context({ scope: EU })]),
      recordingDocuments(PROM, [context({ scope: [{ label: 'cluster', op: '=~', value: 'eu.*' }] })]),
      recordingDocuments({ ...PROM, uid: 'other' }, [context()]),
      recordingDocuments(PROM, [context({ profile: { ...profile('prometheus-http'), id: 'other' } })]),
    ].flatMap((documents) => documents.map(({ uid }) => uid));
    expect(uids.every((uid) => /^[a-z0-9_-]{8,40}$/.test(uid))).toBe(true);
    expect(new Set(uids).size).toBe(uids.length);
    expect(recordingDocuments(PROM, [context()])[0]?.uid).toBe(uids[0]);
  });

  it('leaves out what cannot be recorded, and a profile that PromQL does not take', () => {
    expect(recordingDocuments(PROM, [context({ profile: { ...profile('prometheus-http'), requests: { metric: 'a b' } } })]).some(({ record }) => record === 'headroom:demand:rate5m')).toBe(false);
    expect(recordingDocuments(PROM, [])).toEqual([]);
  });
});

describe('capacityDocuments', () => {
  it('keeps what it was written from, headroom as the quotient it stands for', () => {
    const documents = capacityDocuments(ruleSource([subject('cart')]));
    const limits = Object.fromEntries(documents.map(({ record, mark }) => [record, mark.limits[0]?.[1]]));
    expect(documents.every(({ value }) => valid(value))).toBe(true);
    expect(limits['headroom:required:instances']).toBe(47);
    const peak = Number(limits['headroom:capacity:reqps']) / Number(limits['headroom:headroom:growth']);
    expect(documents.at(-1)?.value).toContain('vector(');
    expect(peak).toBeGreaterThan(0);
  });

  it('stays the same when recorded series come into use', () => {
    const before = capacityDocuments(ruleSource([subject('cart')]));
    expect(capacityDocuments(ruleSource([subject('cart')], { recorded: new Set(['headroom:demand:rate5m']) }))).toEqual(before);
  });

  it('splits a large fleet, each part with a uid of its own', () => {
    const documents = capacityDocuments(ruleSource(Array.from({ length: 250 }, (_, i) => subject(`s${i}`))));
    expect(new Set(documents.map(({ uid }) => uid)).size).toBe(documents.length);
    expect(documents[1]?.title).toContain('(2 of ');
  });
});

describe('a recording rule of Grafana', () => {
  const [document] = recordingDocuments(PROM, [context({ scope: EU })]);

  it('asks one instant query, writes its rows, and keeps its mark off the series', () => {
    const rule = grafanaRecordingRule(document as NonNullable<typeof document>, 'target');
    expect(rule.record).toEqual({ metric: 'headroom:demand:rate5m', from: 'A', target_datasource_uid: 'target' });
    expect(rule.data).toHaveLength(1);
    expect(rule.data[0]).toMatchObject({ refId: 'A', datasourceUid: 'prom', model: { instant: true, range: false } });
    expect(rule.labels).toEqual({ headroom_profile: 'prometheus-http', cluster: 'eu' });
    expect(readMark(rule.annotations[MARK])?.intent).toBe('headroom:demand:rate5m');
  });

  it('stands in a provisioning file under the names files use, texts safe from expansion', () => {
    const scope = [{ label: 'cluster', op: '=', value: '$HOME' }] as const;
    const file = parse(grafanaRecordingFile(recordingDocuments(PROM, [context({ scope })]), 'target', 3)) as {
      groups: ReadonlyArray<{ orgId: number; name: string; interval: string; rules: ReadonlyArray<{ labels: Record<string, string>; record: object }> }>;
    };
    expect(file.groups.map(({ name, interval, orgId }) => [name, interval, orgId])).toEqual([
      ['Headroom recording every 1m', '1m', 3],
      ['Headroom recording every 5m', '5m', 3],
    ]);
    expect(file.groups[0]?.rules[0]).toMatchObject({ labels: { cluster: '$$HOME' }, record: { metric: 'headroom:demand:rate5m', from: 'A', targetDatasourceUid: 'target' } });
  });
});
