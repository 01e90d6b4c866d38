/** Names under which a deployment usually says where it runs and whose it is, best first. */
export const ENVIRONMENT_LABELS = {
  zone: ['zone', 'availability_zone', 'az', 'topology_kubernetes_io_zone', 'datacenter'],
  version: ['version', 'app_version', 'release', 'app_kubernetes_io_version', 'revision'],
  spec: ['instance_type', 'spec', 'machine_type', 'node_kubernetes_io_instance_type'],
  owner: ['team', 'owner', 'squad'],
  tier: ['tier', 'service_tier'],
} as const;
