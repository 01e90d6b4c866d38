import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RecordingDocument } from '../../../../domain/alertrules/RecordingDocument';
import { recordingDocuments } from '../../../../domain/alertrules/recordingDocuments';
import { err, ok } from '../../../../domain/base/Result';
import { context } from '../../../../domain/promql/testing/questionContexts';
import type { RecordingStanding, RecordingUseCase } from '../../../../engine/alerting/RecordingUseCase';
import { storedRecording } from '../../../../engine/alerting/storedRecording.fixture';
import type { StoredRule } from '../../../../ports/AlertRules';
import type { RecordingTarget, RuleHealth } from '../../../../ports/RecordingRules';
import { headroomFixture } from '../../../testing/headroomFixture';
import { renderPage } from '../../../testing/renderPage';
import { GrafanaRecording } from './GrafanaRecording';
import type { CapacitySources } from './useCapacitySources';

const RULES = recordingDocuments({ uid: 'prom', name: 'Prometheus' }, [context()]).slice(0, 2);
const [demand] = RULES as [RecordingDocument];
const TARGET: RecordingTarget = { uid: 'prom', name: 'Prometheus', writes: 'prometheus', allowed: true };
const READ: CapacitySources = { state: 'ready', sources: [], moving: false };

const stored = (rule: RecordingDocument, change: Partial<StoredRule> = {}): StoredRule => storedRecording(rule, 'prom', change);

const standing = (rule: RecordingDocument, change: Partial<RecordingStanding> = {}): RecordingStanding => ({ rule, stored: null, foreign: false, drift: { kind: 'none' }, health: null, ...change });
const nothing: RecordingUseCase['standings'] = async (_source, rules) => ok({ rules: rules.map((rule) => standing(rule)), left: [] });
const saved = (health: RuleHealth, change: Partial<RecordingStanding> = {}): RecordingUseCase['standings'] => async (_source, rules) =>
  ok({ rules: rules.map((rule) => standing(rule, { stored: stored(rule), health, ...change })), left: [] });

async function show(recording: Partial<RecordingUseCase> = {}, capacity = READ) {
  const onChanged = jest.fn();
  renderPage(<GrafanaRecording sourceUid="prom" rules={RULES} capacity={capacity} onChanged={onChanged} />, {
    headroom: headroomFixture({ recording: { support: { enabled: true, defaultTarget: null, targets: [TARGET] }, receiver: async () => 'on', standings: nothing, ...recording } }),
  });
  await waitFor(() => expect(screen.queryByText(/^Looking/)).not.toBeInTheDocument());
  return { onChanged, saveButton: screen.getByRole('button', { name: 'Save as Grafana recording rules (2)' }) };
}

describe('recording by Grafana', () => {
  it('saves the rules to the data source they read, and says what became of them', async () => {
    const save = jest.fn<ReturnType<RecordingUseCase['save']>, Parameters<RecordingUseCase['save']>>(async (rules) =>
      rules.map((rule, i) => (i === 0 ? { ...ok({ uid: rule.uid, change: 'created' as const, folderCreated: true, note: null }), rule } : { ...err({ kind: 'quota' as const, message: 'no more rules' }), rule }))
    );
    const { onChanged, saveButton } = await show({ save });
    await userEvent.click(saveButton);
    expect(save).toHaveBeenCalledWith(RULES, 'prom');
    expect(await screen.findByText('Saved: 1 created, 0 updated')).toBeInTheDocument();
    expect(screen.getByText(/no more rules/)).toBeInTheDocument();
    expect(onChanged).toHaveBeenCalled();
  });

  it.each<[string, Partial<RecordingUseCase>, RegExp]>([
    ['switched off', { support: { enabled: false, defaultTarget: null, targets: [TARGET] } }, /\[recording_rules\]/],
    ['without a receiver', { receiver: async () => 'off' }, /--web.enable-remote-write-receiver/],
    ['without a target', { support: { enabled: true, defaultTarget: null, targets: [] } }, /no data source of type Prometheus/],
  ])('does not offer to save where Grafana cannot record: %s', async (_name, recording, words) => {
    const { saveButton } = await show(recording);
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(saveButton).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Copy or download' })).toBeEnabled();
  });

  it('asks nobody where recording is switched off', async () => {
    const [receiver, standings] = [jest.fn(), jest.fn()];
    await show({ support: { enabled: false, defaultTarget: null, targets: [TARGET] }, receiver, standings });
    expect(receiver).not.toHaveBeenCalled();
    expect(standings).not.toHaveBeenCalled();
  });

  it('shows a Viewer what would be created, to copy', async () => {
    const { saveButton } = await show({ permission: { mayRead: true, maySave: false } });
    expect(saveButton).toBeDisabled();
    expect(screen.getByText(/An Editor can save it here/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Copy or download' }));
    expect(screen.getByRole('group', { name: /provisioning\/alerting/ })).toHaveTextContent('metric: "headroom:demand:rate5m"');
  });

  it('waits while limits may still move', async () => {
    const { saveButton } = await show({}, { ...READ, moving: true });
    expect(saveButton).toBeDisabled();
    expect(screen.getByText(/capacity may still move/)).toBeInTheDocument();
  });

  it.each<[string, Partial<RecordingUseCase>, string, string]>([
    ['written', { standings: saved({ kind: 'ok', at: 1 }) }, '2 of 2 saved in Grafana', 'written'],
    ['failing', { standings: saved({ kind: 'error', at: 1, message: 'remote write failed' }) }, '2 of 2 saved, 2 failing', 'failing: remote write failed'],
    ['new', { standings: saved({ kind: 'waiting' }) }, '2 of 2 saved in Grafana', 'saved, not evaluated yet'],
    ['without rows', { standings: saved({ kind: 'no-data', at: 1 }) }, '2 of 2 saved in Grafana', 'evaluated, no rows to write'],
    ['of somebody else', { standings: saved({ kind: 'ok', at: 1 }, { foreign: true, stored: stored(demand, { title: 'Theirs' }) }) }, 'None saved in Grafana', 'not saved: a rule of somebody else has its uid ("Theirs")'],
    ['provisioned', { standings: saved({ kind: 'ok', at: 1 }, { stored: stored(demand, { provisioned: 'file' }) }) }, '2 of 2 saved in Grafana', 'written, provisioned (file), read-only'],
  ])('says how saved rules go: %s', async (_name, recording, badge, state) => {
    await show(recording);
    expect(screen.getByText(badge)).toBeInTheDocument();
    expect(within(screen.getByRole('table')).getAllByText(state)).toHaveLength(2);
  });

  it('says what has drifted, and what nobody wants any more', async () => {
    await show({
      standings: async () =>
        ok({
          rules: [standing(demand, { stored: stored(demand), drift: { kind: 'edited', what: 'its query' } })],
          left: [stored(demand, { uid: 'old', title: 'an old one' })],
        }),
    });
    expect(screen.getByText(/somebody changed its query/)).toBeInTheDocument();
    expect(screen.getByText(/an old one: would no longer be written/)).toBeInTheDocument();
  });

  it('removes after asking, provisioned ones apart, and says what was refused', async () => {
    const remove = jest.fn(async () => err({ kind: 'forbidden' as const, message: 'you may not' }));
    const [, second] = RULES as [RecordingDocument, RecordingDocument];
    await show({
      remove,
      standings: async () => ok({ rules: [standing(demand, { stored: stored(demand) }), standing(second, { stored: stored(second, { provisioned: 'file' }) }), standing({ ...second, uid: 'theirs' }, { stored: stored(second, { uid: 'theirs' }), foreign: true })], left: [] }),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Remove from Grafana (1)' }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(remove).toHaveBeenCalledWith([expect.objectContaining({ uid: demand.uid })]);
    expect(await screen.findByText('you may not')).toBeInTheDocument();
  });

  it('says so when what stands cannot be read', async () => {
    await show({ standings: async () => err({ kind: 'unreachable', message: 'alerting is off' }) });
    expect(screen.getByText('alerting is off')).toBeInTheDocument();
  });
});
