import type { HostVariant } from '../../../demo/host/HostOptions';

/** Which of the two package lines the stand-in host is made of: `HEADROOM_LINE=grafana13` asks for the newer one. */
export function testedLine(): HostVariant {
  const asked = process.env.HEADROOM_LINE ?? 'grafana12';
  if (asked !== 'grafana12' && asked !== 'grafana13') {
    throw new Error(`HEADROOM_LINE is "${asked}"; it must be grafana12 or grafana13`);
  }
  return asked;
}
