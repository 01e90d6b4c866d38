import type { ServiceRef } from '../../domain/catalogue/ServiceRef';
import { narrowedExpr } from '../../domain/promql/narrowedExpr';
import type { ProfileReadings } from './ProfileReadings';

/** A query of the fleet narrowed to one service, by the context of the source and profile the service was read with. */
export function narrowedFor(readings: readonly ProfileReadings[], expr: string, service: ServiceRef): string | null {
  const own = readings.find(
    ({ source }) => source.sourceUid === service.sourceUid && source.context.profile.id === service.profileId
  );
  return own ? narrowedExpr(expr, own.source.context, service) : null;
}
