import { builtInProfiles } from './builtInProfiles';
import type { FieldProblem } from './FieldProblem';
import type { Profile } from './Profile';

/** What is wrong with a well-formed custom profile; null when nothing is. */
export function profileProblem(profile: Profile): FieldProblem | null {
  const { id, group, labels } = profile;
  if (builtInProfiles.some((p) => p.id === id)) {
    return { field: 'id', message: `"${id}" is the id of a built-in profile: choose another` };
  }
  const repeated = group.findIndex((label, i) => group.indexOf(label) !== i);
  if (repeated >= 0) {
    return { field: `group[${repeated}]`, message: `label "${group[repeated] ?? ''}" stands twice in the grouping` };
  }
  const instance = labels.instance;
  if (instance !== undefined && group.includes(instance)) {
    return {
      field: 'labels.instance',
      message: `"${instance}" is a grouping label too: every instance would be a service of its own`,
    };
  }
  return null;
}
