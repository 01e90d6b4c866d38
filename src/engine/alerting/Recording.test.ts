import type { RecordingDocument } from '../../domain/alertrules/RecordingDocument';
import { recordingDocuments } from '../../domain/alertrules/recordingDocuments';
import { err, ok } from '../../domain/base/Result';
import { context } from '../../domain/promql/testing/questionContexts';
import type { AlertRules, StoredRule } from '../../ports/AlertRules';
import type { RecordingRules } from '../../ports/RecordingRules';
import { Recording } from './Recording';
import { storedRecording } from './storedRecording.fixture';

const documents = recordingDocuments({ uid: 'prom', name: 'P' }, [context()]);
const [first, second, third] = documents as [RecordingDocument, RecordingDocument, RecordingDocument];

const stored = (rule: RecordingDocument, change: Partial<StoredRule> = {}): StoredRule => storedRecording(rule, 'target', change);

const rules = (change: Partial<AlertRules> = {}): AlertRules => ({
  permission: { mayRead: true, maySave: true },
  appUrl: 'http://grafana.test',
  list: async () => ok([]),
  save: async ({ uid }) => ok({ uid, change: 'created', folderCreated: false, note: null }),
  remove: async () => ok(null),
  address: (uid) => `/alerting/${uid}`,
  ...change,
});

const recording = (change: Partial<RecordingRules> = {}): RecordingRules => ({
  support: { enabled: true, defaultTarget: null, targets: [] },
  receiver: async () => 'on',
  health: async () => ok(new Map()),
  ...change,
});

describe('Recording', () => {
  it('tells how each rule stands, and which stand that nobody wants any more', async () => {
    const others = stored(third, { uid: 'others', annotations: {} });
    const alert = stored(third, { uid: 'alert', record: null });
    const elsewhere = stored(recordingDocuments({ uid: 'elsewhere', name: 'E' }, [context()])[0] as RecordingDocument);
    const use = new Recording({
      rules: rules({ list: async () => ok([stored(first), stored(third), others, alert, elsewhere]) }),
      recording: recording({ health: async () => ok(new Map([[first.uid, { kind: 'ok', at: 5 } as const]])) }),
    });
    const standings = await use.standings('prom', [first, second], 'target');
    expect(standings).toMatchObject({ ok: true, value: { rules: [{ stored: { uid: first.uid }, drift: { kind: 'none' }, health: { kind: 'ok' } }, { stored: null, health: null }], left: [{ uid: third.uid }] } });
  });

  it('still tells what stands when Grafana does not say how it goes', async () => {
    const use = new Recording({
      rules: rules({ list: async () => ok([stored(first)]) }),
      recording: recording({ health: async () => err({ kind: 'unreachable', message: 'no' }) }),
    });
    expect(await use.standings('prom', [first], 'elsewhere')).toMatchObject({ ok: true, value: { rules: [{ drift: { kind: 'edited' }, health: null }] } });
  });

  it('knows a rule of somebody else that has the uid of one of ours', async () => {
    const use = new Recording({ rules: rules({ list: async () => ok([stored(first, { annotations: {} }), stored(second)]) }), recording: recording() });
    expect(await use.standings('prom', [first, second], 'target')).toMatchObject({ ok: true, value: { rules: [{ foreign: true }, { foreign: false }], left: [] } });
  });

  it('hands on why rules cannot be read', async () => {
    const problem = err({ kind: 'forbidden' as const, message: 'no' });
    expect(await new Recording({ rules: rules({ list: async () => problem }), recording: recording() }).standings('prom', [first], 't')).toEqual(problem);
  });

  it('saves one after the other with its interval, and goes on after one that is refused', async () => {
    const saved: Array<readonly [string, number, unknown]> = [];
    const save: AlertRules['save'] = async (rule, interval) => {
      saved.push([rule.uid, interval, 'record' in rule ? rule.record.target_datasource_uid : null]);
      return saved.length === 1 ? err({ kind: 'quota', message: 'no more' }) : ok({ uid: rule.uid, change: 'created', folderCreated: true, note: null });
    };
    const outcomes = await new Recording({ rules: rules({ save }), recording: recording() }).save(documents, 'target');
    expect(saved).toEqual(documents.map(({ uid, interval }) => [uid, interval, 'target']));
    expect(outcomes.filter((outcome) => !outcome.ok).map(({ rule }) => rule)).toEqual([first]);
  });

  it('stops removing at the first refusal, and says why', async () => {
    const asked: string[] = [];
    const remove: AlertRules['remove'] = async (uid) => {
      asked.push(uid);
      return asked.length === 2 ? err({ kind: 'provisioned', message: 'read-only' }) : ok(null);
    };
    const use = new Recording({ rules: rules({ remove }), recording: recording() });
    expect(await use.remove([first, second, third])).toMatchObject({ ok: false, error: { message: 'read-only' } });
    expect(asked).toEqual([first.uid, second.uid]);
  });
});
