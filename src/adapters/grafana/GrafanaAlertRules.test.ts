import { of, throwError } from 'rxjs';
import { grafanaRule } from '../../domain/alertrules/grafanaRule';
import { planIntent } from '../../domain/alertrules/planIntent';
import type { RuleDocument } from '../../domain/alertrules/RuleDocument';
import { EVERYBODY, ruleSource, subject } from '../../domain/alertrules/ruleSource.fixture';
import { GrafanaAlertRules } from './GrafanaAlertRules';

interface Request {
  readonly url: string;
  readonly method: string;
  readonly data?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  readonly showErrorAlert?: boolean;
}

const fetch = jest.fn();
const permissions = new Set<string>();
jest.mock('@grafana/runtime', () => ({
  config: { appUrl: 'http://grafana.test/sub/', appSubUrl: '/sub', bootData: { user: { orgId: 7 } } },
  hasPermission: (action: string) => permissions.has(action),
  getBackendSrv: () => ({ fetch }),
  isFetchError: (e: unknown) => typeof e === 'object' && e !== null && 'status' in e && 'data' in e,
}));

const [document] = planIntent({ kind: 'headroom-short' }, [ruleSource([subject('cart')])], EVERYBODY).rules as [RuleDocument];
const rule = grafanaRule(document, 'http://grafana.test');
const refusal = (status: number, message = '') => throwError(() => ({ status, data: { message }, config: {} }));

type Answer = unknown | (() => ReturnType<typeof refusal>);

/** Answers by "METHOD path"; what is not listed is 404. */
function grafana(routes: Readonly<Record<string, Answer>>): Request[] {
  const requests: Request[] = [];
  fetch.mockImplementation((request: Request) => {
    requests.push(request);
    const answer = routes[`${request.method} ${request.url}`];
    if (answer === undefined) {
      return refusal(404, 'not found');
    }
    return typeof answer === 'function' ? (answer as () => unknown)() : of({ data: answer });
  });
  return requests;
}

const RULES = '/api/v1/provisioning/alert-rules';
const ONE = `${RULES}/${rule.uid}`;
const FOLDER = '/api/folders/headroom-alert-rules';
const stored = (change: object = {}) => ({ ...rule, folderUID: 'moved', ruleGroup: 'elsewhere', ...change });

beforeEach(() => {
  fetch.mockReset();
  permissions.clear();
});

describe('saving a rule', () => {
  it('makes the folder where it is missing, keeps the rule editable, shows no toast', async () => {
    const requests = grafana({ [`POST ${RULES}`]: {}, 'POST /api/folders': {} });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toEqual({ ok: true, value: { uid: rule.uid, change: 'created', folderCreated: true, note: null } });
    const post = requests.find(({ url, method }) => url === RULES && method === 'POST');
    expect(post?.headers).toEqual({ 'X-Disable-Provenance': 'true' });
    expect(post?.data).toMatchObject({ uid: rule.uid, orgID: 7, folderUID: 'headroom-alert-rules', ruleGroup: 'Headroom every 1m' });
    expect(requests.every(({ showErrorAlert }) => showErrorAlert === false)).toBe(true);
  });

  it('replaces a rule that is there, where somebody moved it, and leaves it paused', async () => {
    const requests = grafana({ [`GET ${ONE}`]: stored({ isPaused: true }), [`PUT ${ONE}`]: {} });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: true, value: { change: 'updated' } });
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'PUT']);
    expect(requests[1]?.data).toMatchObject({ folderUID: 'moved', ruleGroup: 'elsewhere', isPaused: true });
  });

  it('sets the interval of a new group, which Grafana makes a minute', async () => {
    const group = `/api/v1/provisioning/folder/headroom-alert-rules/rule-groups/${encodeURIComponent(rule.ruleGroup)}`;
    const requests = grafana({ [`GET ${FOLDER}`]: {}, [`POST ${RULES}`]: {}, [`GET ${group}`]: { title: 'g', interval: 60, rules: [{ uid: 'x', keep: 1 }] }, [`PUT ${group}`]: {} });
    expect(await new GrafanaAlertRules().save(rule, 3_600_000)).toMatchObject({ ok: true, value: { note: null, folderCreated: false } });
    expect(requests.at(-1)?.data).toEqual({ title: 'g', interval: 3600, rules: [{ uid: 'x', keep: 1 }] });
  });

  it('says so when the interval could not be set, and has saved the rule', async () => {
    grafana({ [`GET ${FOLDER}`]: {}, [`POST ${RULES}`]: {} });
    const outcome = await new GrafanaAlertRules().save(rule, 3_600_000);
    expect(outcome).toMatchObject({ ok: true, value: { note: expect.stringContaining('interval could not be set') } });
  });

  it.each(['file', 'api'])('does not touch a rule that was provisioned by %s', async (provenance) => {
    const requests = grafana({ [`GET ${ONE}`]: stored({ provenance }) });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: false, error: { kind: 'provisioned', message: expect.stringContaining(provenance) } });
    expect(requests).toHaveLength(1);
  });

  it.each<[string, number, string, string]>([
    ['forbidden', 403, 'You need additional permissions', 'An Editor may'],
    ['quota', 403, 'quota has been exceeded', 'no more alert rules'],
    ['provisioned', 409, 'cannot change provenance from file', 'read-only'],
    ['name-taken', 409, 'a conflicting alert rule is found: rule title under the same folder must be unique', 'rename'],
    ['invalid', 400, 'invalid alert rule: bad interval', 'bad interval'],
    ['unreachable', 500, 'database is locked', 'Try again'],
    ['unreachable', 0, '', 'no answer'],
  ])('names a refusal: %s (%d %s)', async (kind, status, message, words) => {
    grafana({ [`GET ${FOLDER}`]: {}, [`POST ${RULES}`]: () => refusal(status, message) });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: false, error: { kind, message: expect.stringContaining(words) } });
  });

  it('makes a folder that an Editor is told he may not see because it is not there', async () => {
    grafana({ [`GET ${FOLDER}`]: () => refusal(403, 'folders:read'), 'POST /api/folders': {}, [`POST ${RULES}`]: {} });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: true, value: { folderCreated: true } });
  });

  it.each([409, 412])('says so when the folder is there and hidden (%d)', async (status) => {
    grafana({ [`GET ${FOLDER}`]: () => refusal(403, 'folders:read'), 'POST /api/folders': () => refusal(status, 'exists') });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: false, error: { kind: 'forbidden', message: expect.stringContaining('may not see it') } });
  });

  it('says who may make the folder', async () => {
    grafana({ 'POST /api/folders': () => refusal(403, 'no') });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: false, error: { kind: 'forbidden', message: expect.stringContaining('folder Headroom') } });
  });
});

describe('reading and removing', () => {
  it('reads rules, ours and others, and leaves out what is none', async () => {
    grafana({ [`GET ${RULES}`]: [stored(), stored({ uid: 'file', provenance: 'file' }), { nonsense: true }, { ...stored({ uid: 'bare' }), data: null, labels: null, annotations: null, for: '90s' }] });
    const rules = await new GrafanaAlertRules().list();
    expect(rules.ok && rules.value.map(({ uid, provisioned, expr, threshold, holdFor }) => [uid, provisioned, expr, threshold, holdFor])).toEqual([
      [rule.uid, null, document.value, 0, 900_000],
      ['file', 'file', document.value, 0, 900_000],
      ['bare', null, null, null, 90_000],
    ]);
  });

  it.each([
    ['a page that is no list', { [`GET ${RULES}`]: '<html>' }, 'unreachable'],
    ['a role that may not', { [`GET ${RULES}`]: () => refusal(403, 'no') }, 'forbidden'],
    ['alerting that is not there', {}, 'unreachable'],
  ])('says in words what is wrong: %s', async (_name, routes, kind) => {
    grafana(routes);
    expect(await new GrafanaAlertRules().list()).toMatchObject({ ok: false, error: { kind } });
  });

  it('removes, and takes a rule that is gone for removed', async () => {
    grafana({ [`DELETE ${ONE}`]: {} });
    expect(await new GrafanaAlertRules().remove(rule.uid)).toEqual({ ok: true, value: null });
    expect(await new GrafanaAlertRules().remove('gone')).toEqual({ ok: true, value: null });
  });

  it('knows what the user may do, and where things are', () => {
    expect(new GrafanaAlertRules().permission).toEqual({ mayRead: false, maySave: false });
    permissions.add('alert.rules:create').add('alert.rules:read');
    const rules = new GrafanaAlertRules();
    expect(rules.permission).toEqual({ mayRead: true, maySave: true });
    expect([rules.appUrl, rules.address('a/b')]).toEqual(['http://grafana.test/sub', '/sub/alerting/grafana/a%2Fb/view']);
  });
});
