import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyButton } from './CopyButton';

const secure = (isSecure: boolean) =>
  Object.defineProperty(window, 'isSecureContext', { value: isSecure, configurable: true });
const execCommand = (copies: () => boolean) =>
  Object.defineProperty(document, 'execCommand', { value: copies, configurable: true });

describe('CopyButton', () => {
  it('uses the clipboard where the browser has one', async () => {
    const user = userEvent.setup();
    secure(true);
    render(<CopyButton text="up == 0" what="query" />);
    await user.click(screen.getByRole('button', { name: 'Copy query' }));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe('up == 0');
  });

  it('copies on plain http, where there is no clipboard', async () => {
    const selected: string[] = [];
    secure(false);
    execCommand(() => {
      const area = document.querySelector('textarea');
      // Browsers focus what is selected; the test's document does not.
      area?.focus();
      selected.push(area?.value ?? '');
      return true;
    });
    render(<CopyButton text="up == 0" what="query" />);
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(selected).toEqual(['up == 0']);
    expect(document.querySelector('textarea')).toBeNull();
    // What listens to keys of what is focused, as a drawer does for Escape, still hears them.
    expect(screen.getByRole('button')).toHaveFocus();
  });

  it.each([
    ['refuses', () => false],
    [
      'throws',
      () => {
        throw new Error('not allowed');
      },
    ],
  ])('says so when the browser %s', async (_, copies) => {
    secure(false);
    execCommand(copies);
    render(<CopyButton text="up" what="query" />);
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByText(/does not allow copying/)).toBeInTheDocument();
    expect(screen.queryByText('Copied')).not.toBeInTheDocument();
  });

  it('falls back when a permissions policy refuses the clipboard', async () => {
    const user = userEvent.setup();
    secure(true);
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    execCommand(() => true);
    render(<CopyButton text="up" what="query" />);
    await user.click(screen.getByRole('button'));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });
});
