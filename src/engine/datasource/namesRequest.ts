import type { FeedRequest } from './FeedAnswer';
import type { Selection } from './Selection';

/** Which services there are, as soon as that is known. */
export const namesRequest = (selection: Selection, now: number): FeedRequest => ({
  selection,
  range: { from: now - 1, to: now },
  curves: [],
  until: 'names',
  loadTests: false,
});
