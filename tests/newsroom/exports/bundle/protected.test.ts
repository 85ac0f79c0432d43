import { describe, expect, test } from 'vitest'
import { zipOf } from '../../../builders/files/zipOf'
import { busanDesk, type NewsDesk } from '../../newsDesk'
import { allText, open } from './bundleDesk'

const utf8 = new TextEncoder()
const NAME = 'Olena Kovalchuk'

const protect = ({ act }: NewsDesk, more: object = {}) =>
  act('Editor', 'source.add', { name: NAME, kind: 'person', groundRules: 'background', protected: true, ...more })

async function kept({ act }: NewsDesk, name: string, bytes: Uint8Array): Promise<string> {
  const { upload } = await act('Reporter', 'file.begin', { name })
  await act('Reporter', 'file.write', { upload, bytes })
  return (await act('Reporter', 'file.keep', { upload })).sha256
}

const handOver = ({ act }: NewsDesk, story: string, more: object = {}) =>
  act('Reporter', 'story.handOver', { stories: [story], ...more })

describe('a protected source leaves as its pseudonym', () => {
  test('in sources and history, without name, contact, terms and key, and its ticks can still be compared', async () => {
    const desk = await busanDesk()
    const { act, room, story } = desk
    const { id: source } = await protect(desk, {
      contact: 'olena@example.org, +380 44 123 45 67',
      aliases: ['Lena K'],
      wording: 'Olena agreed to be “an aide”.',
      description: 'an aide',
    })
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
    await act('Reporter', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source, locator: `Call with ${NAME}`, excerpt: 'About 100 minutes.', stance: 'supports' },
    })
    await act('Editor', 'fact.sign', { story, fact, status: 'onAuthor' })
    const handed = await handOver(desk, story)
    const text = allText(handed.bytes).toLowerCase()
    const key = room.library.sources.find(({ id }) => id === source)?.commitmentKey ?? 'none'
    for (const told of ['olena', 'kovalchuk', 'lena k', 'example.org', '123 45 67', key])
      expect({ told, found: text.includes(told) }).toEqual({ told, found: false })
    const [read] = (await open(handed.bytes)).stories
    expect(read?.sources).toMatchObject([
      { id: source, name: 'Source A', pseudonym: 'Source A', protected: true, aliases: [], description: 'an aide' },
    ])
    const signed = read?.entries.find(({ kind }) => kind === 'signed') as {
      readonly parts?: { readonly commitments: object }
    }
    expect(signed.parts?.commitments).toEqual({ [source]: read?.sources[0]?.commitment })
    expect(JSON.stringify(read?.entries)).toContain('Call with Source A')
    expect(handed.losses).toEqual([
      { what: 'names of protected sources, replaced by their pseudonyms', count: 1, example: '' },
    ])
  })

  test('its captured files stay, and so do others that name it', async () => {
    const desk = await busanDesk()
    const { act, story, pool } = desk
    const { id: source } = await protect(desk, { aliases: ['Zoë Ångström'] })
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
    const add = async (from: string, name: string, words: string | Uint8Array) => {
      const file = await kept(desk, name, typeof words === 'string' ? utf8.encode(words) : words)
      const locator = name.endsWith('.mp3') ? '00:00:01' : '¶ 1'
      const evidence = { source: from, locator, stance: 'supports' as const, file, fileName: name }
      await act('Reporter', 'fact.addEvidence', { story, fact, evidence })
      return file
    }
    const own = await add(source, 'call.txt', 'About 100 minutes, she said.')
    const naming = await add(pool, 'mail.txt', `${NAME}: about 100 minutes.`)
    const folded = await add(pool, 'split.txt', 'OLENA\nKOVALCHUK: about 100 minutes.')
    // Sound: nobody reads its words, but its tags are plain bytes.
    const sound = (tag: Buffer) => Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\x0fTIT2'), tag, Buffer.alloc(64, 0xfb)])
    const tagged = await add(pool, 'call.mp3', sound(Buffer.from(NAME.toUpperCase(), 'utf16le')))
    const accented = await add(pool, 'other.mp3', sound(Buffer.from('Zoë Ångström')))
    const clean = await add(pool, 'pool.txt', 'About 100 minutes, officials said.')
    const handed = await handOver(desk, story)
    const [read] = (await open(handed.bytes)).stories
    expect([...(read?.files.keys() ?? [])]).toEqual([clean])
    expect([...(read?.leftOut ?? [])].sort()).toEqual([own, naming, folded, tagged, accented].sort())
    expect(handed.losses.map(({ what, count }) => `${what}: ${count}`)).toEqual([
      'captured files of a protected source: 1',
      'captured files that name a protected source: 4',
      'names of protected sources, replaced by their pseudonyms: 1',
    ])
  })

  test('documents are searched in all their parts, and a file that nobody can read stays', async () => {
    const desk = await busanDesk()
    const { act, story, pool } = desk
    await protect(desk)
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
    const add = async (name: string, bytes: Uint8Array) => {
      const file = await kept(desk, name, bytes)
      const evidence = { source: pool, locator: '¶ 1', stance: 'supports' as const, file, fileName: name }
      await act('Reporter', 'fact.addEvidence', { story, fact, evidence })
      return file
    }
    const word = (author: string) =>
      zipOf([
        { name: 'word/document.xml', data: '<w:p><w:r><w:t>About 100 minutes.</w:t></w:r></w:p>' },
        { name: 'docProps/core.xml', data: `<dc:creator>${author}</dc:creator>` },
      ])
    const authored = await add('memo.docx', word(NAME))
    const good = await add('other.docx', word('Ministry'))
    const split = await add(
      'split.docx',
      zipOf([{ name: 'word/document.xml', data: '<w:r><w:t>Olena Koval</w:t></w:r><w:r><w:t>chuk</w:t></w:r>' }]),
    )
    const inner = await add('inner.zip', zipOf([{ name: 'memo.docx', data: word('Ministry') }]))
    const unknown = await add('data.bin', new Uint8Array([1, 0, 2, 0, 3, 0, 0xee, 0xff]))
    const handed = await handOver(desk, story)
    const [read] = (await open(handed.bytes)).stories
    expect([...(read?.files.keys() ?? [])]).toEqual([good])
    expect([...(read?.leftOut ?? [])].sort()).toEqual([authored, split, inner, unknown].sort())
    expect(handed.losses.map(({ what, count }) => `${what}: ${count}`)).toEqual([
      'captured files that name a protected source: 2',
      'captured files that Stet cannot read and that may name a protected source: 2',
    ])
  })

  test('a snapshot that names it stays here', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await act('Reporter', 'copy.replace', { story, replace: 'They left separately.', with: `${NAME} left.` })
    await act('Reporter', 'version.keep', { story, name: 'With a name' })
    await act('Reporter', 'copy.replace', { story, replace: `${NAME} left.`, with: 'They left.' })
    await act('Reporter', 'version.keep', { story, name: 'Without' })
    await protect(desk)
    const handed = await handOver(desk, story)
    const [read] = (await open(handed.bytes)).stories
    expect(read?.snapshots.map(({ name }) => name)).toEqual(['Without'])
    expect(handed.losses).toMatchObject([
      { what: 'snapshots that name a protected source or cannot be read', count: 1 },
    ])
    expect(allText(handed.bytes)).not.toContain('Kovalchuk')
  })
})

test('a snapshot leaves when a protected source only stands behind its facts', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  const { id: source } = await protect(desk)
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  const evidence = { source, locator: `Call with ${NAME}`, stance: 'supports' as const }
  await act('Reporter', 'fact.addEvidence', { story, fact, evidence })
  await act('Reporter', 'version.keep', { story, name: 'With a call' })
  const { bytes } = await handOver(desk, story)
  expect((await open(bytes)).stories[0]?.snapshots.map((version) => version.name)).toEqual(['With a call'])
  expect(allText(bytes)).not.toContain('Kovalchuk')
})

describe('nothing leaves while a protected name stands', () => {
  const FOR_EVER =
    'It can no longer be removed. Send a fact sheet instead of the story, or ask an editor to end the protection in the source book.'
  const TAKE_OUT = 'Remove it, or ask an editor to end the protection in the source book.'
  const CONFIRM = 'Remove it, or ask another person to confirm that it may be there.'
  type Planted = Awaited<ReturnType<typeof busanDesk>>

  const cases: readonly (readonly [string, string, (desk: Planted) => Promise<unknown>, object?])[] = [
    [
      'in the copy',
      `Source A’s name is in the copy. ${CONFIRM}`,
      ({ act, story }) =>
        act('Reporter', 'copy.replace', { story, replace: 'They left', with: `They and ${NAME} left` }),
    ],
    [
      'in words that were tagged, of which the history keeps every wording',
      `Source A’s name is in entry 3 of the history. ${FOR_EVER}`,
      async ({ act, story }) => {
        await act('Reporter', 'copy.replace', { story, replace: 'They left', with: `${NAME} left` })
        const { id: fact } = await act('Reporter', 'fact.tag', { story, text: NAME, type: 'name' })
        await act('Reporter', 'fact.untag', { story, fact, reason: 'No fact.' })
        await act('Reporter', 'copy.replace', { story, replace: `${NAME} left`, with: 'They left' })
      },
    ],
    [
      'in a comment',
      `Source A’s name is in a comment. ${FOR_EVER}`,
      ({ act, story }) => act('Reporter', 'comment.add', { story, text: `Ask ${NAME} again.` }),
    ],
    [
      'in a suggestion',
      `Source A’s name is in a suggestion. ${TAKE_OUT}`,
      ({ act, story }) => act('Editor', 'suggestion.propose', { story, replace: 'They left', with: `${NAME} left` }),
    ],
    [
      'in a field',
      `Source A’s name is in a field. ${TAKE_OUT}`,
      ({ act, story }) => act('Reporter', 'story.setField', { story, field: 'keywords', value: [NAME] }),
    ],
    [
      'in the record of another source',
      `Source A’s name is in the record of another source. ${TAKE_OUT}`,
      async ({ act, story }) => {
        const { id: source } = await act('Editor', 'source.add', {
          name: 'Ministry',
          kind: 'official',
          contact: `ask for ${NAME}`,
        })
        const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
        const evidence = { source, locator: 'p. 1', stance: 'supports' as const }
        await act('Reporter', 'fact.addEvidence', { story, fact, evidence })
      },
    ],
    [
      'in the name that somebody chose for the file',
      'Source A’s name is in the file name. Choose another file name, headline or slug.',
      () => Promise.resolve(),
      { saveAs: 'for-olena-kovalchuk.stet' },
    ],
    [
      'in the name of the destination',
      'Source A’s name is in the file name. Choose another file name, headline or slug.',
      () => Promise.resolve(),
      { destination: '/stick/Olena Kovalchuk.stet' },
    ],
  ]
  for (const [where, problem, plant, more] of cases)
    test(where, async () => {
      const desk = await busanDesk()
      const { act, story } = desk
      await plant(desk)
      await protect(desk)
      const before = (await act('Reporter', 'story.history', { story })).length
      const refusal = await handOver(desk, story, more).catch((error: Error) => error)
      expect(refusal).toMatchObject({ reason: 'refused' })
      expect((refusal as Error).message).toContain(problem)
      expect((refusal as Error).message).not.toMatch(/olena|kovalchuk/i)
      expect((await act('Reporter', 'story.history', { story })).length).toBe(before)
    })

  test('a sentence that another person confirmed may leave, and its words in the history', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await act('Reporter', 'copy.replace', { story, replace: 'They left', with: `They and ${NAME} left` })
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: NAME, type: 'name' })
    await act('Editor', 'fact.sign', { story, fact, status: 'onAuthor' })
    await protect(desk)
    await expect(handOver(desk, story)).rejects.toThrow('the copy')
    const { blocks } = await act('Editor', 'story.gate', { story, door: 'publish' })
    for (const { rule, key } of blocks.filter((block) => block.rule === 'sourceProtection'))
      await act('Editor', 'finding.dismiss', { story, rule, key, reason: 'Agreed.' })
    const { bytes } = await handOver(desk, story)
    expect((await open(bytes)).stories.length).toBe(1)
    // The same words elsewhere are not confirmed with it.
    await act('Reporter', 'copy.replace', { story, replace: 'lasted about', with: `with ${NAME} lasted about` })
    await expect(handOver(desk, story)).rejects.toThrow('the copy')
  })

  test('in another story of the bundle, which is named', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const { id: other } = await act('Reporter', 'story.import', {
      name: 'b.txt',
      bytes: utf8.encode(`On the train\n\nWe met ${NAME} there.`),
    })
    await protect(desk)
    await expect(act('Reporter', 'story.handOver', { stories: [story, other] })).rejects.toMatchObject({
      reason: 'refused',
      message: `Nothing was handed over: Source A’s name is in the copy of “On the train”. ${CONFIRM}`,
    })
  })
})
