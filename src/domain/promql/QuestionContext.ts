import type { Matcher, Profile, ResourceProfile } from '../catalogue/Profile';
import type { ServiceRef } from '../catalogue/ServiceRef';

/** Everything that, besides the KPI, decides the text of a question. */
export interface QuestionContext {
  readonly profile: Profile;
  readonly resource: ResourceProfile | null;
  /** Matchers of the source, added to every selector. */
  readonly scope: readonly Matcher[];
  /** Scrape interval of the source, milliseconds: rate windows are at least four of it. */
  readonly scrapeInterval: number;
  /** Recorded series that were found, by KPI name of the rule file. */
  readonly recorded: ReadonlySet<string>;
  /** Set for questions about one service. */
  readonly service?: ServiceRef;
  /** Routes chosen once per range, for `api-*` questions. */
  readonly routes?: readonly string[];
}
