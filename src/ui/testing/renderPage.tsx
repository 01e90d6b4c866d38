import type { ReactElement } from 'react';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import type { Headroom } from '../../engine/Headroom';
import { HeadroomContext } from '../HeadroomContext';
import { headroomFixture } from './headroomFixture';
import { stubBrowser } from './stubBrowser';

interface Around {
  readonly headroom?: Headroom;
  /** Address below the app, for example `/fleet?q=cart`. */
  readonly at?: string;
}

/** Renders something of a page with an engine and an address around it. */
export function renderPage(element: ReactElement, { headroom = headroomFixture(), at = '/' }: Around = {}) {
  stubBrowser();
  return render(
    <MemoryRouter initialEntries={[at]} future={{ v7_startTransition: false, v7_relativeSplatPath: false }}>
      <HeadroomContext.Provider value={headroom}>{element}</HeadroomContext.Provider>
    </MemoryRouter>
  );
}
