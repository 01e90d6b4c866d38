type Shape = { readonly [field: string]: Shape | null };

/** Fields of Kayenta's document; null = whatever is inside belongs to it. */
const CANARY: Shape = {
  direction: null,
  nanStrategy: null,
  critical: null,
  mustHaveData: null,
  muted: null,
  outliers: { strategy: null, outlierFactor: null },
  effectSize: { measure: null, allowedIncrease: null, allowedDecrease: null, criticalIncrease: null, criticalDecrease: null },
};

const METRIC: Shape = { id: null, name: null, query: null, groups: null, scopeName: null, analysisConfigurations: { canary: CANARY } };

const CONFIG: Shape = {
  id: null,
  name: null,
  description: null,
  createdTimestamp: null,
  updatedTimestamp: null,
  createdTimestampIso: null,
  updatedTimestampIso: null,
  configVersion: null,
  applications: null,
  templates: null,
  judge: { name: null, judgeConfigurations: null },
  metrics: METRIC,
  classifier: { groupWeights: null, scoreThresholds: { pass: null, marginal: null } },
};

/** Paths of fields that nobody reads, in the order of the document. */
export const unknownFields = (document: unknown): readonly string[] => [...new Set(unknownIn(document, CONFIG, ''))];

function unknownIn(value: unknown, shape: Shape, path: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => unknownIn(item, shape, `${path.slice(0, -1)}.${i}.`));
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([field, inner]) => {
    const known = Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (known === undefined) {
      return [`${path}${field}`];
    }
    return known === null ? [] : unknownIn(inner, known, `${path}${field}.`);
  });
}
