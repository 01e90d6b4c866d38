import { of, throwError } from 'rxjs';
import { grafanaRule } from '../../domain/alertrules/grafanaRule';
import { grafanaRecordingRule } from '../../domain/alertrules/grafanaRecordingRule';
import { planIntent } from '../../domain/alertrules/planIntent';
import type { RecordingDocument } from '../../domain/alertrules/RecordingDocument';
import { recordingDocuments } from '../../domain/alertrules/recordingDocuments';
import type { RuleDocument } from '../../domain/alertrules/RuleDocument';
import { EVERYBODY, ruleSource, subject } from '../../domain/alertrules/ruleSource.fixture';
import { context } from '../../domain/promql/testing/questionContexts';
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
const answer = (status: number, data: unknown) => throwError(() => ({ status, data, config: {} }));
const refusal = (status: number, message = '') => answer(status, { message });

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

  // As Grafana 12.3.0 answered when each was provoked.
  it.each<[string, number, unknown, string, string]>([
    [
      'a Viewer, also one who may edit the folder',
      403,
      {
        accessErrorId: 'ACE4280290212',
        message:
          "You'll need additional permissions to perform this action. Permissions needed: any of alert.provisioning:write, alert.rules.provisioning:write, all of alert.rules:create, alert.provisioning.provenance:write",
        title: 'Access denied',
      },
      'forbidden',
      'An Editor may',
    ],
    ['the quota ([quota] org_alert_rule)', 403, { message: 'quota has been exceeded' }, 'quota', 'have the quota raised'],
    ['a folder that was removed meanwhile', 400, { message: 'invalid alert rule: folder does not exist' }, 'invalid', 'makes it anew'],
    [
      'a uid that another browser took meanwhile',
      409,
      {
        statusCode: 409,
        messageId: 'alerting.alert-rule.conflict',
        message: "Failed to save alert rule 'd1-rec-1' in organization 1 due to conflict: UNIQUE constraint failed: alert_rule.org_id, alert_rule.uid",
        extra: { Error: 'UNIQUE constraint failed: alert_rule.org_id, alert_rule.uid', OrgID: 1, RuleUID: 'd1-rec-1' },
      },
      'name-taken',
      'is there already',
    ],
    ['a database that is locked', 500, { extra: null, message: 'InternalError', messageId: 'sqlstore.max-retries-reached', statusCode: 500, traceID: '' }, 'unreachable', "in Grafana's log"],
    ['a provisioned rule, which Grafana answers with 500', 500, { message: 'Internal Server Error' }, 'unreachable', 'Try again'],
    ['alerting that is switched off', 404, { message: 'Not found' }, 'unreachable', 'switched off'],
  ])('says in words: %s', async (_name, status, data, kind, words) => {
    grafana({ [`GET ${FOLDER}`]: {}, [`POST ${RULES}`]: () => answer(status, data) });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: false, error: { kind, message: expect.stringContaining(words) } });
  });

  it('leaves the rule of somebody else with the same uid alone', async () => {
    const requests = grafana({ [`GET ${ONE}`]: stored({ title: 'Mine', labels: { team: 'x' }, annotations: {} }) });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: false, error: { kind: 'name-taken', message: expect.stringContaining('"Mine"') } });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['label', { labels: {} }],
    ['mark', { annotations: {} }],
  ])('still knows its own rule when somebody removed its %s', async (_name, change) => {
    grafana({ [`GET ${ONE}`]: stored(change), [`PUT ${ONE}`]: {} });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: true, value: { change: 'updated' } });
  });

  it('saves a rule that records, to the data source it was told', async () => {
    const [recorded] = recordingDocuments({ uid: 'prom', name: 'Prometheus' }, [context()]);
    const requests = grafana({ [`GET ${FOLDER}`]: {}, [`POST ${RULES}`]: {} });
    expect(await new GrafanaAlertRules().save(grafanaRecordingRule(recorded as RecordingDocument, 'target'), 60_000)).toMatchObject({ ok: true, value: { change: 'created' } });
    expect(requests.at(-1)?.data).toMatchObject({ folderUID: 'headroom-alert-rules', record: { metric: 'headroom:demand:rate5m', from: 'A', target_datasource_uid: 'target' } });
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
    grafana({ [`GET ${FOLDER}`]: () => refusal(403, 'folders:read'), 'POST /api/folders': () => refusal(status, 'the folder has been changed by someone else') });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: false, error: { kind: 'forbidden', message: expect.stringContaining('may not see it') } });
  });

  it('goes on when somebody else made the folder in the same moment', async () => {
    let looks = 0;
    grafana({
      [`GET ${FOLDER}`]: () => (looks++ === 0 ? refusal(404, 'folder not found') : of({ data: {} })),
      'POST /api/folders': () => refusal(412, 'the folder has been changed by someone else'),
      [`POST ${RULES}`]: {},
    });
    expect(await new GrafanaAlertRules().save(rule, 60_000)).toMatchObject({ ok: true, value: { folderCreated: false } });
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

  it('says why a provisioned rule cannot be removed', async () => {
    const said = { statusCode: 409, messageId: 'alerting.provenanceMismatch', message: "cannot delete with provided provenance '', needs 'file'" };
    grafana({ [`DELETE ${ONE}`]: () => answer(409, said) });
    expect(await new GrafanaAlertRules().remove(rule.uid)).toMatchObject({ ok: false, error: { kind: 'provisioned', message: expect.stringContaining('read-only') } });
  });

  it('reads what a rule records, and that most record nothing', async () => {
    const records = (record: unknown) => stored({ record });
    grafana({ [`GET ${RULES}`]: [records({ metric: 'a', from: 'A', target_datasource_uid: 'p' }), records({ metric: 'b', from: 'A' }), records(null), stored()] });
    const rules = await new GrafanaAlertRules().list();
    expect(rules.ok && rules.value.map(({ record }) => record)).toEqual([{ metric: 'a', target: 'p' }, { metric: 'b', target: null }, null, null]);
  });

  it('removes, and takes a rule that is gone for removed', async () => {
    grafana({ [`DELETE ${ONE}`]: {} });
    expect(await new GrafanaAlertRules().remove(rule.uid)).toEqual({ ok: true, value: null });
    expect(await new GrafanaAlertRules().remove('gone')).toEqual({ ok: true, value: null });
  });

  it('knows what the user may do, and where things are', () => {
    expect(new GrafanaAlertRules().permission).toEqual({ mayRead: false, maySave: false });
    // A Viewer who may edit a folder: Grafana refuses him, since he may not keep rules editable.
    permissions.add('alert.rules:create').add('alert.rules:read');
    expect(new GrafanaAlertRules().permission).toEqual({ mayRead: true, maySave: false });
    permissions.add('alert.provisioning.provenance:write');
    const rules = new GrafanaAlertRules();
    expect(rules.permission).toEqual({ mayRead: true, maySave: true });
    expect([rules.appUrl, rules.address('a/b')]).toEqual(['http://grafana.test/sub', '/sub/alerting/grafana/a%2Fb/view']);
  });
});
