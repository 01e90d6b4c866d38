import type { DataLink } from '@grafana/data';
import { servicePath } from '../../domain/catalogue/servicePath';

const RANGE = '&from=${__from}&to=${__to}';

/** From a line to the page of its service, with the time range of the panel. */
export const serviceLink = (key: string): DataLink => ({
  title: 'Open in Headroom',
  url: `${servicePath(key)}${RANGE}`,
});

/** From a row, whose service stands in the column `key`. Begins with a slash, so that Grafana puts its sub-path before it. */
export const rowLink: DataLink = {
  title: 'Open in Headroom',
  url: `${servicePath('')}\${__data.fields.key:percentencode}${RANGE}`,
};
