import type { FleetRow } from './FleetRow';

/** Instances a service is proven to lack, 0 when none or when nobody can say: it is short when above 0, whatever outranks that in its status. */
export const missingInstances = ({ judgement }: Pick<FleetRow, 'judgement'>): number => judgement.shortBy;
