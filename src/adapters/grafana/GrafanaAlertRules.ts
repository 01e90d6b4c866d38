import { config, getBackendSrv, hasPermission, isFetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../domain/base/Result';
import type { GrafanaRule } from '../../domain/alertrules/grafanaRule';
import { RULE_FOLDER } from '../../domain/alertrules/grafanaRuleFile';
import type { AlertPermission, AlertRuleProblem, AlertRules, SavedRule, StoredRule } from '../../ports/AlertRules';
import { alertRuleProblem } from './alertRuleProblem';
import { parseAlertRule } from './alertRuleSchema';

const RULES = '/api/v1/provisioning/alert-rules';
/** Fixed, so that everybody finds the same folder whatever it is called later. */
const FOLDER_UID = 'headroom-alert-rules';
/** Grafana gives a new group this interval, milliseconds. */
const USUAL_INTERVAL = 60_000;
/** Its presence keeps rules editable in Grafana's own pages. */
const EDITABLE = { 'X-Disable-Provenance': 'true' };

const group = z.looseObject({ interval: z.number(), rules: z.array(z.unknown()) });

/** Grafana-managed rules through the provisioning API. */
export class GrafanaAlertRules implements AlertRules {
  readonly permission: AlertPermission = {
    mayRead: hasPermission('alert.rules:read') || hasPermission('alert.provisioning:read'),
    maySave: hasPermission('alert.rules:create') || hasPermission('alert.provisioning:write'),
  };

  readonly appUrl = (config.appUrl || `${window.location.origin}${config.appSubUrl}`).replace(/\/+$/, '');

  address(uid: string): string {
    return `${config.appSubUrl}/alerting/grafana/${encodeURIComponent(uid)}/view`;
  }

  async list(): Promise<Result<readonly StoredRule[], AlertRuleProblem>> {
    try {
      const answer = z.parse(z.array(z.unknown()), await send('GET', RULES));
      return ok(answer.map(parseAlertRule).filter((rule) => rule !== null));
    } catch (error) {
      return err(alertRuleProblem(error, 'read'));
    }
  }

  async save(rule: GrafanaRule, interval: number): Promise<Result<SavedRule, AlertRuleProblem>> {
    const before = await this.find(rule.uid);
    if (!before.ok) {
      return before;
    }
    const { value: existing } = before;
    if (existing?.provisioned) {
      return err({
        kind: 'provisioned',
        message: `The rule "${existing.title}" was provisioned (${existing.provisioned}) and is read-only here: change it where it was provisioned from, or remove it there.`,
      });
    }
    return existing ? this.replace(rule, existing) : this.create(rule, interval);
  }

  async remove(uid: string): Promise<Result<null, AlertRuleProblem>> {
    try {
      await send('DELETE', `${RULES}/${encodeURIComponent(uid)}`);
      return ok(null);
    } catch (error) {
      return isFetchError(error) && error.status === 404 ? ok(null) : err(alertRuleProblem(error, 'write'));
    }
  }

  private async find(uid: string): Promise<Result<StoredRule | null, AlertRuleProblem>> {
    try {
      return ok(parseAlertRule(await send('GET', `${RULES}/${encodeURIComponent(uid)}`)));
    } catch (error) {
      return isFetchError(error) && error.status === 404 ? ok(null) : err(alertRuleProblem(error, 'read'));
    }
  }

  /** Stays in the folder and group where somebody may have moved it, and paused if somebody paused it. */
  private async replace(rule: GrafanaRule, existing: StoredRule): Promise<Result<SavedRule, AlertRuleProblem>> {
    try {
      const body = { ...rule, orgID: orgId(), folderUID: existing.folderUid, ruleGroup: existing.group, isPaused: existing.paused };
      await send('PUT', `${RULES}/${encodeURIComponent(rule.uid)}`, body);
      return ok({ uid: rule.uid, change: 'updated', folderCreated: false, note: null });
    } catch (error) {
      return err(alertRuleProblem(error, 'write'));
    }
  }

  private async create(rule: GrafanaRule, interval: number): Promise<Result<SavedRule, AlertRuleProblem>> {
    const folder = await ensureFolder();
    if (!folder.ok) {
      return folder;
    }
    try {
      await send('POST', RULES, { ...rule, orgID: orgId(), folderUID: FOLDER_UID });
    } catch (error) {
      return err(alertRuleProblem(error, 'write'));
    }
    const note = interval === USUAL_INTERVAL ? null : await setGroupInterval(rule.ruleGroup, interval);
    return ok({ uid: rule.uid, change: 'created', folderCreated: folder.value, note });
  }
}

const orgId = (): number => config.bootData.user.orgId;

/** True when it had to be made. An Editor is told 403, not 404, of a folder that is not there: making it tells. */
async function ensureFolder(): Promise<Result<boolean, AlertRuleProblem>> {
  try {
    await send('GET', `/api/folders/${FOLDER_UID}`);
    return ok(false);
  } catch (error) {
    if (!isFetchError(error) || (error.status !== 404 && error.status !== 403)) {
      return err(alertRuleProblem(error, 'folder'));
    }
  }
  try {
    await send('POST', '/api/folders', { uid: FOLDER_UID, title: RULE_FOLDER });
    return ok(true);
  } catch (error) {
    const hidden = isFetchError(error) && (error.status === 409 || error.status === 412);
    return err(hidden ? HIDDEN_FOLDER : alertRuleProblem(error, 'folder'));
  }
}

const HIDDEN_FOLDER: AlertRuleProblem = {
  kind: 'forbidden',
  message: 'The folder of these rules is there, and you may not see it, or another one has its name. Ask who may to give you the permission to edit it.',
};

/** A new group is evaluated every minute; the interval can only be changed for the group as a whole. Null when it worked. */
async function setGroupInterval(name: string, interval: number): Promise<string | null> {
  const url = `/api/v1/provisioning/folder/${FOLDER_UID}/rule-groups/${encodeURIComponent(name)}`;
  try {
    const now = z.parse(group, await send('GET', url));
    if (now.interval !== interval / 1000) {
      await send('PUT', url, { ...now, interval: interval / 1000 });
    }
    return null;
  } catch (error) {
    return `It is evaluated as often as its group is now: the interval could not be set. ${alertRuleProblem(error, 'write').message}`;
  }
}

async function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, data?: unknown): Promise<unknown> {
  const headers = method === 'GET' ? undefined : EDITABLE;
  const request = getBackendSrv().fetch<unknown>({ url, method, data, headers, showErrorAlert: false, showSuccessAlert: false });
  return (await lastValueFrom(request)).data;
}
