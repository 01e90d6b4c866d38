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
  /** Names of metrics that were found (`detectionPattern`); optional sources are asked only when they are here. */
  readonly metrics: ReadonlySet<string>;
  /** Names of our recorded series that hold this profile (`detectRecorded`); they replace the raw expressions. */
  readonly recorded: ReadonlySet<string>;
  /** Set for questions about one service. */
  readonly service?: ServiceRef;
  /** Step of one-service pictures, milliseconds (5 min unless said); the rate window grows with it. */
  readonly step?: number;
  /** Routes chosen once per range, for `api-*` questions. */
  readonly routes?: readonly string[];
}
