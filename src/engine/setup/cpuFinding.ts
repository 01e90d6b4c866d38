import { passed, warned, type Finding } from './Finding';

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
  return warned(
    `CPU is known for ${count} of ${services} services.`,
    'The others need a declared benchmark or a load test.'
  );
}
