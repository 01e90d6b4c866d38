/**
 * Disks of the machines that services run on, by the node exporter, against the real rule engine (`promtool test rules`).
 */
import type { Labels } from '../../src/domain/base/Labels';
import { falling, phases, play, requests, source } from '../support/ruleScene';
import type { Minutes, RuleSeries } from '../support/RuleTest';

describe('disks of machines', () => {
  const FREE = 'node_filesystem_avail_bytes';
  const disk = (host: string, minutes: Minutes, more: Labels = {}): RuleSeries => ({
    name: FREE,
    labels: { job: 'node', instance: `${host}:9100`, device: '/dev/sda1', fstype: 'ext4', mountpoint: '/', ...more },
    minutes,
  });
  const on = (service: string, host: string): RuleSeries => requests(service, `${host}:8080`, phases([500, 10]));
  const full = { HeadroomDiskFull: ['filling'] };

  it.each<[string, readonly RuleSeries[], Readonly<Record<string, readonly string[]>>]>([
    ['the machine of an instance, by its name', [on('filling', 'a'), on('steady', 'b'), disk('a', falling(500)), disk('b', phases([500, 1e9]))], full],
    ['one of its mounts only', [on('filling', 'a'), disk('a', phases([500, 1e9])), disk('a', falling(500), { mountpoint: '/data', device: '/dev/sdb1' })], full],
    ['a machine that two services share', [on('filling', 'a'), on('steady', 'a'), disk('a', falling(500))], { HeadroomDiskFull: ['filling', 'steady'] }],
    ['memory file systems', [on('filling', 'a'), disk('a', falling(500), { fstype: 'tmpfs', mountpoint: '/run' })], {}],
    ['read-only mounts', [on('filling', 'a'), disk('a', falling(500)), { ...disk('a', phases([500, 1])), name: 'node_filesystem_readonly' }], {}],
    ['writable ones beside the flag', [on('filling', 'a'), disk('a', falling(500)), { ...disk('a', phases([500, 0])), name: 'node_filesystem_readonly' }], full],
    ['a machine of nobody', [on('filling', 'a'), disk('a', phases([500, 1e9])), disk('z', falling(500))], {}],
    ['an exporter that went away', [on('filling', 'a'), disk('a', [...falling(300), ...phases([200, 'stale'])])], {}],
    ['an exporter with a hole of three hours', [on('filling', 'a'), disk('a', falling(500).map((value, i) => (i >= 200 && i < 380 ? null : value)))], {}],
    ['space that was given back', [on('filling', 'a'), disk('a', [...falling(380), ...phases([120, 1e9])])], {}],
  ])('%s', (_name, series, alerts) =>
    play({
      intent: { kind: 'disk-full', days: 4 },
      source: source(['filling', 'steady'], {}, { metrics: new Set([FREE, 'node_filesystem_readonly']) }),
      series,
      firing: [[490, alerts]],
    }));

  it.each<[string, Labels, Labels]>([
    ['its address', { host_ip: '10.0.0.1', node: 'worker-1' }, { instance: '10.0.0.1:9100' }],
    ['its name in the address of the exporter', { host_ip: '10.0.0.1', node: 'worker-1' }, { instance: 'worker-1:9100' }],
    ['its name as a label of the exporter', { host_ip: '10.0.0.1', node: 'worker-1' }, { instance: 'exporter-x:9100', node: 'worker-1' }],
  ])('finds the machine of a pod by %s', (_name, placement, exporter) =>
    play({
      intent: { kind: 'disk-full', days: 4 },
      source: source(['filling', 'steady'], {}, { metrics: new Set([FREE, 'kube_pod_info']) }),
      series: [
        requests('filling', '172.16.0.9:8080', phases([500, 10])),
        { name: 'kube_pod_info', labels: { namespace: 'shop', pod: 'filling-6c7d8f9b5d-x2k4m', ...placement }, minutes: phases([500, 1]) },
        { name: 'kube_pod_info', labels: { namespace: 'shop', pod: 'steady-6c7d8f9b5d-x2k4z', host_ip: '10.0.0.2', node: 'worker-2' }, minutes: phases([500, 1]) },
        disk('', falling(500), exporter),
        disk('', phases([500, 1e9]), { instance: '10.0.0.2:9100' }),
      ],
      firing: [[490, full]],
    }));
});
