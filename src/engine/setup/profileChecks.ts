import { failed, passed, undecided, warned, type Finding } from './Finding';

export function servicesFinding(services: number, group: readonly string[], nobodys: boolean): Finding {
  if (services === 0) {
    return nobodys
      ? failed(`Requests are counted, and none of them carries ${group.join(' or ')}.`, 'Choose another grouping in a custom profile, or add the label when scraping (relabel_configs).')
      : failed('The metric is there, and no service has counted a request in the last minutes.', 'Check that the targets are scraped and receive traffic, and that the scope is right.');
  }
  const found = `${services} ${services === 1 ? 'service' : 'services'} with traffic counted now, told apart by ${group.join(', ')}.`;
  return nobodys
    ? warned(`${found} Some requests carry none of these labels and belong to no service.`, 'Add the label when scraping (relabel_configs), or keep those series out with a scope.')
    : passed(found);
}

export function instancesFinding(count: number, services: number): Finding {
  if (count === services) {
    return passed(`Instances are counted for all ${services} services.`);
  }
  return warned(
    `Instances are counted for ${count} of ${services} services.`,
    'For the others, set the number of instances to expect by hand in the service page, or name the label of one replica in a custom profile.'
  );
}

export function cpuFinding(count: number, services: number): Finding {
  if (count === services) {
    return passed(`CPU is known for all ${services} services.`);
  }
  if (count === 0) {
    return warned(
      'CPU is measured, and none of it carries the labels of these services.',
      'Choose another CPU source above, or label both alike. Without it, benchmarks cannot be estimated from CPU: load tests and declared benchmarks still work.'
    );
  }
  return warned(`CPU is known for ${count} of ${services} services.`, 'The others need a declared benchmark or a load test.');
}

export function autoscalerFinding(count: number, services: number): Finding {
  return count > 0
    ? passed(`${count} of ${services} services have an autoscaler: they are judged at its maximum.`)
    : undecided('No autoscaler belongs to these services.', 'Nothing to do when there is none. Otherwise kube-state-metrics must be scraped by this data source.');
}
