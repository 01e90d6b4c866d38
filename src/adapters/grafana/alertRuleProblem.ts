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
      return refused(said, tail);
    case 404:
      return { kind: 'unreachable', message: `Grafana's alerting is not there (404): it may be switched off, or this is not a Grafana.${tail}` };
    default:
      return /quota/i.test(said) ? quota(tail) : { kind: 'unreachable', message: `Grafana's alerting could not be reached (${error.status || 'no answer'}). Try again.${tail}` };
  }
}

const FORBIDDEN: Readonly<Record<Doing, string>> = {
  read: 'Your role may not read alert rules (alert.provisioning:read or alert.rules:read).',
  write: 'Your role may not write alert rules in this folder or on this data source. An Editor may; or copy the rules below and hand them to one.',
  folder: 'Your role may not create the folder Headroom. Ask an Editor to create it, or to save the rules.',
};

const quota = (tail: string): AlertRuleProblem => ({
  kind: 'quota',
  message: `This organization may have no more alert rules. Remove rules, have the quota raised, or choose fewer intents.${tail}`,
});

function refused(said: string, tail: string): AlertRuleProblem {
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

function messageOf(data: unknown): string {
  const message = typeof data === 'object' && data !== null && 'message' in data ? data.message : '';
  return typeof message === 'string' ? message.trim().slice(0, 300) : '';
}
