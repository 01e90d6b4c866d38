import type { ReactNode } from 'react';
import type { NavModelItem } from '@grafana/data';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BehaviorSubject, NEVER, of, Subject, throwError, type Observable } from 'rxjs';
import type { ServiceView } from '../../../engine/service/ServiceView';
import { headroomFixture } from '../../testing/headroomFixture';
import { renderPage } from '../../testing/renderPage';
import {
  benchmarkFixture,
  FIXTURE_NOW,
  FIXTURE_SERVICE,
  serviceFactsFixture,
  unknownPeakFixture,
} from './serviceFactsFixture';
import ServicePage from './ServicePage';
import { serviceViewFixture } from './serviceViewFixture';

const mockTrail = (item: NavModelItem | undefined): string[] =>
  item === undefined ? [] : [...mockTrail(item.parentItem), item.text];

// Outside Grafana the runtime's PluginPage drops title and actions, and its PanelRenderer draws nothing.
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({
    pageNav,
    renderTitle,
    actions,
    children,
  }: {
    pageNav: NavModelItem;
    renderTitle?: (t: string) => ReactNode;
    actions?: ReactNode;
    children: ReactNode;
  }) => (
    <>
      <nav>{mockTrail(pageNav).join(' > ')}</nav>
      {renderTitle ? renderTitle(pageNav.text) : <h1>{pageNav.text}</h1>}
      {actions}
      {children}
    </>
  ),
  PanelRenderer: ({ title }: { title: string }) => <div>panel: {title}</div>,
}));

// Its own test draws it; jsdom lacks the observers that Grafana's drawer needs.
jest.mock('../../components/EvidenceDrawer', () => ({
  EvidenceDrawer: ({ topic }: { topic: { title: string } }) => <div role="dialog">{topic.title}</div>,
}));


const KEY = encodeURIComponent(FIXTURE_SERVICE.key);

function open(service: Observable<ServiceView>, query = `key=${KEY}`) {
  const watch = jest.fn((_key: string, _range: { from: number; to: number }, _offset: number) => service);
  const headroom = { ...headroomFixture(), service: { watch } };
  return { watch, ...renderPage(<ServicePage />, { headroom, at: `/service?${query}` }) };
}

const section = (name: string) => within(screen.getByRole('region', { name }));

beforeEach(() => {
  jest.useFakeTimers({ now: FIXTURE_NOW, advanceTimers: true });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('ServicePage', () => {
  it('asks for the service and the last 14 days, and shows every part', () => {
    const { watch } = open(of(serviceViewFixture()));
    expect(watch).toHaveBeenCalledWith(
      FIXTURE_SERVICE.key,
      { from: FIXTURE_NOW - 14 * 86_400_000, to: FIXTURE_NOW },
      0
    );
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('shop/checkout');
    const parts = screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent);
    expect(parts).toEqual([
      'Demand against capacity',
      'What if',
      'Peaks',
      'One instance under load',
      'Benchmarks',
      'APIs',
      'Resources',
      'Instances and autoscaler',
    ]);
    expect(screen.getByText('panel: Demand against capacity')).toBeInTheDocument();
  });

  it('stands below the fleet of Headroom', () => {
    open(of(serviceViewFixture()));
    expect(screen.getByText('Headroom > Fleet > checkout')).toBeInTheDocument();
  });

  it('does not say that there is nothing while it is being read', () => {
    const nothing = { fits: [], apis: [], resources: [] };
    const views = new BehaviorSubject(
      serviceViewFixture({
        ...nothing,
        progress: { share: 0.5, doing: 'Demand of the range', questionsDone: 1, questions: 2 },
      })
    );
    open(views);
    for (const words of [/^CPU, latency and requests in flight are still being read/, /^Resources are still/, /^APIs are still/]) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
    expect(screen.getByText('Reading this service: 50 %')).toBeInTheDocument();
    act(() => views.next(serviceViewFixture(nothing)));
    for (const words of [/^No CPU, latency or in-flight/, /^No resource is measured/, /^No API was called/]) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
  });

  it('says headroom beside what the tier asks, and every reason of the status', () => {
    open(of(serviceViewFixture()));
    const headroom = within(screen.getByRole('group', { name: 'Headroom' }));
    expect(
      headroom.getByText('P0 asks for +50 %', { normalizer: (t) => t.replaceAll('\u00a0', ' ') })
    ).toBeInTheDocument();
    expect(screen.getByText('short by 3: 51 required, 48 deployed')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Further reasons' })).toHaveTextContent('losing zone eu-1a');
    expect(screen.getByRole('link', { name: /Fleet/ })).toHaveAttribute('href', '/fleet');
  });

  it('opens the evidence of a figure', async () => {
    open(of(serviceViewFixture()));
    await userEvent.click(screen.getByRole('button', { name: /^Burst factor/ }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('Burst factor');
  });

  it('reads the range of the address and says when it cannot', () => {
    const { watch } = open(of(serviceViewFixture()), `key=${KEY}&from=1763640000000&to=1763726400000`);
    expect(watch).toHaveBeenCalledWith(FIXTURE_SERVICE.key, { from: 1763640000000, to: 1763726400000 }, 0);
    open(of(serviceViewFixture()), `key=${KEY}&from=last-tuesday`);
    expect(screen.getByText(/“last-tuesday” is not a time/)).toBeInTheDocument();
  });

  it('asks again with a new "now" on refresh', async () => {
    const { watch } = open(of(serviceViewFixture()));
    jest.setSystemTime(FIXTURE_NOW + 60_000);
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(watch.mock.lastCall?.[1].to).toBeGreaterThanOrEqual(FIXTURE_NOW + 60_000);
  });

  it('shows its shape while nothing is known', () => {
    open(NEVER);
    expect(screen.getByRole('status', { name: 'Reading the service' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('checkout');
  });

  it.each([
    ['', 'The address has no “key”'],
    ['key=checkout', 'The “key” of the address cannot be read'],
  ])('leads back to the fleet from the address %j', (query, title) => {
    const { watch } = open(NEVER, query);
    expect(screen.getByText(title)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show all services' })).toHaveAttribute('href', '/fleet');
    expect(watch).not.toHaveBeenCalled();
  });

  it('says that the service is gone', () => {
    open(of(serviceViewFixture({ state: 'not-found', facts: null })));
    expect(screen.getByText('No such service')).toBeInTheDocument();
    expect(screen.getByText(/renamed or removed/)).toBeInTheDocument();
  });

  it('does not call a service gone when nobody could look', () => {
    const notices = [
      { id: 'down', severity: 'error' as const, title: 'Prometheus gives no answer', detail: 'Connection refused.' },
    ];
    open(of(serviceViewFixture({ state: 'not-found', facts: null, notices })));
    expect(screen.getByText('The service could not be looked for')).toBeInTheDocument();
    expect(screen.getByText('Connection refused.')).toBeInTheDocument();
    expect(screen.queryByText(/renamed or removed/)).not.toBeInTheDocument();
  });

  it('says why it cannot be read, and keeps the last picture when there is one', () => {
    const views = new Subject<ServiceView>();
    open(views);
    act(() => views.next(serviceViewFixture()));
    act(() => views.error(new Error('503 from the data source')));
    expect(screen.getByText('503 from the data source')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Peaks' })).toBeInTheDocument();
    open(throwError(() => new Error('never came up')));
    expect(screen.getByText('The service cannot be read')).toBeInTheDocument();
  });

  it('shows what is there of a partial view, and why the rest is not', () => {
    const peaks = {
      ...serviceViewFixture().peaks,
      minute: unknownPeakFixture('history is still being read'),
      daily: null,
      ledger: [],
    };
    open(
      of(
        serviceViewFixture({
          peaks,
          capacity: null,
          hourOfWeek: null,
          fits: [],
          apis: [],
          apisNote: 'Routes are not labelled.',
          resources: [],
          autoscaler: null,
          benchmarks: [],
          facts: serviceFactsFixture({ benchmark: { reason: 'too little variation', next: 'Declare one.' } }),
          progress: { share: 0.4, doing: 'reading September', questionsDone: 2, questions: 5 },
        })
      )
    );
    expect(screen.getByRole('progressbar', { name: 'Reading history' })).toBeInTheDocument();
    expect(section('Peaks').getByText(/History is still being read\. Wait/)).toBeInTheDocument();
    expect(section('APIs').getByText('Routes are not labelled.')).toBeInTheDocument();
    expect(section('Benchmarks').getByText('Too little variation. Declare one.')).toBeInTheDocument();
    expect(screen.getByText(/Capacity is not drawn\./)).toBeInTheDocument();
    expect(
      screen.getByText('Autoscalers are still being read.')
    ).toBeInTheDocument();
  });

  it('says that an estimate is one', () => {
    open(
      of(serviceViewFixture({ facts: serviceFactsFixture({ benchmark: benchmarkFixture({ origin: 'estimated' }) }) }))
    );
    expect(
      screen.getByText(/The safe limit in use is estimated from CPU: 260 to 310 req\/s per instance/)
    ).toBeInTheDocument();
  });

  it('shows any name as text', () => {
    const name = '<b>"quo\\te"</b> {x} ☃ '.repeat(10);
    const service = { ...FIXTURE_SERVICE, name };
    open(of(serviceViewFixture({ facts: serviceFactsFixture({ service }) })));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(`shop/${name}`);
  });
});
