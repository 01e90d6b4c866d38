import { CoreApp, type DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { MemoryRouter } from 'react-router-dom';
import type { HeadroomOptions } from '../HeadroomOptions';
import type { HeadroomQuery } from '../HeadroomQuery';
import type { VariableQuery } from '../VariableQuery';
import { AnnotationEditor } from './AnnotationEditor';
import { configEditor } from './configEditor';
import { QueryEditor } from './QueryEditor';
import { variableEditor } from './variableEditor';

// Pickers measure their text, which jsdom cannot.
beforeAll(() => {
  Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
    configurable: true,
    value: () => ({ measureText: (text: string) => ({ width: text.length * 8 }) }),
  });
});

type Props = ComponentProps<typeof QueryEditor>;

const CHOICES = {
  services: ['shop/cart', 'shop/checkout'],
  owners: ['team-cart'],
  variables: ['$service'],
  problem: null,
};

const dataSource = (
  choices: () => Promise<typeof CHOICES | (Omit<typeof CHOICES, 'problem'> & { problem: string })> = async () => CHOICES
) => ({ choices }) as unknown as Props['datasource'];

function showQuery(query: Partial<HeadroomQuery>, Editor = QueryEditor, source = dataSource()) {
  const onChange = jest.fn<void, [HeadroomQuery]>();
  const onRunQuery = jest.fn();
  render(
    <Editor
      datasource={source}
      query={{ refId: 'A', queryType: 'headroom', ...query }}
      onChange={onChange}
      onRunQuery={onRunQuery}
      app={CoreApp.Dashboard}
    />
  );
  return { onChange, onRunQuery };
}

describe('the query editor', () => {
  it('shows what is asked, variables among the names', async () => {
    showQuery({ queryType: 'demand', services: ['$service', 'gone/service'], tiers: ['P0'] });
    expect(await screen.findByText('$service')).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Services' })).toBeVisible();
    expect(screen.getByText('P0')).toBeVisible();
    expect(screen.getByLabelText('Show')).toHaveValue('Demand');
  });

  it('offers lines and tables, and runs what is chosen', async () => {
    const { onChange, onRunQuery } = showQuery({ queryType: 'capacity' });
    await userEvent.click(await screen.findByRole('radio', { name: 'Table' }));
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ queryType: 'capacity', format: 'table' }));
    expect(onRunQuery).toHaveBeenCalled();
  });

  it('asks which peak only where peaks are asked for', async () => {
    const { onChange } = showQuery({ queryType: 'peaks' });
    await userEvent.click(await screen.findByRole('radio', { name: 'Day' }));
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ peak: 'day' }));
  });

  it('offers no lines where there are none', async () => {
    showQuery({ queryType: 'fleet' });
    await screen.findByPlaceholderText('All services');
    expect(screen.queryByRole('radio', { name: 'Lines' })).toBeNull();
  });

  it('stays usable for a query type it does not know', async () => {
    showQuery({ queryType: 'runway' as never });
    expect(await screen.findByLabelText('Show')).toHaveValue('');
  });

  it('says why there is nothing to choose', async () => {
    showQuery(
      {},
      QueryEditor,
      dataSource(async () => ({ ...CHOICES, services: [], problem: 'The Headroom app is not enabled.' }))
    );
    expect(await screen.findByText('The Headroom app is not enabled.')).toBeVisible();
  });

  it('says what went wrong when its choices cannot be had', async () => {
    showQuery(
      {},
      QueryEditor,
      dataSource(() => Promise.reject(new Error('Loading chunk 7 failed')))
    );
    expect(await screen.findByText(/Loading chunk 7 failed/)).toBeVisible();
  });
});

describe('the annotation editor', () => {
  it('shows events only, load tests first', async () => {
    showQuery({ queryType: 'fleet' }, AnnotationEditor);
    expect(await screen.findByLabelText('Show')).toHaveValue('Load tests');
  });
});

describe('the variable editor', () => {
  const show = (query: Partial<VariableQuery>) => {
    const onChange = jest.fn<void, [VariableQuery]>();
    const Editor = variableEditor(dataSource());
    render(
      <Editor
        datasource={dataSource()}
        query={{ refId: 'v', list: 'services', ...query }}
        onChange={onChange}
        onRunQuery={() => undefined}
      />
    );
    return onChange;
  };

  it('chooses what is listed', async () => {
    const onChange = show({});
    await userEvent.click(await screen.findByRole('radio', { name: 'Owners' }));
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ list: 'owners' }));
  });

  it('narrows services by tier and owner, and tiers by nothing', async () => {
    show({ tiers: ['P0'] });
    expect(await screen.findByText('P0')).toBeVisible();
    expect(screen.getByPlaceholderText('All owners')).toBeVisible();
  });

  it('has nothing to narrow for tiers', async () => {
    show({ list: 'tiers' });
    expect(await screen.findByRole('radio', { name: 'Tiers' })).toBeChecked();
    expect(screen.queryByPlaceholderText('All owners')).toBeNull();
  });
});

describe('the settings page', () => {
  const sources = { list: () => [{ uid: 'prom', name: 'Prometheus', isDefault: true, type: 'prometheus' }] };
  const show = (jsonData: HeadroomOptions) => {
    const onOptionsChange = jest.fn<void, [DataSourcePluginOptionsEditorProps<HeadroomOptions>['options']]>();
    const Editor = configEditor(sources);
    render(
      <MemoryRouter>
        <Editor
          options={{ jsonData } as DataSourcePluginOptionsEditorProps<HeadroomOptions>['options']}
          onOptionsChange={onOptionsChange}
        />
      </MemoryRouter>
    );
    return onOptionsChange;
  };

  it('reads what the app reads unless somebody chooses otherwise', () => {
    show({});
    expect(screen.getByRole('radio', { name: 'As the Headroom app is configured' })).toBeChecked();
    expect(screen.queryByText('Prometheus data sources')).toBeNull();
  });

  it('shows the data sources that were chosen by their names', () => {
    show({ prometheusUids: ['prom'] });
    expect(screen.getByRole('radio', { name: 'Chosen here' })).toBeChecked();
    expect(screen.getByText('Prometheus', { selector: 'span, div' })).toBeVisible();
  });

  it('names one that is gone', () => {
    show({ prometheusUids: ['nowhere'] });
    expect(within(screen.getByRole('alert')).getByText(/may not query it: nowhere/)).toBeVisible();
  });

  it('says where it cannot be used, and what to use instead', () => {
    show({});
    expect(screen.getByText(/cannot be used in public \(shared\) dashboards, alert rules/)).toHaveTextContent('Alerts page');
  });

  it('forgets the choice when the app decides again', async () => {
    const onOptionsChange = show({ prometheusUids: ['prom'] });
    await userEvent.click(screen.getByRole('radio', { name: 'As the Headroom app is configured' }));
    expect(onOptionsChange).toHaveBeenCalledWith(expect.objectContaining({ jsonData: { prometheusUids: [] } }));
  });
});
