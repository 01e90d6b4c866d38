import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { stubBrowser } from '../testing/stubBrowser';
import { ChoiceField } from './ChoiceField';

beforeEach(stubBrowser);

/** Makes its options anew at every render, as a page does whose options depend on what was chosen. */
function Page({ onChange }: { readonly onChange: (value: string) => void }) {
  const [value, setValue] = useState('a');
  return (
    <>
      <ChoiceField
        label="Owner"
        value={value}
        options={['a', 'b', 'c'].map((name) => ({ value: name, label: name }))}
        onChange={(next) => {
          onChange(next);
          setValue(next);
        }}
      />
      <button onClick={() => setValue('a')}>Start over</button>
    </>
  );
}

/** By keyboard: jsdom lays nothing out, so that a list that draws what is in sight draws nothing. */
const choose = async (name: string) => {
  await userEvent.click(screen.getByRole('combobox', { name: 'Owner' }));
  await userEvent.keyboard(`${name}{ArrowDown}{Enter}`);
  await userEvent.tab();
};

it('hands a choice on once, whatever becomes of the options', async () => {
  const onChange = jest.fn();
  render(<Page onChange={onChange} />);
  await choose('b');
  await choose('c');
  expect(onChange.mock.calls).toEqual([['b'], ['c']]);
});

it('hands the same choice on again when it was taken back meanwhile', async () => {
  const onChange = jest.fn();
  render(<Page onChange={onChange} />);
  await choose('b');
  await userEvent.click(screen.getByRole('button', { name: 'Start over' }));
  await choose('b');
  expect(onChange.mock.calls).toEqual([['b'], ['b']]);
});
