/** @jest-environment node */
import { SERVICES } from '../history/services';
import { demandAt } from './demandAt';
import { timelineFrom } from './timeline';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const timeline = timelineFrom(Date.UTC(2026, 10, 21, 12));

function dailyPeak(service: (typeof SERVICES)[number], day: number): number {
  let peak = 0;
  for (let at = day; at < day + DAY; at += 5 * 60_000) {
    peak = Math.max(peak, demandAt(service, timeline, at));
  }
  return peak;
}

describe('demand', () => {
  it.each(SERVICES.map((service) => [`${service.namespace}/${service.name}`, service] as const))(
    'of %s is finite, positive and the same however often it is asked',
    (_, service) => {
      for (let at = timeline.start; at < timeline.anchor + DAY; at += 7 * HOUR) {
        const demand = demandAt(service, timeline, at);
        expect(demand).toBeGreaterThan(0);
        expect(demand).toBeLessThan(service.demand.peak * 4.5);
        expect(demandAt(service, timeline, at)).toBe(demand);
      }
    }
  );

  it('of a service the campaign reached has its greatest day on that day', () => {
    const reached = SERVICES.filter((service) => service.demand.campaign >= 1.5 && service.demand.rhythm === 'shop');
    expect(reached.length).toBeGreaterThan(5);
    const campaignDay = Math.floor(timeline.campaign / DAY) * DAY;
    for (const service of reached) {
      const crest = dailyPeak(service, campaignDay);
      const others = [-21, -7, -3, 4, 11, 20].map((days) => dailyPeak(service, campaignDay + days * DAY));
      expect(crest).toBeGreaterThan(1.1 * Math.max(...others));
    }
  });

  it('puts the campaign on a Friday evening, three to five weeks ago, whenever the demo starts', () => {
    for (let day = 0; day < 14; day++) {
      const { anchor, campaign } = timelineFrom(Date.UTC(2026, 2, 1 + day, 3 * day));
      expect(new Date(campaign).getUTCDay()).toBe(5);
      expect((anchor - campaign) / DAY).toBeGreaterThan(22);
      expect((anchor - campaign) / DAY).toBeLessThan(32);
    }
  });
});
