import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Matcher } from '../../domain/catalogue/Profile';
import { stubBrowser } from '../testing/stubBrowser';
import { MatchersField } from './MatchersField';

beforeEach(stubBrowser);

const is = (label: string, value: string): Matcher => ({ label, op: '=', value });
const SAVED = [is('a', '1'), is('b', '2')];
const THEIRS = [is('team', 'shop'), is('env', 'live')];

/** A draft as the Configuration page keeps it: changed by the field, and from outside. */
function Page({ onChange }: { readonly onChange: (matchers: readonly Matcher[]) => void }) {
  const [draft, setDraft] = useState<readonly Matcher[]>(SAVED);
  const take = (next: readonly Matcher[]) => {
    onChange(next);
    setDraft(next);
  };
  return (
    <>
      <MatchersField label="Scope" description="" matchers={draft} disabled={false} onChange={take} />
      <button onClick={() => setDraft(SAVED)}>Discard changes</button>
      <button onClick={() => setDraft(THEIRS)}>Take theirs</button>
    </>
  );
}

function show() {
  const onChange = jest.fn<void, [readonly Matcher[]]>();
  render(<Page onChange={onChange} />);
  return { onChange, user: userEvent.setup() };
}

const texts = (name: 'Label' | 'Value') => screen.getAllByRole<HTMLInputElement>('textbox', { name }).map(({ value }) => value);
const shown = () => texts('Label').map((label, i) => `${label}=${texts('Value')[i]}`);
const field = (name: 'Label' | 'Value', at: number): HTMLElement => {
  const found = screen.getAllByRole('textbox', { name })[at];
  if (!found) {
    throw new Error(`no line ${at}`);
  }
  return found;
};
const button = (name: string) => screen.getByRole('button', { name });

/** Into every field and out again, as somebody who only looks. */
async function visitAll(user: ReturnType<typeof userEvent.setup>) {
  for (const name of ['Label', 'Value'] as const) {
    for (let at = 0; at < texts(name).length; at++) {
      await user.click(field(name, at));
      await user.tab();
    }
  }
}

describe('MatchersField shows what the draft holds, and looking changes nothing', () => {
  it('after the first line is removed', async () => {
    const { onChange, user } = show();
    await user.click(button('Remove a'));
    expect(shown()).toEqual(['b=2']);
    await visitAll(user);
    expect(onChange.mock.calls).toEqual([[[is('b', '2')]]]);
  });

  it.each([
    ['Discard changes', ['a=1', 'b=2']],
    ['Take theirs', ['team=shop', 'env=live']],
  ])('after %s', async (name, expected) => {
    const { onChange, user } = show();
    await user.clear(field('Value', 0));
    await user.type(field('Value', 0), '9');
    await user.click(button(name));
    expect(shown()).toEqual(expected);
    onChange.mockClear();
    await visitAll(user);
    expect(onChange).not.toHaveBeenCalled();
  });
});

it('hands a line on when it is left, without the spaces around its label', async () => {
  const { onChange, user } = show();
  await user.clear(field('Label', 1));
  await user.type(field('Label', 1), ' zone ');
  expect(onChange).not.toHaveBeenCalled();
  await user.tab();
  expect(onChange.mock.calls).toEqual([[[is('a', '1'), is('zone', '2')]]]);
});

it('keeps a new line to itself until it names a label', async () => {
  const { onChange, user } = show();
  await user.click(button('Add a label'));
  await user.type(field('Value', 2), 'live');
  await user.tab();
  expect(onChange).not.toHaveBeenCalled();
  await user.type(field('Label', 2), 'env');
  await user.tab();
  expect(onChange.mock.calls).toEqual([[[...SAVED, is('env', 'live')]]]);
  expect(shown()).toEqual(['a=1', 'b=2', 'env=live']);
});
