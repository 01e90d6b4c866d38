import { GrafanaDataSources } from './GrafanaDataSources';

const getList = jest.fn();
jest.mock('@grafana/runtime', () => ({ getDataSourceSrv: () => ({ getList }) }));

it('lists every flavour of Prometheus, and only what a caller needs', () => {
  getList.mockReturnValue([{ uid: 'p', name: 'Prom', type: 'prometheus', jsonData: { secret: 1 } }]);
  expect(new GrafanaDataSources().list()).toEqual([{ uid: 'p', name: 'Prom', type: 'prometheus', isDefault: false }]);
  expect(getList).toHaveBeenCalledWith({
    type: ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource'],
  });
});

it('leaves out the built-in one that Grafana adds unasked', () => {
  getList.mockReturnValue([
    { uid: 'grafana', name: '-- Grafana --', type: 'datasource' },
    { uid: 'p', name: 'Prom', type: 'prometheus' },
  ]);
  expect(new GrafanaDataSources().list().map((s) => s.uid)).toEqual(['p']);
});
