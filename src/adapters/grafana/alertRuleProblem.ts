import { isFetchError } from '@grafana/runtime';
import type { AlertRuleProblem } from '../../ports/AlertRules';

type Doing = 'read' | 'write' | 'folder';

/** What a refusal of Grafana's alerting API means, in words. */
export function alertRuleProblem(error: unknown, doing: Doing): AlertRuleProblem {
  if (!isFetchError<unknown>(error)) {
    return { kind: 'unreachable', message: `Grafana's alerting answered something unexpected: ${error instanceof Error ? error.message : String(error)}` };
  }
  const said = messageOf(error.data);
  const tail = said === '' ? '' : ` Grafana says: ${said}`;
  switch (error.status) {
    case 401:
    case 403:
      return /quota/i.test(said) ? quota(tail) : { kind: 'forbidden', message: FORBIDDEN[doing] + tail };
    case 400:
    case 409:
    case 412:
    case 422:
      return refused(said, tail, messageIdOf(error.data));
    case 404:
      return { kind: 'unreachable', message: `Grafana's alerting is not there (404): it may be switched off, or this is not a Grafana.${tail}` };
    default:
      return unreachable(error.status, tail);
  }
}

const FORBIDDEN: Readonly<Record<Doing, string>> = {
  read: 'Your role may not read alert rules (alert.provisioning:read or alert.rules:read).',
  write: 'Your role may not write alert rules in this folder or on this data source. An Editor may; or copy the rules below and hand them to one.',
  folder: 'Your role may not create the folder Headroom. Ask an Editor to save the rules: the first to save them makes it.',
};

const quota = (tail: string): AlertRuleProblem => ({
  kind: 'quota',
  message: `This organization may have no more alert rules. Remove rules, have the quota raised, or choose fewer intents.${tail}`,
});

function unreachable(status: number, tail: string): AlertRuleProblem {
  const message =
    status >= 500
      ? `Grafana failed to do it (${status}): its database or its alerting is busy or broken. Try again; if it stays, an Admin finds the cause in Grafana's log.${tail}`
      : `Grafana's alerting could not be reached (${status || 'no answer'}). Try again.${tail}`;
  return { kind: 'unreachable', message };
}

function refused(said: string, tail: string, id: string): AlertRuleProblem {
  if (id === 'alerting.alert-rule.conflict') {
    return { kind: 'name-taken', message: `A rule with this uid is there already: somebody saved it in this moment, or you may not see its folder. Reload the page and save again; if it stays, ask an Admin.${tail}` };
  }
  if (/folder does not exist/i.test(said)) {
    return { kind: 'invalid', message: `The folder of the rules was removed in this moment. Save again, which makes it anew.${tail}` };
  }
  if (/provenance/i.test(said)) {
    return { kind: 'provisioned', message: `A rule with this uid was provisioned and is read-only here: change it where it was provisioned from, or remove it there.${tail}` };
  }
  if (/quota/i.test(said)) {
    return quota(tail);
  }
  if (/(title|name).*(exist|taken|unique|conflict)|(exist|taken|unique|conflict).*(title|name)|same (title|name)/i.test(said)) {
    return { kind: 'name-taken', message: `Another rule or folder has this name: rename it, then save again.${tail}` };
  }
  return { kind: 'invalid', message: `Grafana refused the rule.${tail}` };
}

const messageOf = (data: unknown): string => textIn(data, 'message').trim().slice(0, 300);

const messageIdOf = (data: unknown): string => textIn(data, 'messageId');

function textIn(data: unknown, name: string): string {
  const value: unknown = typeof data === 'object' && data !== null ? Object.entries(data).find(([key]) => key === name)?.[1] : '';
  return typeof value === 'string' ? value : '';
}
