import { err, ok, type Result } from '../base/Result';
import { describeIssue } from './describeIssue';
import type { FieldProblem } from './FieldProblem';
import { forbiddenKey } from './forbiddenKey';
import type { Profile } from './Profile';
import { profileProblem } from './profileProblem';
import { profileSchema } from './profileSchema';

/** A custom profile from a form or a file; the first thing wrong is named with its field. */
export function parseProfile(raw: unknown): Result<Profile, FieldProblem> {
  const forbidden = forbiddenKey(raw);
  if (forbidden) {
    return err(forbidden);
  }
  const parsed = profileSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err(issue ? describeIssue(issue, raw) : { field: '(document)', message: 'is not valid' });
  }
  const problem = profileProblem(parsed.data);
  return problem ? err(problem) : ok(parsed.data);
}
