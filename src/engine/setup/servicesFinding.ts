import { failed, passed, warned, type Finding } from './Finding';

export function servicesFinding(services: number, group: readonly string[], nobodys: boolean): Finding {
  if (services === 0) {
    return nobodys
      ? failed(
          `Requests are counted, and none of them carries ${group.join(' or ')}.`,
          'Choose another grouping in a custom profile, or add the label when scraping (relabel_configs).'
        )
      : failed(
          'The metric is there, and no service has counted a request in the last minutes.',
          'Check that the targets are scraped and receive traffic, and that the scope is right.'
        );
  }
  const found = `${services} ${services === 1 ? 'service' : 'services'} with traffic counted now, told apart by ${group.join(', ')}.`;
  return nobodys
    ? warned(
        `${found} Some requests carry none of these labels and belong to no service.`,
        'Add the label when scraping (relabel_configs), or keep those series out with a scope.'
      )
    : passed(found);
}
