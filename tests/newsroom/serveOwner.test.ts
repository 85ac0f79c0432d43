import { once } from 'node:events'
import { createConnection } from 'node:net'
import { expect, test } from 'vitest'
import { parseOwnerMessage } from '../../src/ipc/parsers'
import { serveOwner } from '../../src/newsroom/serveOwner'
import { ask, openOwnerSocket } from '../../src/storage/owner/ownerSocket'
import { LARGEST_FILE } from '../../src/story/text/format/largestFile'
import { busanDesk } from './newsDesk'

test('an export that is too large for an answer is noted as failed, and the caller gets the reason', async () => {
  const { room, story, act } = await busanDesk()
  const exported = await act('Reporter', 'story.export', {
    story,
    format: 'text',
    draft: true,
    destination: '/outbox/busan.txt',
  })
  const owner = serveOwner(room, parseOwnerMessage, exported.bytes.length - 1)
  const why = `it has ${exported.bytes.length} bytes, and the limit for another process is ${exported.bytes.length - 1} bytes`
  const refused = {
    ok: false,
    reason: 'failed',
    message: `The export could not be passed to the command line: ${why}. Nothing was written, and the story is safe. Export it in the window, or close the other Stet and try again.`,
  }
  const begun = (await room.storyNow(story)).entries.length
  const request = { story, format: 'text', draft: true, destination: '/outbox/busan.txt' }
  expect(await owner({ action: 'story.export', by: 'Reporter', request })).toEqual(refused)
  expect(
    await owner({
      action: 'story.exportAgain',
      by: 'Reporter',
      request: { story, entry: exported.entry, destination: '/outbox/again.txt' },
    }),
  ).toEqual(refused)
  // A preview is not logged.
  expect(
    await owner({ action: 'story.previewExport', by: 'Reporter', request: { story, format: 'text', draft: true } }),
  ).toEqual(refused)
  const noted = (await room.storyNow(story)).entries.slice(begun)
  expect(
    noted.map((entry) => (entry.kind === 'exportFailed' ? [entry.by, entry.export, entry.reason] : entry.kind)),
  ).toEqual(['exported', ['Reporter', noted[0]?.hash, why], 'exported', ['Reporter', noted[2]?.hash, why]])
  expect(
    await serveOwner(
      room,
      parseOwnerMessage,
      exported.bytes.length,
    )({ action: 'story.export', by: 'Reporter', request }),
  ).toMatchObject({ ok: true, value: { bytes: exported.bytes } })
})

test('a bundle that is too large for an answer is noted as failed in the history of each story', async () => {
  const { room, story, act } = await busanDesk()
  const { id: other } = await act('Reporter', 'story.create', {})
  const owner = serveOwner(room, parseOwnerMessage, 100)
  expect(await owner({ action: 'story.handOver', by: 'Reporter', request: { stories: [story, other] } })).toMatchObject(
    {
      ok: false,
      reason: 'failed',
      message: expect.stringContaining('The export could not be passed to the command line: '),
    },
  )
  for (const id of [story, other])
    expect((await room.storyNow(id)).entries.slice(-2).map(({ kind }) => kind)).toEqual(['exported', 'exportFailed'])
})

test(
  'the largest file that the newsroom takes goes through the owner’s socket, both ways',
  { timeout: 120_000 },
  async () => {
    const token = 'a'.repeat(64)
    const socket = await openOwnerSocket(token)
    const bytes = new Uint8Array(LARGEST_FILE)
    socket.answerWith((request) => Promise.resolve(request))
    try {
      const answer = await ask(
        { socket: socket.address, token },
        { action: 'story.import', request: { name: 'a.docx', bytes } },
      )
      expect(answer).toMatchObject({ request: { name: 'a.docx' } })
      expect(Buffer.compare((answer as { request: { bytes: Uint8Array } }).request.bytes, bytes)).toBe(0)
    } finally {
      await socket.stop()
    }
  },
)

test('frames that no Stet sends do nothing, and the owner goes on answering', async () => {
  const { room, story, act } = await busanDesk()
  const token = 'a'.repeat(64)
  const socket = await openOwnerSocket(token)
  socket.answerWith(serveOwner(room, parseOwnerMessage))
  const raw = async (lines: string): Promise<string> => {
    const client = createConnection(socket.address)
    let answer = ''
    client.on('data', (chunk: Buffer) => void (answer += chunk.toString()))
    client.write(`${token}\n${lines}\n`)
    await once(client, 'close')
    return answer
  }
  const move = { action: 'story.move', request: { story, to: 'filed' } }
  const nested = (depth: number): string =>
    `{"by":"Editor","action":"story.setField","request":{"story":"${story}","field":"keywords","value":${'['.repeat(depth)}${']'.repeat(depth)}}}`
  const before = (await room.storyNow(story)).entries.length
  try {
    for (const by of ['Stet', '', 'editor', 'Editor ', 'Editor\u200b', '__proto__', 'Mallory'])
      expect(await raw(JSON.stringify({ ...move, by })), by).toContain('"reason":"refused"')
    for (const action of ['__proto__', 'toString', 'saveExport', 'becomePerson', ['story.move'], null])
      expect(await raw(JSON.stringify({ by: 'Editor', action, request: move.request }))).toContain('"reason":"usage"')
    for (const frame of [
      nested(1000),
      `{"by":"Editor","__proto__":{"pin":"1"},"action":"story.move","request":{"story":"${story}","to":"filed"}}`,
      `{"by":"Editor","action":"story.setField","request":{"story":"${story}","field":"__proto__","value":{"x":1}}}`,
      'null',
      '[]',
    ])
      expect(await raw(frame)).toContain('"reason":"usage"')
    expect(await raw(nested(100_000))).toContain('"kind":"failed"')
    // The second request of a connection is not read.
    const show = { by: 'Editor', action: 'story.show', request: { story } }
    expect(await raw(`${JSON.stringify(show)}\n${JSON.stringify({ ...move, by: 'Reporter' })}`)).toContain('"ok":true')
    expect([(await room.storyNow(story)).entries.length, ({} as { readonly x?: unknown }).x]).toEqual([
      before,
      undefined,
    ])
    expect((await act('Editor', 'story.show', { story })).stage).toBe('draft')
  } finally {
    await socket.stop()
  }
})
