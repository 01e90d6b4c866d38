import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { watchDownloads } from '../testing/watchDownloads';
import { CodeBlock } from './CodeBlock';

it('downloads its text under the name given, and lets go of it', async () => {
  const { made, names, released } = watchDownloads();
  render(<CodeBlock title="Rules" what="YAML" text="owner: Zoë" fileName="rules.yaml" />);
  await userEvent.click(screen.getByRole('button', { name: 'Download' }));
  expect(names).toEqual(['rules.yaml']);
  // Zoë is four bytes long, and the browser is told so.
  expect(made.map(({ type, size }) => [type, size])).toEqual([['text/plain;charset=utf-8', 11]]);
  expect(released).toHaveBeenCalledWith('blob:test');
});

it('offers no download without a name', () => {
  render(<CodeBlock title="Rules" what="YAML" text="groups: []" />);
  expect(screen.queryByRole('button', { name: 'Download' })).not.toBeInTheDocument();
});
