import { useMemo } from 'react';
import { dateTimeForTimeZone } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { useResolvedPath } from 'react-router-dom';
import { EvidenceOf } from '../../components/EvidenceOf';
import { EvidenceProvider } from '../../components/EvidenceProvider';
import { ServiceBody } from './ServiceBody';
import { ServiceTitle } from './ServiceTitle';
import { ServiceToolbar } from './ServiceToolbar';
import type { ServiceAddress } from './useServiceAddress';
import { useServiceView } from './useServiceView';

/** Grafana's own trail leaves the app out where a page is not in its menu. */
const HEADROOM = { text: 'Headroom', url: '/a/headroom-capacity-app' };

interface Props {
  readonly serviceKey: string;
  /** Shown until the service itself is known. */
  readonly name: string;
  readonly address: ServiceAddress;
  readonly timeZone: string;
  readonly onRefresh: () => void;
}

/** Head and body of the page of one service, and the watch that feeds them. */
export function WatchedService({ serviceKey, name, address, timeZone, onRefresh }: Props) {
  const { range, setRange } = address;
  const window = useMemo(() => ({ from: range.from.valueOf(), to: range.to.valueOf() }), [range]);
  // moment answers -0 for UTC.
  const offsetMinutes = dateTimeForTimeZone(timeZone, window.to).utcOffset() + 0;
  const watch = useServiceView(serviceKey, window, offsetMinutes);
  const service = watch.view?.facts?.service;
  const fleet = useResolvedPath('../fleet').pathname;
  const shown = service?.name ?? name;
  return (
    <EvidenceProvider currency={watch.view?.currency ?? ''} reading={watch.waiting || (watch.view?.progress ?? null) !== null}>
      <PluginPage
        pageNav={{ text: shown, parentItem: { text: 'Fleet', url: fleet, parentItem: HEADROOM } }}
        renderTitle={() => <ServiceTitle name={shown} scope={service?.scope ?? ''} />}
        actions={
          <ServiceToolbar
            range={range}
            timeZone={timeZone}
            busy={watch.waiting}
            onRange={setRange}
            onRefresh={onRefresh}
          />
        }
      >
        <EvidenceOf service={service ?? null}>
          <ServiceBody watch={watch} address={address} timeZone={timeZone} onChanged={onRefresh} />
        </EvidenceOf>
      </PluginPage>
    </EvidenceProvider>
  );
}
