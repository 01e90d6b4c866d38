import { facts, measured } from '../capacity/serviceFacts.fixture';
import { context } from '../promql/testing/questionContexts';
import { capacityDocuments } from './capacityDocuments';
import { grafanaRecordingRule } from './grafanaRecordingRule';
import type { RecordingDocument } from './RecordingDocument';
import { recordingDocuments } from './recordingDocuments';
import { recordingDrift, type ExistingRecording } from './recordingDrift';
import { MARK } from './RuleMark';
import { ruleSource, subject } from './ruleSource.fixture';

const [demand] = recordingDocuments({ uid: 'prom', name: 'P' }, [context()]) as [RecordingDocument];
const required = (instances: number): RecordingDocument =>
  capacityDocuments(ruleSource([subject('cart', { ath: { ...facts().ath, figure: measured(instances * 100, 'reqps') } })]))[1] as RecordingDocument;

const saved = (rule: RecordingDocument, change: Partial<ExistingRecording> = {}): ExistingRecording => ({
  annotations: grafanaRecordingRule(rule, 'target').annotations,
  expr: rule.value,
  threshold: null,
  holdFor: 0,
  record: { metric: rule.record, target: 'target' },
  ...change,
});

describe('recordingDrift', () => {
  it.each([
    ['a series of pages', demand],
    ['limits', required(100)],
  ])('finds none in what was just saved: %s', (_name, rule) => {
    expect(recordingDrift(saved(rule), rule, 'target')).toEqual({ kind: 'none' });
  });

  it('says what the rule says and what the catalogue says', () => {
    const drift = recordingDrift(saved(required(10)), required(100), 'target');
    expect(drift).toMatchObject({ kind: 'outdated', limits: [{ service: 'shop/cart' }] });
  });

  it.each<[string, Partial<ExistingRecording>, object]>([
    ['its query', { expr: 'up' }, { kind: 'outdated', params: [expect.stringContaining('somebody edited')] }],
    ['the name of its series', { record: { metric: 'mine', target: 'target' } }, { kind: 'edited', what: expect.stringContaining('mine instead of headroom:demand:rate5m') }],
    ['where it writes to', { record: { metric: demand.record, target: null } }, { kind: 'edited', what: expect.stringContaining('the default data source instead of target') }],
    ['that it records', { record: null }, { kind: 'edited', what: expect.stringContaining('no longer records') }],
    ['its mark', { annotations: { [MARK]: 'nonsense' } }, { kind: 'unreadable' }],
  ])('sees that somebody changed %s', (_name, change, drift) => {
    expect(recordingDrift(saved(demand, change), demand, 'target')).toMatchObject(drift);
  });
});
