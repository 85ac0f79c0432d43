/**
 * Each kind of content that the binding deletes is noticed before a sheet is bound. The story opens for reading with
 * its words, and no byte of the library changes.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createStoryDoc } from '../../src/document/createStoryDoc'
import { guardDocument } from '../../src/document/guardDocument'
import { storySchema } from '../../src/editor/schema/storyExtensions'
import { bindsUnchanged } from '../../src/editor/sync/bindsUnchanged'
import { runAction } from '../../src/newsroom/runAction'
import { sequentialIds } from '../../src/newsroom/environment/ids'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import { debounceByHand } from '../builders/time/debounceByHand'
import { openLibrary } from '../../src/storage/openLibrary'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import { copyFrom } from '../builders/copy/copyFrom'

// Properties run for minutes on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const NOW = '2026-10-30T09:00:00.000Z'
const GOOD = 'Head\nDeck\nIt lasted {f1:about 100 minutes}, he said.\nSecret words.'

const copyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(COPY_FRAGMENT)
const blockOf = (doc: Y.Doc, index: number): Y.XmlElement => copyOf(doc).get(index) as Y.XmlElement
const textOf = (doc: Y.Doc, index: number): Y.XmlText => blockOf(doc, index).get(0) as Y.XmlText
const element = (name: string, text = ''): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  const words = new Y.XmlText()
  words.insert(0, text)
  made.insert(0, [words])
  return made
}

/** Content that a newer Stet, damage or an attack may leave in a document. */
const CLASSES: Readonly<Record<string, (doc: Y.Doc) => void>> = {
  'an unknown node type, with all that is in it': (doc) =>
    copyOf(doc).insert(3, [element('pullQuote', 'Pulled words.')]),
  'an unknown node inside a block': (doc) => blockOf(doc, 3).insert(1, [new Y.XmlElement('footnote')]),
  'an unknown mark on one word': (doc) => textOf(doc, 2).format(3, 6, { highlight: { colour: 'blue' } }),
  'an unknown mark that overlaps itself': (doc) => textOf(doc, 2).format(3, 6, { 'radius--abcdefgh': { id: 'x' } }),
  'a block in a block': (doc) => blockOf(doc, 3).insert(1, [element('block', 'Inner words.')]),
  'words outside of every block': (doc) => {
    const words = new Y.XmlText()
    words.insert(0, 'Loose words.')
    copyOf(doc).insert(2, [words] as unknown as Y.XmlElement[])
  },
  'a hard break outside of every block': (doc) => copyOf(doc).insert(2, [new Y.XmlElement('hardBreak')]),
  'words in a hard break': (doc) => blockOf(doc, 3).insert(1, [element('hardBreak', 'Odd words.')]),
  'an unknown attribute of a block': (doc) => blockOf(doc, 2).setAttribute('confidence', 'high'),
  'an unknown attribute of a mark': (doc) =>
    textOf(doc, 2).format(0, 2, { link: { href: 'https://example.org', rel: 'sponsored' } }),
  'an object among the letters': (doc) => textOf(doc, 2).insertEmbed(3, { image: 'x' }),
  'a node of another kind': (doc) => copyOf(doc).insert(2, [new Y.XmlHook('widget')] as unknown as Y.XmlElement[]),
}

function storyDoc(spoil: (doc: Y.Doc) => void = () => undefined): Y.Doc {
  const doc = createStoryDoc(
    { copy: copyFrom(GOOD), fields: {}, tags: [{ id: 'f1', type: 'figure', by: 'Ida', at: NOW }] },
    1,
    'Ida',
  )
  doc.transact(() => spoil(doc))
  return doc
}

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const sums = files
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.lock') && !entry.name.includes('lock'))
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [
        path.slice(folder.length),
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ] as const
    })
  return Object.fromEntries((await Promise.all(sums)).sort())
}

describe('the opening guard', () => {
  test.each(Object.entries(CLASSES))('notices %s', (_name, spoil) => {
    const doc = storyDoc(spoil)
    expect(guardDocument(doc)?.why).toMatch(/^This story contains parts that this version of Stet does not know: /)
    expect(guardDocument(doc)?.text).toContain('Secret words.')
  })

  test('accepts a story that it knows, and so does the binding', () => {
    const doc = storyDoc()
    expect(guardDocument(doc)).toBeUndefined()
    expect(bindsUnchanged(Y.encodeStateAsUpdate(doc), storySchema())).toBeUndefined()
  })

  test('the trial binding itself finds what it would delete', () => {
    const noticed = Object.entries(CLASSES)
      .filter(([, spoil]) => bindsUnchanged(Y.encodeStateAsUpdate(storyDoc(spoil)), storySchema()) !== undefined)
      .map(([name]) => name)
    // Unknown attributes are deleted at the next edit, so the guard checks every name.
    expect(Object.keys(CLASSES).filter((name) => !noticed.includes(name))).toEqual([
      'an unknown attribute of a block',
      'an unknown attribute of a mark',
      'an object among the letters',
    ])
    expect(
      bindsUnchanged(Y.encodeStateAsUpdate(storyDoc(CLASSES['an unknown mark on one word'])), storySchema())?.text,
    ).toContain('Secret words.')
  })

  test('the binding changes nothing that the guard accepts', () => {
    interface Drawn {
      readonly name: string
      readonly role: string
      readonly words: string
      readonly mark: Record<string, unknown>
      readonly inner: readonly Drawn[]
    }
    const names = fc.constantFrom('block', 'block', 'block', 'hardBreak', 'table', 'row', 'cell', 'picture', 'aside')
    const marks = fc.constantFrom<Record<string, unknown>>(
      {},
      {},
      { bold: {} },
      { italic: {} },
      { link: { href: 'https://example.org' } },
      { strike: {} },
      { bold: { weight: '900' } },
    )
    const drawn = (depth: number): fc.Arbitrary<Drawn> =>
      fc.record({
        name: names,
        role: fc.constantFrom('paragraph', 'subhead', ''),
        words: fc.constantFrom('', 'words', 'a b'),
        mark: marks,
        inner: depth === 0 ? fc.constant([]) : fc.array(drawn(depth - 1), { maxLength: 2 }),
      })
    const build = ({ name, role, words, mark, inner }: Drawn): Y.XmlElement => {
      const made = new Y.XmlElement(name)
      if (role !== '' && name === 'block') made.setAttribute('role', role)
      const text = new Y.XmlText()
      text.insert(0, words, mark)
      made.insert(0, [...(words === '' ? [] : [text]), ...inner.map(build)])
      return made
    }
    let passed = 0
    fc.assert(
      fc.property(fc.array(drawn(2), { minLength: 1, maxLength: 3 }), (nodes) => {
        const doc = new Y.Doc({ gc: false })
        copyOf(doc).insert(0, nodes.map(build))
        if (guardDocument(doc)) return
        passed++
        expect(bindsUnchanged(Y.encodeStateAsUpdate(doc), storySchema())).toBeUndefined()
      }),
      { numRuns: 400 },
    )
    expect(passed).toBeGreaterThan(5)
  })

  test('opens each for reading with its words, refuses every change, and changes no byte of the library', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stet-guard-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const library = join(folder, 'library')
    const open = async () =>
      openLibrary({ folder: library, create: true, person: 'Ida', now: () => NOW, newId: () => 'library-1' })
    const making = await open()
    const names = Object.keys(CLASSES)
    for (const [index, spoil] of Object.values(CLASSES).entries()) {
      await making.createStory(
        {
          id: `s${index}`,
          guid: `urn:uuid:00000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
          created: NOW,
        },
        Y.encodeStateAsUpdate(storyDoc(spoil)),
      )
    }
    await making.close()
    const made = await bytesOf(join(library, 'stories'))
    const newsroom = async () =>
      Newsroom.open({
        store: await open(),
        clock: { now: () => NOW },
        ids: sequentialIds,
        debouncer: debounceByHand(),
      })
    // The first opening makes the library's keys and heads, the first act of Ida her key. They change no story.
    const first = await newsroom()
    await expect(runAction(first, 'Ida', 'version.keep', { story: 's0', name: 'x' })).rejects.toThrow()
    await first.close()
    expect(await bytesOf(join(library, 'stories'))).toEqual(made)
    const before = await bytesOf(library)
    const room = await newsroom()
    await runAction(room, 'Ida', 'story.list', {})
    for (const index of names.keys()) {
      const id = `s${index}`
      const story = await room.storyNow(id)
      expect(story.guarded?.text).toContain('Secret words.')
      await expect(story.join('Ida')).rejects.toMatchObject({
        reason: 'failed',
        message: expect.stringContaining('This story cannot be changed here') as string,
      })
      await expect(story.applyWindowUpdate(Y.encodeStateAsUpdate(storyDoc()), 'Ida')).rejects.toMatchObject({
        reason: 'failed',
        message: expect.stringContaining('This story cannot be changed here') as string,
      })
      for (const [action, request] of [
        ['copy.replace', { replace: 'Secret', with: 'Other' }],
        ['fact.tag', { text: 'Secret', type: 'name' }],
        ['version.keep', { name: 'x' }],
        ['story.setField', { field: 'slug', value: 'x' }],
      ] as const) {
        await expect(
          runAction(room, 'Ida', action, { story: id, ...request } as never),
          `${action} of ${names[index]}`,
        ).rejects.toMatchObject({
          reason: 'failed',
          message: expect.stringContaining('This story cannot be changed here') as string,
        })
      }
    }
    await room.close()
    expect(await bytesOf(library)).toEqual(before)
  })
})
