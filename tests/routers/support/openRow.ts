import { ADAPTERS } from '../../../keeper/routers/ADAPTERS';
import type { RouterAdapter } from '../../../keeper/routers/RouterAdapter';

/** Opens a router as the keeper does from its configuration. */
export function openRow(adapter: string, options: unknown): Promise<RouterAdapter> {
  const row = ADAPTERS.find((one) => one.adapter === adapter);
  if (!row) {
    throw new Error(`no router of kind ${adapter}`);
  }
  return row.open(options);
}
