import { useCallback, useState } from 'react';
import { getTimeZone } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { ServiceNotFound } from './ServiceNotFound';
import { serviceKeyName } from './serviceKeyName';
import { useServiceAddress } from './useServiceAddress';
import { WatchedService } from './WatchedService';

/** `/service?key=…&from=…&to=…`: one service, everything known of it. */
export default function ServicePage() {
  const timeZone = getTimeZone();
  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((n) => n + 1), []);
  const address = useServiceAddress(timeZone, asked);
  const name = address.key === null ? null : serviceKeyName(address.key);
  if (address.key === null || name === null) {
    return (
      <PluginPage pageNav={{ text: 'Service' }}>
        <ServiceNotFound title="This address names no service" notices={[badKey(address.key)]} />
      </PluginPage>
    );
  }
  return (
    <WatchedService
      key={address.key}
      serviceKey={address.key}
      name={name}
      address={address}
      timeZone={timeZone}
      onRefresh={refresh}
    />
  );
}

const badKey = (key: string | null) => ({
  id: 'service-key',
  severity: 'warning' as const,
  title: key === null ? 'The address has no “key”' : 'The “key” of the address cannot be read',
  detail:
    key === null
      ? 'A service page is opened from the fleet, which puts the service into its address.'
      : `It says: ${key.slice(0, 200)}`,
  next: 'Open the service from the fleet page.',
});
