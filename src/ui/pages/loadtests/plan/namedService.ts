import { serviceName } from '../../../../domain/records/serviceName';
import type { ServiceOptions } from './useServiceOptions';

export interface NamedService {
  /** Null until somebody chooses. */
  readonly key: string | null;
  /** What the address names and the fleet has not. */
  readonly missing: string | null;
}

/**
 * The service that an address means: by its key, by its name (`shop/cart`), or by the last part of it where one service
 * alone has it. While the fleet is read a key is taken at its word.
 */
export function namedService(named: string | null, { options, loading }: ServiceOptions): NamedService {
  if (named === null || named === '') {
    return { key: null, missing: null };
  }
  const exact = options.find(({ value, label }) => value === named || label === named);
  const ending = options.filter(({ label }) => label.endsWith(`/${named}`));
  const found = exact ?? (ending.length === 1 ? ending[0] : undefined);
  if (found !== undefined) {
    return { key: found.value, missing: null };
  }
  const name = serviceName(named);
  return loading ? { key: name === named ? null : named, missing: null } : { key: null, missing: name };
}
