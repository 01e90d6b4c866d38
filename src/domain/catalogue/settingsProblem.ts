import { builtInProfiles } from './builtInProfiles';
import type { FieldProblem } from './FieldProblem';
import { profileProblem } from './profileProblem';
import type { Settings } from './Settings';

/** What is wrong between the parts of a well-formed document; null when nothing is. */
export const settingsProblem = (settings: Settings): FieldProblem | null =>
  customProblem(settings) ??
  repeated(
    settings.customProfiles.map((p) => p.id),
    (i) => `customProfiles[${i}].id`
  ) ??
  repeated(
    settings.sources.map((s) => s.uid),
    (i) => `sources[${i}].uid`
  ) ??
  repeated(
    settings.rules.map((r) => r.id),
    (i) => `rules[${i}].id`
  ) ??
  repeated(
    settings.exceptions.map((e) => e.service),
    (i) => `exceptions[${i}].service`
  ) ??
  unknownProfile(settings);

function customProblem({ customProfiles }: Settings): FieldProblem | null {
  for (const [i, profile] of customProfiles.entries()) {
    const problem = profileProblem(profile);
    if (problem) {
      return { field: `customProfiles[${i}].${problem.field}`, message: problem.message };
    }
  }
  return null;
}

function repeated(values: readonly string[], field: (index: number) => string): FieldProblem | null {
  const index = values.findIndex((value, i) => values.indexOf(value) !== i);
  return index < 0 ? null : { field: field(index), message: `${JSON.stringify(values[index])} stands here twice` };
}

function unknownProfile({ sources, customProfiles }: Settings): FieldProblem | null {
  const known = new Set([...builtInProfiles, ...customProfiles].map((p) => p.id));
  for (const [i, source] of sources.entries()) {
    const index = source.profiles.findIndex((id) => !known.has(id));
    if (index >= 0) {
      return {
        field: `sources[${i}].profiles[${index}]`,
        message: `${JSON.stringify(source.profiles[index])} is neither a built-in nor a custom profile (known: ${[...known].join(', ')})`,
      };
    }
  }
  return null;
}
