import type { DataSource } from '../state/DataSource';
import { type Answer, type Ask, askUpstream } from './askUpstream';
import { upstreamHeaders } from './upstreamRequest';

/** One request to a data source, with its credentials and headers. */
export const askDataSource = (source: DataSource, ask: Ask, timeoutMs: number, caller: AbortSignal): Promise<Answer> =>
  askUpstream({ ...ask, headers: upstreamHeaders(source) }, timeoutMs, caller);
