import type { PanelProps } from '@grafana/data';
import { usePluginComponent } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import { LoadTestPanel, type LoadTestPanelOptions } from './LoadTestPanel';

jest.mock('@grafana/runtime', () => ({ usePluginComponent: jest.fn() }));
const exposed = jest.mocked(usePluginComponent);

const draw = () => {
  const props = { options: { service: '$service' }, height: 200, replaceVariables: (text: string) => text.replace('$service', ' checkout ') } as PanelProps<LoadTestPanelOptions>;
  render(<LoadTestPanel {...props} />);
};

it('hands primitives to what the app exposes, with variables replaced', () => {
  const Tile = jest.fn(() => <div>tile</div>);
  exposed.mockReturnValue({ component: Tile, isLoading: false } as never);
  draw();
  expect(Tile).toHaveBeenCalledWith({ service: 'checkout', height: 200 }, expect.anything());
});

it('says that it loads', () => {
  exposed.mockReturnValue({ component: null, isLoading: true });
  draw();
  expect(screen.getByText('Loading Headroom…')).toBeVisible();
});

it('says what to do when the app is not enabled', () => {
  exposed.mockReturnValue({ component: null, isLoading: false });
  draw();
  expect(screen.getByText('The Headroom app is not enabled')).toBeVisible();
});
