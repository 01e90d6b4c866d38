import { defer, switchMap, type Observable } from 'rxjs';
import type { CapacityFeed } from './CapacityFeed';
import type { FeedAnswer, FeedRefusal, FeedRequest } from './FeedAnswer';

/** A feed whose engine is loaded when it is first asked. A load that failed is tried again by the next question. */
export class LazyFeed implements CapacityFeed {
  private feed: Promise<CapacityFeed> | null = null;

  constructor(private readonly load: () => Promise<CapacityFeed>) {}

  watch(request: FeedRequest): Observable<FeedAnswer | FeedRefusal> {
    return defer(() => this.loaded()).pipe(switchMap((feed) => feed.watch(request)));
  }

  private async loaded(): Promise<CapacityFeed> {
    this.feed ??= this.load();
    try {
      return await this.feed;
    } catch (error) {
      this.feed = null;
      throw error;
    }
  }
}
