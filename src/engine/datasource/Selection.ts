/** Which services a question is about; an empty list asks for all. A service is named by its key, `scope/name` or name. */
export interface Selection {
  readonly services: readonly string[];
  readonly tiers: readonly string[];
  readonly owners: readonly string[];
}

export const EVERYTHING: Selection = { services: [], tiers: [], owners: [] };
