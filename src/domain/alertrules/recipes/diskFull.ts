import { DAY } from '../../base/Duration';
import { DISK_FREE, NODE_DISK_FREE } from '../../catalogue/diskMetrics';
import { refuse } from '../../promql/Draft';
import { fillingDisks, MOUNT } from '../fillingDisks';
import type { IntentOf } from '../Intent';
import { against } from '../measures';
import type { Recipe } from '../Recipe';
import { HOST } from '../serviceHosts';
import { member } from '../subjectLimits';

const NEXT = `Scrape the node exporter (${NODE_DISK_FREE}) under the names or addresses that the instances of the service have, or publish ${DISK_FREE} with the labels of the service.`;

/** Free bytes that a straight line through six hours foresees on the fullest disk of each machine of a service. */
export const diskFull: Recipe<IntentOf<'disk-full'>> = {
  limit: () => member,
  measure: (context, { days }) => {
    const disks = fillingDisks(context, days * DAY);
    return disks === null ? refuse('no metric was found that tells how much disk a service has left', NEXT) : against(disks, '*', []);
  },
  comparison: () => ({ op: '<', threshold: 0 }),
  summary: ({ days }) => ['will have a full disk (', { label: MOUNT }, ' on ', { label: HOST }, `) within ${days} days if free space goes on falling as in the last six hours.`],
};
