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
