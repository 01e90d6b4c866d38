import type { RoutingProblem } from '../../src/domain/routing/answerSchema';
import { PROBLEM_STATUS } from '../pool/PROBLEM_STATUS';
import type { Refusal } from '../pool/Refusal';

/** RFC 9457 document of a refusal. */
export function problemOf({ kind: _refused, code, detail, ...extra }: Refusal): RoutingProblem {
  const { status, title } = PROBLEM_STATUS[code];
  return { type: `urn:headroom:routing:${code}`, title, status, detail, code, ...extra };
}
