import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { NEVER, of } from 'rxjs';
import { grafanaRule } from '../../../domain/alertrules/grafanaRule';
import { planIntent } from '../../../domain/alertrules/planIntent';
import type { RuleDocument } from '../../../domain/alertrules/RuleDocument';
import { EVERYBODY } from '../../../domain/alertrules/ruleSource.fixture';
import type { RuleSource } from '../../../domain/alertrules/RuleSource';
import { DAY, HOUR, MINUTE } from '../../../domain/base/Duration';
import { err, ok } from '../../../domain/base/Result';
import { judgeService } from '../../../domain/capacity/judgeService';
import { context } from '../../../domain/promql/testing/questionContexts';
import type { AlertFacts, AlertUseCase } from '../../../engine/alerting/AlertUseCase';
import type { Preview } from '../../../engine/alerting/Preview';
import type { StoredRule } from '../../../ports/AlertRules';
import { benchmarkFixture } from '../../testing/benchmarkFixture';
import { factsFixture, type FactsChanges } from '../../testing/factsFixture';
import { headroomFixture } from '../../testing/headroomFixture';
import { NOW } from '../../testing/NOW';
import { renderPage } from '../../testing/renderPage';
import AlertsPage from './AlertsPage';

jest.mock('@grafana/runtime', () => ({
  PluginPage: ({ children }: { readonly children: ReactNode }) => <>{children}</>,
}));


const sourceOf = (...changes: FactsChanges[]): RuleSource => ({
  sourceUid: 'prom',
  sourceName: 'Prometheus',
  context: context(),
  subjects: changes.map((change) => {
    const facts = factsFixture(change);
    return { facts, judgement: judgeService(facts, { growth: 0, now: NOW }) };
  }),
});

const SOURCE = sourceOf({ name: 'checkout', tier: 'P0', owner: 'shop' }, { name: 'cart', owner: 'money' });
const factsOf = (...sources: RuleSource[]): AlertFacts => ({ state: 'ready', sources, progress: null, notices: [] });

const rulesOf = (source: RuleSource): readonly RuleDocument[] => {
  const plan = planIntent({ kind: 'overload-demand', share: 0.9 }, [source], EVERYBODY);
  return [...plan.rules, ...plan.companions];
};

const stored = (rule: RuleDocument, change: Partial<StoredRule> = {}): StoredRule => ({
  uid: rule.uid,
  title: rule.title,
  folderUid: 'f',
  group: rule.group,
  record: null,
  labels: rule.labels,
  annotations: grafanaRule(rule, '').annotations,
  expr: rule.value,
  threshold: rule.comparison.threshold,
  holdFor: rule.holdFor,
  paused: false,
  provisioned: null,
  ...change,
});

async function show(alerts: Partial<AlertUseCase> = {}) {
  const headroom = headroomFixture({ alerts: { facts: () => of(factsOf(SOURCE)), existing: async () => ok([]), ...alerts } });
  renderPage(<AlertsPage />, { headroom });
  await screen.findByRole('heading', { name: 'Overload now: demand' });
}

const card = (title: string): HTMLElement => screen.getByRole('listitem', { name: title });

describe('AlertsPage', () => {
  it('shows every intent in words with how it stands', async () => {
    await show();
    const demand = card('Overload now: demand');
    expect(await within(demand).findByText('Not set up')).toBeInTheDocument();
    expect(demand).toHaveTextContent('2 rules for 2 services, and 4 rules for series that vanish; looks every 1 min, fires when it holds for 5 min.');
    expect(screen.getAllByRole('listitem').filter((item) => item.getAttribute('aria-labelledby'))).toHaveLength(17);
  });

  it('says why something cannot be set up, and does not let it be ticked', async () => {
    await show();
    const flight = card('Overload now: requests in flight');
    expect(flight).toHaveTextContent('Cannot be set up');
    expect(flight).toHaveTextContent('how many requests an instance may hold at once is not stated');
    expect(within(flight).getByRole('checkbox')).toBeDisabled();
  });

  it('knows rules that are there, and what changed since', async () => {
    const before = sourceOf({ name: 'checkout', tier: 'P0', owner: 'shop', benchmark: benchmarkFixture({ low: 180, high: 190 }) }, { name: 'cart', owner: 'money' });
    await show({ existing: async () => ok(rulesOf(before).map((rule) => stored(rule))) });
    const demand = card('Overload now: demand');
    expect(await within(demand).findByText('Drifted')).toBeInTheDocument();
    expect(demand).toHaveTextContent(/shop\/checkout: the rule says [\d.]+, the catalogue says [\d.]+/);
    expect(demand).not.toHaveTextContent('shop/cart: ');
    expect(within(demand).getByRole('link')).toHaveAttribute('href', expect.stringContaining('/alerting/grafana/hr-overload-demand-p0'));
  });

  it('is active when nothing changed', async () => {
    await show({ existing: async () => ok(rulesOf(SOURCE).map((rule) => stored(rule))) });
    expect(await within(card('Overload now: demand')).findByText('Active')).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Rules of Headroom in Grafana' })).toHaveTextContent('evaluated');
  });

  it('is not active while Grafana does not evaluate it', async () => {
    await show({ existing: async () => ok(rulesOf(SOURCE).map((rule, i) => stored(rule, { paused: i === 0 }))) });
    const demand = card('Overload now: demand');
    expect(await within(demand).findByText('Paused')).toBeInTheDocument();
    expect(demand).toHaveTextContent('resume its evaluation');
    expect(within(demand).queryByText('Active')).not.toBeInTheDocument();
  });

  it('saves what is ticked and says what became of each rule', async () => {
    const save = jest.fn<ReturnType<AlertUseCase['save']>, Parameters<AlertUseCase['save']>>(async (rules) =>
      rules.map((rule, i) => ({
        rule,
        ...(i === 0 ? err({ kind: 'quota' as const, message: 'No more rules.' }) : ok({ uid: rule.uid, change: 'created' as const, folderCreated: true, note: null })),
      }))
    );
    const existing = jest.fn(async () => ok([]));
    await show({ save, existing });
    await userEvent.click(within(card('Overload now: demand')).getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Save as Grafana rules (6)' }));
    expect(await screen.findByText('Saved: 5 created, 0 updated')).toBeInTheDocument();
    expect(screen.getByText(/Overload now: demand, P0, .*: No more rules\./)).toBeInTheDocument();
    expect(save.mock.calls[0]?.[0].map(({ mark }) => mark.intent)).toContain('vanished-demand');
    await waitFor(() => expect(existing).toHaveBeenCalledTimes(2));
  });

  it('leaves companions out when asked to be silent, and follows the choice of services', async () => {
    await show();
    await userEvent.click(within(card('Overload now: demand')).getByRole('checkbox'));
    await userEvent.click(screen.getByRole('checkbox', { name: /Tell me when a series vanishes/ }));
    expect(screen.getByRole('button', { name: 'Save as Grafana rules (2)' })).toBeEnabled();
    await userEvent.click(screen.getByRole('button', { name: 'P0' }));
    expect(await screen.findByRole('button', { name: 'Save as Grafana rules (1)' })).toBeEnabled();
    await userEvent.click(screen.getByRole('button', { name: 'All owners' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'shop' }));
    expect(await screen.findByRole('button', { name: 'Save as Grafana rules (0)' })).toBeDisabled();
  });

  it('lets somebody who may not save see and copy what would be created', async () => {
    await show({ permission: { mayRead: true, maySave: false } });
    expect(screen.getByText('Your role may not save alert rules')).toBeInTheDocument();
    await userEvent.click(within(card('Overload now: demand')).getByRole('checkbox'));
    expect(screen.getByRole('button', { name: /^Save as Grafana rules/ })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Copy or download' }));
    expect(screen.getByRole('group', { name: /For Grafana/ })).toHaveTextContent('apiVersion: 1');
    expect(screen.getByRole('group', { name: /For Prometheus/ })).toHaveTextContent('alert: "HeadroomOverloadDemand"');
    expect(screen.getByRole('button', { name: 'Copy Prometheus YAML' })).toBeEnabled();
  });

  it('says when rules cannot be read, and shows what would be written all the same', async () => {
    await show({ existing: async () => err({ kind: 'forbidden', message: 'Your role may not read alert rules.' }) });
    expect(await screen.findByText('Rules that stand in Grafana cannot be read')).toBeInTheDocument();
    expect(within(card('Overload now: demand')).getByText('Not known whether it is set up')).toBeInTheDocument();
  });

  it('previews the rules of an intent: a sentence and a table', async () => {
    const from = NOW - 2 * DAY;
    const preview = jest.fn((rule: RuleDocument) =>
      of<Preview>({
        uid: rule.uid,
        window: { from: NOW - 30 * DAY, to: NOW },
        progress: 1,
        done: true,
        failure: null,
        instances: rule.tier === 'P0' ? [{ labels: { namespace: 'shop', service: 'checkout' }, from, to: from + HOUR }, { labels: { namespace: 'shop', service: 'checkout' }, from: NOW - 30 * MINUTE, to: null }] : [],
      })
    );
    await show({ preview });
    await userEvent.click(screen.getByRole('button', { name: 'Preview 30 days: Overload now: demand' }));
    const demand = card('Overload now: demand');
    expect(within(demand).getByText(/would have fired 2 times in the last 30 days, for one service: the longest for 1 h, in all 1.5 h. One fires now./)).toBeInTheDocument();
    expect(within(demand).getByRole('row', { name: /shop\/checkout/ })).toHaveTextContent('2');
    // Companions are not asked about: they would only find what everybody knows has gone.
    expect(preview.mock.calls.every(([rule]) => rule.intent === 'overload-demand')).toBe(true);
  });

  it('says when a preview speaks of other limits than those of now', async () => {
    await show({ preview: () => NEVER });
    await userEvent.click(screen.getByRole('button', { name: 'Preview 30 days: Overload now: demand' }));
    expect(screen.queryByText(/have changed since this preview/)).not.toBeInTheDocument();
    const field = within(card('Overload now: demand')).getByRole('textbox');
    await userEvent.clear(field);
    await userEvent.type(field, '70');
    expect(await screen.findByText(/have changed since this preview/)).toBeInTheDocument();
  });

  it('warns of saving while history is read', async () => {
    const progress = { share: 0.3, doing: '', questionsDone: 0, questions: 1 };
    await show({ facts: () => of({ ...factsOf(SOURCE), progress }) });
    await userEvent.click(within(card('Overload now: demand')).getByRole('checkbox'));
    expect(screen.getByText('History is still being read')).toBeInTheDocument();
    expect(card('Overload now: requests in flight')).toHaveTextContent('Not yet known');
  });

  it('says why a preview broke off', async () => {
    const failure = { kind: 'timeout' as const, message: 'The query took too long.', status: 504, expr: '' };
    await show({ preview: (rule) => of({ uid: rule.uid, window: { from: 0, to: NOW }, progress: 0.3, done: true, failure, instances: [] }) });
    await userEvent.click(screen.getByRole('button', { name: 'Preview 30 days: Overload now: demand' }));
    expect(await screen.findByText('The preview is incomplete')).toBeInTheDocument();
    expect(screen.getByText('Up to there it would not have fired; the rest is not known.')).toBeInTheDocument();
  });

  it('changes a number of an intent, and asks in words for one that makes sense', async () => {
    await show();
    const field = within(card('Overload now: demand')).getByRole('textbox', { name: 'Share of the safe limit' });
    await userEvent.clear(field);
    await userEvent.type(field, '0');
    expect(card('Overload now: demand')).toHaveTextContent(/Between 0.1 and 500, please/);
    await userEvent.clear(field);
    await userEvent.type(field, '70');
    await userEvent.click(within(card('Overload now: demand')).getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Copy or download' }));
    await waitFor(() => expect(screen.getByRole('group', { name: /For Prometheus/ })).toHaveTextContent('> 0.7'));
  });

  it('removes a rule after asking', async () => {
    const [rule] = rulesOf(SOURCE) as [RuleDocument];
    const remove = jest.fn(async () => err({ kind: 'provisioned' as const, message: 'It is read-only here.' }));
    await show({ existing: async () => ok([stored(rule), stored(rule, { uid: 'file', title: 'From a file', provisioned: 'file' })]), remove });
    expect(await screen.findByRole('button', { name: 'Remove From a file' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: `Remove ${rule.title}` }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    expect(remove).toHaveBeenCalledWith(rule.uid);
    expect(await screen.findByText('It is read-only here.')).toBeInTheDocument();
  });

  it('says what to do when there are no services', async () => {
    renderPage(<AlertsPage />, { headroom: headroomFixture({ alerts: { facts: () => of({ ...factsOf(), state: 'empty' as const }) } }) });
    expect(await screen.findByText('No services to alert on')).toBeInTheDocument();
  });

  it('says that it reads while it does', () => {
    renderPage(<AlertsPage />, { headroom: headroomFixture({ alerts: { facts: () => NEVER } }) });
    expect(screen.getByRole('status')).toHaveTextContent('Reading services');
  });
});
