import { config, hasPermission, isFetchError } from '@grafana/runtime';
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../domain/base/Result';
import type { GrafanaRecordingRule } from '../../domain/alertrules/grafanaRecordingRule';
import type { GrafanaRule } from '../../domain/alertrules/grafanaRule';
import { RULE_FOLDER } from '../../domain/alertrules/grafanaRuleFile';
import { MARK } from '../../domain/alertrules/RuleMark';
import type { AlertPermission, AlertRuleProblem, AlertRules, SavedRule, StoredRule } from '../../ports/AlertRules';
import { alertRuleProblem } from './alertRuleProblem';
import { parseAlertRule } from './alertRuleSchema';
import { grafanaSend } from './grafanaSend';

const RULES = '/api/v1/provisioning/alert-rules';
/** Fixed, so that everybody finds the same folder whatever it is called later. */
const FOLDER_UID = 'headroom-alert-rules';
/** Grafana gives a new group this interval, milliseconds. */
const USUAL_INTERVAL = 60_000;

type AnyRule = GrafanaRule | GrafanaRecordingRule;

const INTENT_LABEL = 'headroom_intent';

const group = z.looseObject({ interval: z.number(), rules: z.array(z.unknown()) });

/** Grafana-managed rules through the provisioning API. */
export class GrafanaAlertRules implements AlertRules {
  readonly permission: AlertPermission = {
    mayRead: hasPermission('alert.rules:read') || hasPermission('alert.provisioning:read'),
    // What the provisioning API asks for: to create rules is not enough, they must also be kept editable.
    maySave:
      hasPermission('alert.provisioning:write') ||
      hasPermission('alert.rules.provisioning:write') ||
      (hasPermission('alert.rules:create') && hasPermission('alert.provisioning.provenance:write')),
  };

  readonly appUrl = (config.appUrl || `${window.location.origin}${config.appSubUrl}`).replace(/\/+$/, '');

  address(uid: string): string {
    return `${config.appSubUrl}/alerting/grafana/${encodeURIComponent(uid)}/view`;
  }

  async list(): Promise<Result<readonly StoredRule[], AlertRuleProblem>> {
    try {
      const answer = z.parse(z.array(z.unknown()), await grafanaSend('GET', RULES));
      return ok(answer.map(parseAlertRule).filter((rule) => rule !== null));
    } catch (error) {
      return err(alertRuleProblem(error, 'read'));
    }
  }

  async save(rule: AnyRule, interval: number): Promise<Result<SavedRule, AlertRuleProblem>> {
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
    if (existing && !isOurs(existing)) {
      return err({
        kind: 'name-taken',
        message: `The uid ${rule.uid} belongs to a rule of somebody else, "${existing.title}", which is left as it is. Give that rule another uid, or remove it, then save again.`,
      });
    }
    return existing ? this.replace(rule, existing) : this.create(rule, interval);
  }

  async remove(uid: string): Promise<Result<null, AlertRuleProblem>> {
    try {
      await grafanaSend('DELETE', `${RULES}/${encodeURIComponent(uid)}`);
      return ok(null);
    } catch (error) {
      return isFetchError(error) && error.status === 404 ? ok(null) : err(alertRuleProblem(error, 'write'));
    }
  }

  private async find(uid: string): Promise<Result<StoredRule | null, AlertRuleProblem>> {
    try {
      return ok(parseAlertRule(await grafanaSend('GET', `${RULES}/${encodeURIComponent(uid)}`)));
    } catch (error) {
      return isFetchError(error) && error.status === 404 ? ok(null) : err(alertRuleProblem(error, 'read'));
    }
  }

  /** Stays in the folder and group where somebody may have moved it, and paused if somebody paused it. */
  private async replace(rule: AnyRule, existing: StoredRule): Promise<Result<SavedRule, AlertRuleProblem>> {
    try {
      const body = { ...rule, orgID: orgId(), folderUID: existing.folderUid, ruleGroup: existing.group, isPaused: existing.paused };
      await grafanaSend('PUT', `${RULES}/${encodeURIComponent(rule.uid)}`, body);
      return ok({ uid: rule.uid, change: 'updated', folderCreated: false, note: null });
    } catch (error) {
      return err(alertRuleProblem(error, 'write'));
    }
  }

  private async create(rule: AnyRule, interval: number): Promise<Result<SavedRule, AlertRuleProblem>> {
    const folder = await ensureFolder();
    if (!folder.ok) {
      return folder;
    }
    try {
      await grafanaSend('POST', RULES, { ...rule, orgID: orgId(), folderUID: FOLDER_UID });
    } catch (error) {
      return err(alertRuleProblem(error, 'write'));
    }
    const note = interval === USUAL_INTERVAL ? null : await setGroupInterval(rule.ruleGroup, interval);
    return ok({ uid: rule.uid, change: 'created', folderCreated: folder.value, note });
  }
}

/** Every rule of ours carries a mark and, where it alerts, a label; somebody may have removed one of them. */
const isOurs = ({ labels, annotations }: StoredRule): boolean => labels[INTENT_LABEL] !== undefined || annotations[MARK] !== undefined;

const orgId = (): number => config.bootData.user.orgId;

/** True when it had to be made. An Editor is told 403, not 404, of a folder that is not there: making it tells. */
async function ensureFolder(): Promise<Result<boolean, AlertRuleProblem>> {
  try {
    await grafanaSend('GET', `/api/folders/${FOLDER_UID}`);
    return ok(false);
  } catch (error) {
    if (!isFetchError(error) || (error.status !== 404 && error.status !== 403)) {
      return err(alertRuleProblem(error, 'folder'));
    }
  }
  try {
    await grafanaSend('POST', '/api/folders', { uid: FOLDER_UID, title: RULE_FOLDER });
    return ok(true);
  } catch (error) {
    const taken = isFetchError(error) && (error.status === 409 || error.status === 412);
    return taken ? folderOfOthers() : err(alertRuleProblem(error, 'folder'));
  }
}

/** The uid is taken: somebody made the folder meanwhile, or it may not be seen. */
async function folderOfOthers(): Promise<Result<boolean, AlertRuleProblem>> {
  try {
    await grafanaSend('GET', `/api/folders/${FOLDER_UID}`);
    return ok(false);
  } catch {
    return err(HIDDEN_FOLDER);
  }
}

const HIDDEN_FOLDER: AlertRuleProblem = {
  kind: 'forbidden',
  message: `The folder of these rules (uid ${FOLDER_UID}) is there, and you may not see it. Ask an Admin to let you edit it.`,
};

/** A new group is evaluated every minute; the interval can only be changed for the group as a whole. Null when it worked. */
async function setGroupInterval(name: string, interval: number): Promise<string | null> {
  const url = `/api/v1/provisioning/folder/${FOLDER_UID}/rule-groups/${encodeURIComponent(name)}`;
  try {
    const now = z.parse(group, await grafanaSend('GET', url));
    if (now.interval !== interval / 1000) {
      await grafanaSend('PUT', url, { ...now, interval: interval / 1000 });
    }
    return null;
  } catch (error) {
    return `It is evaluated as often as its group is now: the interval could not be set. ${alertRuleProblem(error, 'write').message}`;
  }
}
