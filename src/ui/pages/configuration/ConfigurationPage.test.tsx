import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NEVER, of, type Observable } from 'rxjs';
import { err, ok, type Result } from '../../../domain/base/Result';
import { defaultSettings } from '../../../domain/catalogue/defaultSettings';
import type { Settings } from '../../../domain/catalogue/Settings';
import type { SetupUseCase } from '../../../engine/setup/SetupUseCase';
import type { Check, SourceFindings } from '../../../engine/setup/SetupView';
import type { SettingsProblem, StoredSettings } from '../../../ports/SettingsStore';
import { admin, editor, headroomFixture } from '../../testing/headroomFixture';
import { renderPage } from '../../testing/renderPage';
import ConfigurationPage from './ConfigurationPage';

interface Place {
  readonly pathname: string;
}
const mockHistory = {
  location: { pathname: '/a/headroom-capacity-app/configuration' },
  blocker: null as ((next: Place) => false | void) | null,
  block(ask: (next: Place) => false | void) {
    mockHistory.blocker = ask;
    return () => {
      mockHistory.blocker = null;
    };
  },
};
const mockPush = jest.fn();
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  PluginPage: ({ children }: { children: React.ReactNode }) => <main>{children}</main>,
  locationService: { getHistory: () => mockHistory, push: (place: Place) => mockPush(place) },
}));

const source = { uid: 'prom', profiles: [], resources: 'auto', scope: [] } as const;
const saved: Settings = { ...defaultSettings(), sources: [source] };
const passed: Check = {
  id: 'reachable',
  title: 'The data source answers',
  verdict: 'pass',
  detail: 'It does.',
  next: null,
  expr: 'vector(1)',
};
const findings: SourceFindings = {
  uid: 'prom',
  name: 'Prometheus',
  state: 'done',
  checks: [passed],
  profiles: [],
  services: [],
  zones: [],
  versions: 0,
  autoscalers: 0,
  suggestedRules: [{ id: 'guess', match: { service: '.*pay.*' }, traits: { tier: 'P0' } }],
};

type Outcome = Result<StoredSettings, SettingsProblem>;
const stored = (settings: Settings | null, revision = 'r1'): Outcome =>
  ok({ settings, revision, bytes: 10, migrated: null });

/** A setup that keeps one document and plays the outcomes of saving it is given, then accepts. */
class FakeSetup implements SetupUseCase {
  readonly saves: Array<{ readonly settings: Settings; readonly revision: string }> = [];
  sources = [{ uid: 'prom', name: 'Prometheus', isDefault: true, type: 'prometheus' }];
  found: Observable<SourceFindings> = of(findings);

  constructor(
    private readonly loads: Outcome,
    private readonly outcomes: SettingsProblem[] = []
  ) {}

  dataSources = () => this.sources;
  load = () => Promise.resolve(this.loads);
  inspect = () => this.found;
  recordingRules = () => Promise.resolve({ yaml: 'groups: []', rules: [], backfill: 'promtool', notes: [], loaded: [], costs: [] });
  save = (settings: Settings, revision: string): Promise<Outcome> => {
    this.saves.push({ settings, revision });
    const problem = this.outcomes.shift();
    return Promise.resolve(problem ? err(problem) : stored(settings, `r${this.saves.length + 1}`));
  };
}

async function open(setup: FakeSetup, { identity = admin, tab = 'sources' } = {}) {
  renderPage(<ConfigurationPage />, {
    headroom: { ...headroomFixture({ identity }), setup },
    at: `/configuration?tab=${tab}`,
  });
  await waitFor(() => expect(screen.queryByText('Reading the settings …')).not.toBeInTheDocument());
  return userEvent.setup();
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
async function setDays(user: ReturnType<typeof userEvent.setup>, days: string) {
  const field = screen.getByLabelText(/^Days of history/);
  await user.clear(field);
  await user.type(field, days);
}

describe('an app nobody configured', () => {
  it('proposes the default data source with guessed rules, and one Save makes it permanent', async () => {
    const setup = new FakeSetup(stored(null));
    const user = await open(setup);
    expect(screen.getByText(/First steps/)).toBeInTheDocument();
    expect(screen.getByText('All checks passed')).toBeInTheDocument();
    await user.click(button('Save'));
    expect(setup.saves).toMatchObject([
      { settings: { sources: [source], rules: findings.suggestedRules }, revision: 'r1' },
    ]);
    expect(await screen.findByText(/Saved\./)).toBeInTheDocument();
    expect(screen.queryByText(/First steps/)).not.toBeInTheDocument();
  });

  it('shows others what an Admin would save, read-only, to copy', async () => {
    await open(new FakeSetup(stored(null)), { identity: editor, tab: 'storage' });
    expect(screen.getByText(/this is what an Admin would save/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
    expect(button('Copy JSON')).toBeEnabled();
    expect(screen.getByText(/apiVersion: 1/)).toBeInTheDocument();
  });

  it('leads on when there is no data source, and has nothing to save', async () => {
    const setup = new FakeSetup(stored(null));
    setup.sources = [];
    await open(setup);
    expect(screen.getByText('No Prometheus-compatible data source')).toBeInTheDocument();
    expect(button('Save')).toBeDisabled();
  });
});

describe('editing', () => {
  it('offers to save only when something differs, and discards', async () => {
    const user = await open(new FakeSetup(stored(saved)), { tab: 'history' });
    expect(button('Save')).toBeDisabled();
    await setDays(user, '30');
    expect(button('Save')).toBeEnabled();
    await user.click(button('Discard changes'));
    expect(screen.getByLabelText(/^Days of history/)).toHaveValue('90');
  });

  it('keeps a mistake out of the draft and says what it is', async () => {
    const setup = new FakeSetup(stored(saved));
    const user = await open(setup, { tab: 'history' });
    await setDays(user, '9999');
    expect(screen.getByText('Between 1 and 400, please.')).toBeInTheDocument();
    await user.click(button('Save'));
    expect(setup.saves.map(({ settings }) => settings.historyDays)).not.toContain(9999);
  });

  it('does not save a policy whose parts contradict each other', async () => {
    const user = await open(new FakeSetup(stored(saved)), { tab: 'policy' });
    const field = within(screen.getByRole('region', { name: 'Policy of P0' })).getByLabelText(/^Reserve/);
    await user.clear(field);
    await user.type(field, '5');
    expect(screen.getByText(/Cannot be saved yet: policy.P0.degradedReserve/)).toBeInTheDocument();
    expect(button('Save')).toBeDisabled();
  });

  it('keeps the draft when saving is refused', async () => {
    const user = await open(new FakeSetup(stored(saved), [{ kind: 'forbidden', message: 'Only an Admin may.' }]), {
      tab: 'history',
    });
    await setDays(user, '30');
    await user.click(button('Save'));
    expect(await screen.findByText('Only an Admin may.')).toBeInTheDocument();
    expect(screen.getByLabelText(/^Days of history/)).toHaveValue('30');
  });

  it('stays usable while a data source does not answer', async () => {
    const setup = new FakeSetup(stored(saved));
    const waiting: Check = { ...passed, verdict: 'running', detail: 'Still waiting for an answer after 30 s.' };
    setup.found = of({ ...findings, state: 'looking', checks: [waiting] });
    const user = await open(setup);
    expect(screen.getByText(/Still waiting/)).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'History & budget' }));
    await setDays(user, '30');
    expect(button('Save')).toBeEnabled();
  });

  it('walks the tabs by arrow keys', async () => {
    const user = await open(new FakeSetup(stored(saved)), { tab: 'sources' });
    act(() => screen.getByRole('tab', { name: 'Sources' }).focus());
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('tab', { name: 'Storage' })).toHaveFocus();
  });
});

describe('two Admins at once', () => {
  const theirs = { ...saved, historyDays: 60 };
  const conflict: SettingsProblem = { kind: 'conflict', message: 'Somebody saved.', theirs };

  async function collide() {
    const setup = new FakeSetup(stored(saved), [conflict]);
    const user = await open(setup, { tab: 'history' });
    await setDays(user, '30');
    await user.click(button('Save'));
    const dialog = within(await screen.findByRole('dialog'));
    return { setup, user, dialog };
  }

  it('shows both and what differs', async () => {
    const { dialog } = await collide();
    expect(dialog.getByText('The two differ in: days of history.')).toBeInTheDocument();
  });

  it('saves mine over exactly what was shown', async () => {
    const { setup, user, dialog } = await collide();
    await user.click(dialog.getByRole('button', { name: 'Save mine over theirs' }));
    expect(setup.saves[1]).toMatchObject({ settings: { historyDays: 30 }, revision: JSON.stringify(theirs) });
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('takes theirs', async () => {
    const { setup, user, dialog } = await collide();
    await user.click(dialog.getByRole('button', { name: 'Take theirs, drop mine' }));
    expect(screen.getByLabelText(/^Days of history/)).toHaveValue('60');
    expect(setup.saves).toHaveLength(1);
  });

  it('goes on editing mine', async () => {
    const { user, dialog } = await collide();
    await user.click(dialog.getByRole('button', { name: 'Keep editing' }));
    expect(screen.getByLabelText(/^Days of history/)).toHaveValue('30');
  });
});

describe('stored settings that cannot be used', () => {
  const invalid: SettingsProblem = {
    kind: 'invalid',
    field: 'policy.P0.reserve',
    message: 'must be below 1 (found 7)',
    raw: { schema: 1, odd: true },
  };

  it('names the field, shows the document and writes nothing before two decisions', async () => {
    const setup = new FakeSetup(err(invalid));
    const user = await open(setup);
    expect(screen.getByText('policy.P0.reserve')).toBeInTheDocument();
    expect(button('Copy stored JSON')).toBeEnabled();
    await user.click(button('Start over with new settings'));
    await user.click(button('Start a fresh draft'));
    expect(setup.saves).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Replace and save' }));
    expect(setup.saves).toMatchObject([{ revision: JSON.stringify(invalid.raw) }]);
  });

  it('lets nobody but an Admin replace it', async () => {
    await open(new FakeSetup(err(invalid)), { identity: editor });
    expect(screen.queryByRole('button', { name: /Start over/ })).not.toBeInTheDocument();
  });

  it('says why they cannot be read at all', async () => {
    await open(new FakeSetup(err({ kind: 'unreachable', message: 'No answer.' })));
    expect(screen.getByText('No answer.')).toBeInTheDocument();
    expect(button('Read again')).toBeEnabled();
  });
});

describe('leaving with unsaved changes', () => {
  async function leaveUnsaved() {
    const setup = new FakeSetup(stored(saved));
    setup.found = NEVER;
    const user = await open(setup, { tab: 'history' });
    await setDays(user, '30');
    await user.tab();
    return user;
  }

  it('asks, stays, or leaves', async () => {
    const user = await leaveUnsaved();
    const fleet = { pathname: '/a/headroom-capacity-app/fleet' };
    await act(async () => expect(mockHistory.blocker?.(fleet)).toBe(false));
    await screen.findByRole('dialog');
    await user.click(button('Stay'));
    expect(mockPush).not.toHaveBeenCalled();
    await act(async () => expect(mockHistory.blocker?.(fleet)).toBe(false));
    await user.click(button(/Leave and lose/));
    expect(mockPush).toHaveBeenCalledWith(fleet);
  });

  it('does not ask between its own tabs, nor when nothing was changed', async () => {
    const user = await leaveUnsaved();
    expect(mockHistory.blocker?.(mockHistory.location)).toBeUndefined();
    await user.click(button('Discard changes'));
    expect(mockHistory.blocker).toBeNull();
  });
});
