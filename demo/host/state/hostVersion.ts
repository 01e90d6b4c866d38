import type { HostVariant } from '../HostOptions';

/** Starts like the Grafana release the packages belong to, so that version checks take the same branch; ends with what it is. */
export const HOST_VERSION: Readonly<Record<HostVariant, string>> = {
  grafana12: '12.3.3-stand-in',
  grafana13: '13.2.2-stand-in',
};
