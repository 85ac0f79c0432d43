/** Forged sign-offs over the window's bridge and the owner's socket are refused for their name, view or shape. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, oneWindow, test, type Newsroom } from '../fixtures'
import { closeLast } from '../anotherWindow'
import { NO_VIEW } from '../seenNow'
import { Seat } from '../pages/seat'
import { openStory } from '../openStory'

interface Reply {
  readonly ok: boolean
  readonly reason?: string
  readonly kind?: string
  readonly answer?: Reply
}
interface Desk {
  readonly story: string
  readonly fact: string
  readonly evidence: { readonly source: string; readonly locator: string; readonly stance: 'supports' }
}

const theWindow = oneWindow({ user: 'Reporter' }, async (newsroom) => {
  for (const [name, role] of [
    ['Reporter', 'reporter'],
    ['Editor', 'editor'],
    ['Legal', 'legal'],
  ] as const)
    await newsroom.json(['roster', 'add', name, '--role', role], name === 'Legal' ? 'Editor' : 'Reporter')
  await newsroom.json(['source', 'add', '--name', 'Pool', '--kind', 'pool'])
})

/** A story of its own by Reporter, with one fact. */
async function desk(newsroom: Newsroom): Promise<Desk> {
  const bytes = new TextEncoder().encode('Leaders hold first talks\n\nThe meeting lasted about 100 minutes.')
  const { id: story } = await newsroom.act('story.import', { name: 'a.txt', bytes })
  const [pool] = await newsroom.act('source.list', {})
  const source = pool?.id ?? ''
  const { id: fact } = await newsroom.act('fact.tag', { story, text: '100 minutes', type: 'allegation' })
  return { story, fact, evidence: { source, locator: '¶ 1', stance: 'supports' } }
}

/** Sends a message as any script in the window's page could. */
const send = (page: Page, message: readonly [name: string, request: unknown]): Promise<Reply> =>
  page.evaluate(
    ([name, request]) =>
      (globalThis as unknown as { stet: { call(name: string, request: unknown): Promise<Reply> } }).stet.call(
        name as string,
        request,
      ),
    message,
  )

/** Two raw lines to the socket of the library's owner, and the line that comes back. */
async function sendRaw(library: string, token: string | undefined, request: unknown): Promise<Reply> {
  const name = (await readdir(library)).find((one) => /^library-\d+\.lock$/.test(one)) ?? ''
  const lock = JSON.parse(await readFile(join(library, name), 'utf8')) as { socket: string; token: string }
  return new Promise((done, failed) => {
    const client = createConnection(lock.socket)
    let answer = ''
    client.on('data', (bytes: Buffer) => {
      answer += bytes.toString()
    })
    client.on('error', failed)
    client.on('close', () => done(JSON.parse(answer) as Reply))
    client.write(`${token ?? lock.token}\n${JSON.stringify(request)}\n`)
  })
}

const seenOf = async (newsroom: Newsroom, { story, fact }: Desk): Promise<string> =>
  (await newsroom.json<{ facts: readonly { id: string; seen: string }[] }>(['show', story])).facts.find(
    ({ id }) => id === fact,
  )?.seen ?? ''

const shown = async (newsroom: Newsroom, { story }: Desk): Promise<unknown> => {
  const { facts, fields, stage } = await newsroom.json<{
    facts: readonly { status: string }[]
    fields: { needsLegal: string }
    stage: string
  }>(['show', story])
  return [facts.map(({ status }) => status), fields.needsLegal, stage]
}

test('no forged sign-off comes over the bridge of a real window', async () => {
  const { newsroom, page } = await theWindow()
  const on = await desk(newsroom)
  const { story, fact, evidence } = on
  const seen = await seenOf(newsroom, on)
  const sign = (more: object, outside: object = {}): Promise<Reply> =>
    send(page, [
      'act',
      {
        action: 'fact.sign',
        request: {
          story,
          fact,
          status: 'verified',
          evidence,
          seen,
          ...more,
        },
        ...outside,
      },
    ])
  const answers = [
    // The window's person is the author. No field of the request can change that.
    await sign({}),
    await sign({ by: 'Editor' }),
    await sign({}, { by: 'Editor' }),
    await sign({}, { person: 'Editor' }),
    await sign({ status: 'reCheck' }),
    await sign({ at: '2020-01-01T00:00:00Z' }),
    await sign({ seen: NO_VIEW }),
    await sign({ words: '10 minutes' }),
    await send(page, ['act', { action: 'story.setField', request: { story, field: 'needsLegal', value: 'complete' } }]),
    await send(page, ['act', { action: 'ledger.append', request: { story, entries: [] } }]),
    await send(page, ['sign', { story, fact }]),
    await send(page, ['pushUpdate', { story, update: [1, 2, 3] }]),
  ]
  expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => false))
  expect(answers.slice(0, 2).map(({ reason }) => reason)).toEqual(['refused', 'usage'])
  expect(await shown(newsroom, on)).toEqual([['toCheck'], 'required', 'draft'])
})

test('a window cannot sign a view other than the owner’s', async () => {
  const window = await theWindow()
  const { newsroom } = window
  await openStory(window, 'Ferry sails', { name: 'ferry.txt', text: 'Ferry sails\n\nIt left.' })
  const { page } = await Seat.beside(window, 'Editor')
  const on = await desk(newsroom)
  const { story, fact, evidence } = on
  const seen = await seenOf(newsroom, on)
  const sign = (more: object): Promise<Reply> =>
    send(page, ['act', { action: 'fact.sign', request: { story, fact, status: 'verified', evidence, ...more } }])
  const forged = [
    await sign({ seen: NO_VIEW }),
    await sign({ seen: seen.split('').reverse().join('') }),
    await sign({ seen, status: 'onAuthor' }),
    await sign({}),
  ]
  // The last request names no view, so nobody saw one.
  expect(forged.map(({ ok, reason }) => [ok, reason])).toEqual([
    [false, 'refused'],
    [false, 'refused'],
    [false, 'refused'],
    [false, 'usage'],
  ])
  expect(await shown(newsroom, on)).toEqual([['toCheck'], 'required', 'draft'])
  expect((await sign({ seen })).ok).toBe(true)
  expect(await shown(newsroom, on)).toEqual([['verified'], 'required', 'draft'])
  await closeLast(window)
})

test('no forged sign-off comes over the owner’s socket', async () => {
  const { newsroom } = await theWindow()
  const on = await desk(newsroom)
  const { story, fact, evidence } = on
  const name = (await readdir(newsroom.library)).find((one) => /^library-\d+\.lock$/.test(one)) ?? ''
  if (process.platform !== 'win32') expect((await stat(join(newsroom.library, name))).mode & 0o077).toBe(0)
  const request = { story, fact, seen: await seenOf(newsroom, on), status: 'verified', evidence }
  const ask = (by: string, more: object = {}, token?: string): Promise<Reply> =>
    sendRaw(newsroom.library, token, { by, action: 'fact.sign', request: { ...request, ...more } })
  expect(await ask('Editor', {}, 'f'.repeat(64))).toMatchObject({ ok: false, kind: 'refused' })
  const refused = [
    await ask('Reporter'),
    await ask('Nobody'),
    await ask(''),
    await ask('Editor', { seen: NO_VIEW }),
    await ask('Editor', { by: 'Legal' }),
    await ask('Editor', { status: 'verified', at: '2020-01-01T00:00:00Z' }),
  ]
  expect(refused.map(({ answer }) => [answer?.ok, answer?.reason])).toEqual([
    [false, 'refused'],
    [false, 'refused'],
    [false, 'refused'],
    [false, 'refused'],
    [false, 'usage'],
    [false, 'usage'],
  ])
  const legal = await sendRaw(newsroom.library, undefined, {
    by: 'Editor',
    action: 'story.setField',
    request: { story, field: 'needsLegal', value: 'complete' },
  })
  expect(legal.answer).toMatchObject({ ok: false, reason: 'refused' })
  expect(await shown(newsroom, on)).toEqual([['toCheck'], 'required', 'draft'])
})
