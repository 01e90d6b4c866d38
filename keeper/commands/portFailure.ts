import { problemSchema } from '../../src/domain/routing/answerSchema';
import type { KeeperReply } from './askKeeper';

/** Why the port could not carry out an order, so that a file must; null = it has answered the order itself. */
export function portFailure(reply: KeeperReply | null): string | null {
  if (reply === null) {
    return 'the port does not answer';
  }
  if (reply.status !== 401 && reply.status !== 403 && reply.status < 500) {
    return null;
  }
  const problem = problemSchema.safeParse(reply.body);
  return `the port answered ${reply.status}${problem.success ? `: ${problem.data.detail}` : ''}`;
}
