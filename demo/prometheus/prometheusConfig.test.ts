/** @jest-environment node */
import { parse } from 'yaml';
import { SERVICES } from '../history/services';
import { liveTargets } from '../live/liveTargets';
import { ServiceSimulation } from '../model/serviceSimulation';
import { timelineFrom } from '../model/timeline';
import { prometheusConfig } from './prometheusConfig';

interface Job {
  readonly job_name: string;
  readonly scrape_interval: string;
  readonly scrape_timeout: string;
  readonly honor_labels?: boolean;
  readonly static_configs: ReadonlyArray<{ readonly targets: string[]; readonly labels?: Record<string, string> }>;
}

const timeline = timelineFrom(Date.UTC(2026, 10, 21, 12));
const ports = { web: 3000, prometheus: 9090, live: 24_080 };
const targets = liveTargets(SERVICES, timeline, timeline.anchor, ports);
const config = parse(prometheusConfig(targets, ports)) as { scrape_configs: Job[] };

describe('Prometheus configuration', () => {
  it('gives live instances the labels of the history, so that their series go on', () => {
    for (const { service } of targets) {
      const simulation = new ServiceSimulation(service, timeline, { at: timeline.anchor - 1000, counters: new Map() });
      simulation.advance(timeline.anchor);
      const told = simulation.series.filter((series) => series.key.startsWith('up{')).map((series) => series.key);
      const job = config.scrape_configs.find((one) => one.job_name === service.name);
      const scraped = (job?.static_configs ?? []).map(({ labels = {} }) => {
        const { instance, ...others } = labels;
        const all = Object.entries({ job: service.name, instance, ...others });
        return `up{${all.map(([name, value]) => `${name}="${value}"`).join(',')}}`;
      });
      expect(scraped).toEqual(told);
    }
  });

  it('scrapes live instances every five seconds and gives up after two', () => {
    const jobs = config.scrape_configs.filter((job) => targets.some(({ service }) => service.name === job.job_name));
    expect(jobs).toHaveLength(4);
    expect(jobs.every((job) => job.scrape_interval === '5s' && job.scrape_timeout === '2s')).toBe(true);
  });

  it('leaves continued series their own labels', () => {
    expect(config.scrape_configs.find((job) => job.job_name === 'continuation')?.honor_labels).toBe(true);
  });

  it('reaches out to the loopback address only', () => {
    const addresses = config.scrape_configs.flatMap((job) => job.static_configs.flatMap((one) => one.targets));
    expect(addresses.every((address) => address.startsWith('127.0.0.1:'))).toBe(true);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
