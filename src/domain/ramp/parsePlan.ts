import { err, ok, type Result } from '../base/Result';
import { describeIssue } from '../catalogue/describeIssue';
import type { FieldProblem } from '../catalogue/FieldProblem';
import type { RampPlan } from './Plan';
import { planProblem } from './planProblem';
import { planSchema } from './planSchema';

/** A plan from a form, a file or a record. The first thing wrong is named with its field, what was found and what would be right. */
export function parsePlan(raw: unknown): Result<RampPlan, FieldProblem> {
  const parsed = planSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err(issue ? describeIssue(issue, raw) : { field: '(document)', message: 'is not valid' });
  }
  const problem = planProblem(parsed.data);
  return problem ? err(problem) : ok(parsed.data);
}
