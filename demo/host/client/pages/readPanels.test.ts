import { readPanels } from './readPanels';

it('reads panels, with what was left out filled in', () => {
  expect(readPanels('{"panels":[{"type":"stat","title":"Now","targets":[{"refId":"A","queryType":"fleet"}]}]}')).toEqual({
    from: 'now-6h',
    to: 'now',
    panels: [
      {
        type: 'stat',
        title: 'Now',
        options: {},
        fieldConfig: { defaults: {}, overrides: [] },
        targets: [{ refId: 'A', queryType: 'fleet' }],
        width: 700,
        height: 320,
      },
    ],
  });
});

it.each([
  ['nothing', null, /names no panels/],
  ['no JSON', '{panels', /JSON/],
  ['no list', '{"panels":7}', /panels/],
  ['a panel without a title', '{"panels":[{"type":"stat"}]}', /title/],
])('names what is wrong with %s', (_, text, message) => {
  expect(() => readPanels(text)).toThrow(message);
});
