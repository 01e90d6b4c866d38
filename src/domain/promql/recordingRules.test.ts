import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { builtInProfiles } from '../catalogue/builtInProfiles';
import type { Profile } from '../catalogue/Profile';
import { resourceProfiles } from '../catalogue/resourceProfiles';
import { backfillCommand } from './backfillCommand';
import { detectRecorded } from './detectRecorded';
import type { QuestionContext } from './QuestionContext';
import { RECORDED_NAMES } from './RecordedName';
import { recordedCheck } from './recordedCheck';
import { recordingRules } from './recordingRules';

interface RuleFile {
  readonly groups: ReadonlyArray<{
    readonly name: string;
    readonly interval: string;
    readonly rules: ReadonlyArray<{ record: string; expr: string; labels: Record<string, string> }>;
  }>;
}

const context = (id: string, changes: Partial<QuestionContext> = {}): QuestionContext => ({
  profile: builtInProfiles.find((p) => p.id === id) as Profile,
  resource: resourceProfiles[0] ?? null,
  scope: [],
  metrics: new Set(['process_open_fds', 'process_max_fds']),
  recorded: new Set(),
  scrapeInterval: 15_000,
  ...changes,
});

const read = (text: string): RuleFile => parse(text) as RuleFile;

const valid = (text: string): boolean => {
  let errors = 0;
  parser.parse(text).iterate({ enter: (node) => void (errors += node.type.isError ? 1 : 0) });
  return errors === 0;
};

describe('recordingRules', () => {
  it('records every series every minute, the one that looks back an hour every five', () => {
    const { groups } = read(recordingRules([context('prometheus-http')]));
    expect(groups.map((g) => [g.name, g.interval])).toEqual([
      ['headroom-prometheus-http', '1m'],
      ['headroom-prometheus-http-hourly', '5m'],
    ]);
    const names = groups.flatMap((g) => g.rules.map((r) => r.record));
    expect(names.sort()).toEqual([...RECORDED_NAMES].sort());
  });

  it('writes expressions that parse, for every profile', () => {
    const { groups } = read(recordingRules(builtInProfiles.map((p) => context(p.id))));
    const exprs = groups.flatMap((g) => g.rules.map((r) => r.expr));
    expect(exprs.length).toBeGreaterThan(builtInProfiles.length * 3);
    expect(exprs.filter((e) => !valid(e))).toEqual([]);
  });

  it('labels series with the profile and with what the scope fixes', () => {
    const scope = [
      { label: 'cluster', op: '=', value: 'eu "1": #\n☃' },
      { label: 'env', op: '=~', value: 'prod|canary' },
    ] as const;
    const { groups } = read(recordingRules([context('prometheus-http', { scope })]));
    expect(groups[0]?.rules[0]?.labels).toEqual({ headroom_profile: 'prometheus-http', cluster: 'eu "1": #\n☃' });
    expect(groups[0]?.rules[0]?.expr).toContain('env=~"prod|canary"');
  });

  it('numbers the groups of a profile that two sources read', () => {
    const { groups } = read(recordingRules([context('grpc'), context('grpc')]));
    expect(groups.map((g) => g.name)).toEqual([
      'headroom-grpc',
      'headroom-grpc-hourly',
      'headroom-grpc-2',
      'headroom-grpc-2-hourly',
    ]);
  });

  it('says what it cannot record', () => {
    const text = recordingRules([context('haproxy', { resource: null, metrics: new Set() })]);
    expect(text).toContain('# headroom:latency:p99_5m is not recorded for haproxy: profile haproxy has no latency');
    expect(text).toContain('# headroom:saturation:max is not recorded for haproxy');
  });

  it('leaves out a rule whose names PromQL does not take, and says so', () => {
    const profile = { ...context('prometheus-http').profile, requests: { metric: 'a b' } };
    const text = recordingRules([context('prometheus-http', { profile })]);
    expect(text).toContain('invalid metric name: "a b"');
    expect(read(text).groups[0]?.rules.map((r) => r.record)).not.toContain('headroom:demand:rate5m');
  });

  it('is a valid empty file for nothing', () => {
    expect(read(recordingRules([]))).toEqual({ groups: [] });
  });
});

describe('backfillCommand', () => {
  it('names window, server, directory and file', () => {
    const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 3, 1, 12) };
    expect(backfillCommand(window, { prometheusUrl: 'http://localhost:9090' })).toBe(
      [
        'promtool tsdb create-blocks-from rules',
        '--start=2026-01-01T00:00:00Z',
        '--end=2026-04-01T12:00:00Z',
        '--eval-interval=1m',
        '--url=http://localhost:9090',
        '--output-dir=data',
        'headroom-rules.yml',
      ].join(' \\\n  ')
    );
  });

  it('quotes what a shell would read', () => {
    const text = backfillCommand({ from: 0, to: 1000 }, { prometheusUrl: 'http://h/$(x)', ruleFile: "it's.yml" });
    expect(text).toContain("--url='http://h/$(x)'");
    expect(text).toContain(`'it'\\''s.yml'`);
  });
});

describe('finding recorded series', () => {
  it('knows its own names only', () => {
    const names = ['headroom:demand:rate5m', 'headroom:other', 'up'];
    expect([...detectRecorded(names)]).toEqual(['headroom:demand:rate5m']);
  });

  it('asks which of them hold this profile with its present grouping, now and then', () => {
    const now = recordedCheck(context('prometheus-http'));
    const then = recordedCheck(context('prometheus-http'), 89);
    expect(now).toContain('headroom_profile="prometheus-http", service!=""');
    expect(then).toContain('[1d] offset 89d');
    expect([now, then].every(valid)).toBe(true);
  });
});
