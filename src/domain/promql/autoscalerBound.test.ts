import { autoscalerBound } from './autoscalerBound';

describe('autoscalerBound', () => {
  it.each([
    ['kube_horizontalpodautoscaler_spec_min_replicas', 'min'],
    ['kube_horizontalpodautoscaler_spec_max_replicas', 'max'],
    ['kube_horizontalpodautoscaler_status_desired_replicas', 'desired'],
    ['up', null],
  ])('%s is %s', (name, bound) => {
    expect(autoscalerBound({ __name__: name })).toBe(bound);
  });
});
