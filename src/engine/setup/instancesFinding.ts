import { passed, warned, type Finding } from './Finding';

export function instancesFinding(count: number, services: number): Finding {
  if (count === services) {
    return passed(`Instances are counted for all ${services} services.`);
  }
  return warned(
    `Instances are counted for ${count} of ${services} services.`,
    'For the others, set the number of instances to expect by hand in the service page, or name the label of one replica in a custom profile.'
  );
}
