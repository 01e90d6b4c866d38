import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router-dom';
import { useFleetQuery } from './useFleetQuery';

const SETTLED = 300;

const at = (address: string) =>
  function Around({ children }: { readonly children: ReactNode }) {
    return (
      <MemoryRouter
        initialEntries={['/elsewhere', address]}
        initialIndex={1}
        future={{ v7_startTransition: false, v7_relativeSplatPath: false }}
      >
        {children}
      </MemoryRouter>
    );
  };

function start(address: string) {
  const { result } = renderHook(
    () => {
      const [query, change] = useFleetQuery();
      return { query, change, search: useLocation().search, navigate: useNavigate() };
    },
    { wrapper: at(address) }
  );
  const change = (part: Parameters<typeof result.current.change>[0]) => act(() => result.current.change(part));
  const settle = () => act(() => jest.advanceTimersByTime(SETTLED));
  return { result, change, settle };
}

describe('useFleetQuery', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('writes the address once, when people pause', () => {
    const { result, change, settle } = start('/fleet?orgId=1');
    change({ search: 'c' });
    change({ search: 'ca' });
    expect(result.current.query.search).toBe('ca');
    expect(result.current.search).toBe('?orgId=1');
    settle();
    expect(result.current.search).toBe('?orgId=1&q=ca');
  });

  it('takes nothing back from somebody who types on while the address is written', () => {
    const { result, change, settle } = start('/fleet');
    change({ search: 'c' });
    act(() => {
      jest.advanceTimersByTime(SETTLED);
      result.current.change({ search: 'ca' });
    });
    expect(result.current.query.search).toBe('ca');
    settle();
    expect(result.current.search).toBe('?q=ca');
    expect(result.current.query.search).toBe('ca');
  });

  it('follows a link or the back button', () => {
    const { result, change, settle } = start('/fleet?q=a');
    change({ search: 'b' });
    settle();
    act(() => result.current.navigate('/fleet?q=other&tier=P0'));
    expect(result.current.query).toMatchObject({ search: 'other', tiers: ['P0'] });
    act(() => result.current.navigate(-1));
    expect(result.current.query).toMatchObject({ search: 'b', tiers: [] });
  });

  it('leaves no trail of single keys in the history', () => {
    const { result, change, settle } = start('/fleet');
    change({ search: 'a' });
    settle();
    change({ search: 'ab' });
    settle();
    act(() => result.current.navigate(-1));
    expect(result.current.search).toBe('');
  });

  it('starts at the first page again after any change but turning the page', () => {
    const { result, change } = start('/fleet?page=4');
    change({ page: 5 });
    expect(result.current.query.page).toBe(5);
    change({ tiers: ['P0'] });
    expect(result.current.query.page).toBe(1);
  });

  it('does not rewrite an address nobody changed', () => {
    const { result, settle } = start('/fleet?tier=P9&q=a');
    settle();
    expect(result.current.search).toBe('?tier=P9&q=a');
  });
});
