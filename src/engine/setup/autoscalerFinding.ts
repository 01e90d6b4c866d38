import { passed, undecided, type Finding } from './Finding';

export function autoscalerFinding(count: number, services: number): Finding {
  return count > 0
    ? passed(`${count} of ${services} services have an autoscaler: they are judged at its maximum.`)
    : undecided(
        'No autoscaler belongs to these services.',
        'Nothing to do when there is none. Otherwise kube-state-metrics must be scraped by this data source.'
      );
}
