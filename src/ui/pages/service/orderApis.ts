import { valueOf } from '../../../domain/base/Figure';
import type { ApiView } from '../../../engine/service/ServiceView';

export type ApiOrder = 'load' | 'p99';

/** Route of the last row where it stands for everything not named. */
const OTHER = 'other';

/** APIs greatest first, unknown last; "other" stands apart. */
export function orderApis(
  apis: readonly ApiView[],
  order: ApiOrder
): { readonly ranked: readonly ApiView[]; readonly other: ApiView | null } {
  const pick = (api: ApiView) => valueOf(order === 'load' ? api.loadShare : api.p99) ?? -1;
  const last = apis.at(-1) ?? null;
  const other = last?.route === OTHER ? last : null;
  return { ranked: apis.filter((api) => api !== other).sort((a, b) => pick(b) - pick(a)), other };
}
