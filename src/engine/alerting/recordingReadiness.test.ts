import type { Receiver, RecordingSupport, RecordingTarget } from '../../ports/RecordingRules';
import { recordingReadiness } from './recordingReadiness';

const target = (change: Partial<RecordingTarget> = {}): RecordingTarget => ({ uid: 'prom', name: 'Prometheus', writes: 'prometheus', allowed: true, ...change });
const support = (change: Partial<RecordingSupport> = {}): RecordingSupport => ({ enabled: true, defaultTarget: null, targets: [target()], ...change });

describe('recordingReadiness', () => {
  it.each<[string, RecordingSupport, Receiver, string]>([
    ['recording rules are switched off', support({ enabled: false }), 'on', '[recording_rules]'],
    ['there is nothing to write to', support({ targets: [] }), 'on', 'no data source of type Prometheus'],
    ['the data source forbids it', support({ targets: [target({ allowed: false })] }), 'on', 'allowAsRecordingRulesTarget'],
    ['the receiver is off', support(), 'off', '--web.enable-remote-write-receiver'],
    ['a Prometheus is not said to be one', support({ targets: [target({ writes: 'push' })] }), 'on', 'choose Prometheus as Prometheus type'],
  ])('says what is missing: %s', (_name, given, receiver, words) => {
    const readiness = recordingReadiness(given, 'prom', 'prom', receiver);
    expect(readiness).toEqual({ kind: 'missing', reasons: [expect.stringContaining(words)] });
  });

  it.each<[string, RecordingSupport, string, Receiver, readonly unknown[]]>([
    ['a Prometheus that takes remote writes', support(), 'prom', 'on', []],
    ['a Mimir, which does not tell', support({ targets: [target({ writes: 'push' })] }), 'prom', 'unknown', [expect.stringContaining('could not be seen')]],
    ['another store than is read', support(), 'read-elsewhere', 'on', [expect.stringContaining('another data source')]],
  ])('is ready with %s', (_name, given, source, receiver, warnings) => {
    expect(recordingReadiness(given, source, 'prom', receiver)).toEqual({ kind: 'ready', warnings });
  });

  it('names everything that is missing at once', () => {
    const both = recordingReadiness(support({ targets: [target({ allowed: false })] }), 'prom', 'prom', 'off');
    expect(both.kind === 'missing' && both.reasons).toHaveLength(2);
  });
});
