import { answerSections, backendNames, incarnationOf, tableRows, weightAnswer } from './runtimeAnswers';

describe('answers of the runtime socket', () => {
  it.each([
    ['two answers', 'a: 1\n\n# x\n1\n\n', 2, ['a: 1', '# x\n1']],
    ['a silent success before an answer', '\n25 (initial 100)\n\n', 1, ['\n25 (initial 100)']],
  ])('are told apart: %s', (_, text, count, sections) => {
    expect(answerSections(text, count)).toEqual(sections);
  });

  it.each([
    ['one of three is missing', 'Pid: 1\n\n1\n# a\n\n', /2 answers to 3 commands/],
    ['nothing came', '\n', /0 answers to 3 commands/],
    ['help instead', 'Unknown command, but maybe one of the following\n\n', /"Unknown command/],
  ])('are refused when %s', (_, text, why) => {
    expect(() => answerSections(text, 3)).toThrow(why);
  });

  it.each([
    ['a process', 'Name: HAProxy\nPid: 16646\nStart_time_sec: 1795272639', '16646@1795272639'],
    ['a name with a colon and a process', 'node: a: b\nPid: 7\nStart_time_sec: 9', '7@9'],
    ['no process number', 'Name: HAProxy\nStart_time_sec: 1795272639', null],
    ['garbage', '<html>', null],
    ['an empty number', 'Pid: \nStart_time_sec: 1', null],
  ])('give the identity of %s', (_, info, expected) => {
    expect(incarnationOf(info)).toBe(expected);
  });

  it('give rows by column name, whatever stands before the head', () => {
    expect(tableRows('1\n# be_name srv_name srv_uweight\nshop a 25\nshop b 100', ' ')).toEqual([
      { be_name: 'shop', srv_name: 'a', srv_uweight: '25' },
      { be_name: 'shop', srv_name: 'b', srv_uweight: '100' },
    ]);
  });

  it.each([
    ['no head', 'No such proxy.', /"No such proxy\."/],
    ['a row cut short', '# pxname,svname,stot\nshop,a', /cut short: "shop,a"/],
  ])('are refused with %s', (_, text, why) => {
    expect(() => tableRows(text, ',')).toThrow(why);
  });

  it.each([
    ['backends', '# name\nshop\ncart\n', ['shop', 'cart']],
    ['HAProxy\'s own left out', '# name\nMASTER\n<HTTPCLIENT>\n_internal\nshop\n', ['shop']],
    ['none', '# name\n', []],
  ])('name %s', (_, text, names) => {
    expect(backendNames(text)).toEqual(names);
  });

  it('are refused where a list of backends was asked for', () => {
    expect(() => backendNames('Permission denied\n')).toThrow(/Permission denied/);
  });

  it.each([
    ['changed', '25 (initial 100)\n\n', 25, 100],
    ['zero', '\n0 (initial 100)\n', 0, 100],
  ])('tell a weight: %s', (_, text, current, initial) => {
    expect(weightAnswer(text)).toEqual({ current, initial });
  });

  it.each(['No such server.\n', '', '25', 'x (initial 100)', '25 (initial 100) more'])('do not tell a weight: %j', (text) => {
    expect(() => weightAnswer(text)).toThrow(/get weight/);
  });
});
