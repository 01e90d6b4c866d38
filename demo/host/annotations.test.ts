/** @jest-environment node */
import type { RunningHost } from './HostOptions';
import { HostClient } from './testing/HostClient';
import { HostFolder } from './testing/HostFolder';
import { serveFolder } from './testing/serveFolder';

describe('annotations', () => {
  const folder = new HostFolder();
  let host: RunningHost;
  let editor: HostClient;
  let viewer: HostClient;

  beforeAll(async () => {
    host = await serveFolder(folder);
    editor = new HostClient(host.url, 'editor');
    viewer = new HostClient(host.url, 'viewer');
  });
  afterAll(async () => {
    await host.stop();
    folder.remove();
  });

  const add = async (change: object) => (await editor.post('api/annotations', { text: 'x', ...change })).body.id;
  const textsOf = async (query: string) =>
    (await viewer.get(`api/annotations?${query}`)).body.map(({ text }: { text: string }) => text);

  it('are written by Editors and read by everybody', async () => {
    const command = { text: 'run', tags: ['who:me'], time: 5 };
    expect((await viewer.post('api/annotations', command)).status).toBe(403);
    const { status, body } = await editor.post('api/annotations', command);
    expect({ status, message: body.message, id: typeof body.id }).toEqual({
      status: 200,
      message: 'Annotation added',
      id: 'number',
    });
    expect(await textsOf('tags=who:me')).toEqual(['run']);
    expect((await viewer.send('DELETE', `api/annotations/${body.id}`)).status).toBe(403);
    expect((await viewer.send('PATCH', `api/annotations/${body.id}`, '{"text":"mine"}')).status).toBe(403);
  });

  it('keep two parts of a tag and lose the rest', async () => {
    await add({ text: 'colons', tags: ['service:a:b', ' lone ', 'service:a', ':'] });
    const { body } = await viewer.get('api/annotations?tags=lone');
    expect(body[0].tags).toEqual(['service:a', 'lone']);
  });

  it.each([
    ['a part of 101 characters', [`k:${'v'.repeat(101)}`], 500],
    ['tags of 501 characters in all', Array.from({ length: 6 }, (_, n) => `k${n}:${'v'.repeat(79)}`), 400],
  ])('refuse %s', async (_, tags, status) => {
    expect((await editor.post('api/annotations', { text: 'x', tags })).status).toBe(status);
  });

  it('take tags of exactly 500 characters', async () => {
    // Five tags of 97 characters in quotes, four commas, two brackets: 501 is one too many, so the last is shorter.
    const tags = Array.from({ length: 5 }, (_, n) => `k${n}:${'v'.repeat(n === 4 ? 93 : 94)}`);
    expect(JSON.stringify(tags)).toHaveLength(500);
    expect((await editor.post('api/annotations', { text: 'x', tags })).status).toBe(200);
  });

  it('refuse an empty text', async () => {
    expect((await editor.post('api/annotations', { text: '', time: 1 })).status).toBe(400);
  });

  it('match all tags, or any when asked', async () => {
    await add({ text: 'both', tags: ['m:1', 'n:1'] });
    await add({ text: 'one', tags: ['m:1'] });
    expect(await textsOf('tags=m:1&tags=n:1')).toEqual(['both']);
    expect((await textsOf('tags=m:1&tags=n:1&matchAny=true')).sort()).toEqual(['both', 'one']);
  });

  it('are missed by a bare key when two of their tags have it, as in Grafana', async () => {
    await add({ text: 'twice', tags: ['dup:1', 'dup:2'] });
    expect(await textsOf('tags=dup')).toEqual([]);
    expect(await textsOf('tags=dup:2')).toEqual(['twice']);
  });

  it('are found by overlap, newest end first, and only when both ends are given', async () => {
    await add({ text: 'early', tags: ['t:1'], time: 100, timeEnd: 200 });
    await add({ text: 'late', tags: ['t:1'], time: 300, timeEnd: 400 });
    expect(await textsOf('tags=t:1&from=150&to=320')).toEqual(['late', 'early']);
    expect(await textsOf('tags=t:1&from=201&to=320')).toEqual(['late']);
    expect(await textsOf('tags=t:1&from=999')).toEqual(['late', 'early']);
    expect(await textsOf('tags=t:1&limit=1')).toEqual(['late']);
    expect(await textsOf('tags=t:1&type=alert')).toEqual([]);
  });

  it('are patched field by field and replaced as a whole', async () => {
    const id = await add({ text: 'before', tags: ['p:1'], time: 10, data: { a: 1 } });
    await editor.send('PATCH', `api/annotations/${id}`, '{"text":"","timeEnd":20}');
    expect((await viewer.get(`api/annotations/${id}`)).body).toMatchObject({
      text: 'before',
      time: 10,
      timeEnd: 20,
      tags: ['p:1'],
      data: { a: 1 },
    });
    await editor.send('PUT', `api/annotations/${id}`, '{"text":"after"}');
    const { body } = await viewer.get(`api/annotations/${id}`);
    expect(body).toMatchObject({ text: 'after', time: 10, data: { a: 1 } });
    expect(body).not.toHaveProperty('tags');
  });

  it('are gone after a delete, which says the same of unknown ones', async () => {
    const id = await add({ tags: ['gone:1'] });
    expect((await editor.send('DELETE', `api/annotations/${id}`)).status).toBe(200);
    expect((await editor.send('DELETE', `api/annotations/${id}`)).status).toBe(200);
    expect((await viewer.get(`api/annotations/${id}`)).status).toBe(404);
    expect((await editor.send('PATCH', `api/annotations/${id}`, '{"text":"x"}')).status).toBe(404);
  });

  it('of one organization are not seen in another', async () => {
    await add({ text: 'first', tags: ['o:1'] });
    expect((await viewer.get('api/annotations?tags=o:1', { 'x-grafana-org-id': '2' })).body).toEqual([]);
  });
});
