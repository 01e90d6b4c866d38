import { formatDuration } from '../base/Duration';
import { capacityDocuments } from './capacityDocuments';
import type { RuleSource } from './RuleSource';
import { yamlDocument, type YamlValue } from './yamlDocument';

/**
 * Rule file that records capacity, required instances and headroom of each service that takes demand. A file of its own:
 * its limits are of the day it was written, so it must be loaded anew when they drift, and must not be filled backwards.
 */
export function capacityRuleFile(sources: readonly RuleSource[]): string {
  const groups = sources.flatMap(groupOf);
  return `# Capacity, required instances and headroom, written by Headroom with the limits of today. Do not fill it backwards.\n${yamlDocument({ groups })}`;
}

function groupOf(source: RuleSource): YamlValue[] {
  const [first, ...more] = capacityDocuments(source);
  if (first === undefined) {
    return [];
  }
  const rules = [first, ...more].map(({ record, value, labels }): YamlValue => ({ record, expr: value, labels }));
  return [{ name: `headroom-${source.context.profile.id}-capacity`, interval: formatDuration(first.interval), rules }];
}
