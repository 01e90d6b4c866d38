import type { ReactNode } from 'react';
import { act, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { BehaviorSubject, NEVER, of, type Observable } from 'rxjs';
import { DAY } from '../../../domain/base/Duration';
import { known } from '../../../domain/base/Figure';
import type { FleetRow } from '../../../domain/capacity/FleetRow';
import { judgeService } from '../../../domain/capacity/judgeService';
import type { ServiceBefore } from '../../../domain/report/ServiceBefore';
import type { ReportView } from '../../../engine/reports/ReportView';
import { awkwardNames } from '../../testing/awkwardNames';
import { benchmarkFixture } from '../../testing/benchmarkFixture';
import { factsFixture, type FactsChanges } from '../../testing/factsFixture';
import { headroomFixture } from '../../testing/headroomFixture';
import { NOW } from '../../testing/NOW';
import { renderPage } from '../../testing/renderPage';
import ReportPage from './ReportPage';

jest.mock('@grafana/runtime', () => ({
  PluginPage: ({ subTitle, children }: { readonly subTitle?: ReactNode; readonly children: ReactNode }) => (
    <>
      <p>{subTitle}</p>
      {children}
    </>
  ),
}));

// Role queries that look at styles take seconds on a page of this size.
beforeAll(() => configure({ defaultHidden: true }));
afterAll(() => configure({ defaultHidden: false }));

const rowOf = (changes: FactsChanges): FleetRow => {
  const facts = factsFixture(changes);
  return { facts, judgement: judgeService(facts, { growth: 0, now: NOW }) };
};

const ago = (changes: FactsChanges): readonly [string, ServiceBefore] => {
  const facts = factsFixture({ lastSeen: NOW - 7 * DAY, ...changes });
  return [facts.service.key, { kind: 'known', row: { facts, judgement: judgeService(facts, { growth: 0, now: NOW - 7 * DAY }) } }];
};

const PAY = rowOf({ name: 'pay', tier: 'P0', owner: 'money', ready: 4 });
const CART = rowOf({ name: 'cart', owner: 'shop', ready: 40, pricePerInstanceHour: 0.1 });
const STRAY = rowOf({ name: 'stray', owner: null, benchmark: benchmarkFixture({ at: NOW - 120 * DAY }) });

const viewOf = (changes: Partial<ReportView> = {}): ReportView => ({
  state: 'ready',
  rows: [PAY, CART, STRAY],
  before: new Map([ago({ name: 'pay', tier: 'P0', owner: 'money', ready: 12 }), ago({ name: 'cart', owner: 'shop', ready: 40 })]),
  week: { from: NOW - 7 * DAY, to: NOW },
  notices: [],
  progress: null,
  currency: 'EUR',
  readAt: NOW,
  since: NOW - 90 * DAY,
  ...changes,
});

function Address() {
  return <output aria-label="address">{useLocation().search}</output>;
}

function show(report: Observable<ReportView>, at = '/report') {
  renderPage(
    <>
      <ReportPage />
      <Address />
    </>,
    { headroom: headroomFixture({ report }), at }
  );
}

const part = (title: RegExp) => within(screen.getByRole('region', { name: title }));

describe('ReportPage', () => {
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW));
  afterEach(() => jest.restoreAllMocks());

  it('says for everybody what to do, what changed, who is short and what can go', () => {
    show(of(viewOf()));
    expect(screen.getByRole('heading', { name: 'All owners, 2026-11-14 to 2026-11-21' })).toBeInTheDocument();
    expect(part(/^Who is short/).getByRole('listitem')).toHaveTextContent(/^P0shop\/pay: \d+ instances to add: \d+ required, 4 deployed$/);
    expect(part(/^What changed since 2026-11-14/).getByText(/8 instances removed: 12 → 4/)).toHaveTextContent('Holds → Short');
    expect(part(/^What changed/).getByText('1 service could not be compared: nobody has looked yet.')).toBeInTheDocument();
    expect(part(/^What to give back/).getByText(/instances, €.* a month/)).toBeInTheDocument();
    expect(part(/^Oldest benchmarks/).getByText(/load-test of 2026-07-24: the benchmark is 120 d old/)).toBeInTheDocument();
    expect(part(/^Next actions/).getAllByRole('listitem').map((line) => line.textContent?.replace(/^P\d/, '').split(' ').slice(0, 2).join(' '))).toEqual([
      'shop/pay: add',
      'shop/stray: test',
      'shop/cart: give',
    ]);
  });

  it('links each line to its service', () => {
    show(of(viewOf()));
    expect(part(/^Who is short/).getByRole('link', { name: 'shop/pay' })).toHaveAttribute('href', `/a/headroom-capacity-app/service?key=${encodeURIComponent(PAY.facts.service.key)}`);
  });

  it.each([
    ['an owner', '/report?owner=shop', 'shop', ['shop/cart']],
    ['nobody', '/report?owner=', 'No owner', ['shop/stray']],
    ['somebody who has nothing', '/report?owner=ghost', 'ghost', []],
  ])('shows what the address asks for: %s', (_, at, title, services) => {
    show(of(viewOf()), at);
    expect(screen.getByRole('heading', { name: `${title}, 2026-11-14 to 2026-11-21` })).toBeInTheDocument();
    const links = screen.queryAllByRole('link').map((link) => link.textContent);
    expect([...new Set(links)]).toEqual(services);
    expect(screen.getByRole('list', { name: 'Summary' })).toHaveTextContent(`${services.length} service`);
  });

  it('leads from the line of an owner to the report of that owner, and back by the box', async () => {
    show(of(viewOf()));
    expect(part(/^Owners/).getByRole('link', { name: 'money' })).toHaveAttribute('href', '/a/headroom-capacity-app/report?owner=money');
    await userEvent.click(screen.getByLabelText('Owner'));
    // The list itself is not drawn without a layout.
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(screen.getByLabelText('address')).toHaveTextContent('?owner=');
    expect(screen.getByRole('heading', { name: /^No owner/ })).toBeInTheDocument();
  });

  it('copies as Markdown what it shows, with what limits it', async () => {
    const user = userEvent.setup();
    const writeText = jest.fn((_: string) => Promise.resolve());
    Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const notices = [
      { id: 'a', severity: 'warning' as const, title: 'Prometheus: a query failed', detail: 'timeout' },
      { id: 'b', severity: 'info' as const, title: 'It is slow', detail: 'very' },
    ];
    show(of(viewOf({ notices })), '/report?owner=money');
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
    const text = writeText.mock.calls[0]?.[0] ?? '';
    expect(text).toContain('# Weekly capacity report: money');
    expect(text).toContain('[Whole report](http://grafana.test/a/headroom-capacity-app/report?owner=money)');
    expect(text).toContain('> Prometheus: a query failed: timeout');
    expect(text).not.toContain('It is slow');
    const shown = part(/^What changed/).getByRole('listitem').textContent?.replace(/^P0shop\/pay: /, '');
    expect(text).toContain(`: ${shown?.replace(/\s/g, ' ')}\n`);
  });

  it('says that figures may move while history is read', () => {
    const progress = { share: 0.4, doing: 'Reading days.', questionsDone: 1, questions: 4 };
    const before = new Map<string, ServiceBefore>([PAY, CART, STRAY].map(({ facts }) => [facts.service.key, { kind: 'unknown', reason: 'history is being read' }]));
    show(of(viewOf({ progress, before })));
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');
    expect(part(/^What changed/).getByText('Not known.')).toBeInTheDocument();
    expect(part(/^What changed/).getByText('3 services could not be compared: history is being read.')).toBeInTheDocument();
  });

  it('waits while nothing is known', () => {
    show(NEVER);
    expect(screen.getByText('Reading the fleet …')).toBeInTheDocument();
  });

  it('says why it is empty, and what to do', () => {
    show(of(viewOf({ state: 'empty', rows: [], notices: [{ id: 'a', severity: 'error', title: 'No data source', detail: 'None', next: 'Add one' }] })));
    expect(screen.getByText('No services to report on')).toBeInTheDocument();
    expect(screen.getByText('Add one')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open configuration' })).toBeInTheDocument();
  });

  it('moves with the fleet', () => {
    const views = new BehaviorSubject(viewOf());
    show(views);
    act(() => views.next(viewOf({ rows: [CART] })));
    expect(screen.getByRole('region', { name: 'Who is short' })).toHaveTextContent('Nobody.');
  });

  it('shows services of any name', () => {
    show(of(viewOf({ rows: awkwardNames.map((name) => rowOf({ name, ready: 2 })), before: new Map() })));
    expect(part(/^Who is short/).getAllByRole('listitem')).toHaveLength(awkwardNames.length);
  });

  it('shows a hundred lines, and how many more there are', () => {
    const rows = Array.from({ length: 130 }, (_, i) => rowOf({ name: `s${i}`, ready: 2, ath: { ...PAY.facts.ath, figure: known(900, 'reqps', 'measured') } }));
    show(of(viewOf({ rows, before: new Map() })));
    expect(part(/^Who is short \(130\)/).getAllByRole('listitem')).toHaveLength(100);
    expect(part(/^Who is short/).getByText('30 more: choose an owner, or look at the fleet page.')).toBeInTheDocument();
  });
});
