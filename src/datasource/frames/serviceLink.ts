import type { DataLink } from '@grafana/data';
import { servicePath } from '../../domain/catalogue/servicePath';

/** From a line to the page of its service, with the time range of the panel. */
export const serviceLink = (key: string): DataLink => ({ title: 'Open in Headroom', url: `${servicePath(key)}&from=\${__from}&to=\${__to}` });

/** From a row, whose address stands in the column `link`. */
export const rowLink: DataLink = { title: 'Open in Headroom', url: '${__data.fields.link}&from=${__from}&to=${__to}' };
