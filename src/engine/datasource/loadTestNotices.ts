import type { Result } from '../../domain/base/Result';
import type { StoreProblem } from '../../ports/BenchmarkStore';
import type { Notice } from '../Notice';
import type { LoadTestList } from './LoadTestLog';

/** What somebody who looks at load tests must know about how they were read. */
export function loadTestNotices(read: Result<LoadTestList, StoreProblem>): readonly Notice[] {
  if (!read.ok) {
    return [{ id: 'load tests', severity: 'warning', title: 'Load tests could not be read', detail: read.error.message }];
  }
  const { unreadable } = read.value;
  return unreadable === 0
    ? []
    : [
        {
          id: 'load test records',
          severity: 'info',
          title: `${unreadable} ${unreadable === 1 ? 'record' : 'records'} of load tests could not be read`,
          detail: 'Another version of this plugin wrote them, or somebody changed them by hand; the runs they belong to may look unfinished.',
        },
      ];
}
