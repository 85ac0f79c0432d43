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
