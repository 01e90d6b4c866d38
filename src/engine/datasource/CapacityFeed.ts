import type { Observable } from 'rxjs';
import type { FeedAnswer, FeedRefusal, FeedRequest } from './FeedAnswer';

/** What the data source asks; panels and pages read the same fleet through it. */
export interface CapacityFeed {
  /** What is known, more of it while it comes in; completes within ten seconds, a first fill going on by itself. */
  watch(request: FeedRequest): Observable<FeedAnswer | FeedRefusal>;
}
