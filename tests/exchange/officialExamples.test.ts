import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/exchange/import/importFile'
import { ImportError } from '../../src/exchange/import/parts/importError'
import type { ImportedStory } from '../../src/exchange/import/parts/importedStory'
import { filesUnder, haveSchemas, readShared, withSchemas } from './sharedFolder'

/**
 * Every official example with its stories as "headline (blocks)", or the reason why it has none. A file that is
 * missing here, or missing in the folder, fails.
 */
const TABLE = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'officialExamples.json'), 'utf8'),
) as Readonly<Record<string, string | readonly string[]>>
const FOLDERS = [
  'samples/ninjs',
  'samples/newsml-g2',
  'samples/nitf',
  'samples/reference-story',
  'samples/web-annotation',
]

async function outcome(path: string): Promise<string | readonly string[]> {
  try {
    return (await importFile(basename(path), readShared(path))).stories.map(nameOf)
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    // Engines word errors of broken JSON differently.
    return error.what.replace(/ \(.*$/s, '')
  }
}

const nameOf = ({ blocks }: ImportedStory): string =>
  `${blocks.find(({ role }) => role === 'headline')?.text ?? '(no headline)'} (${blocks.length})`

/**
 * Finds the paragraphs of a file in a second way: patterns over its characters, no parser. JSON has them in its
 * bodies, XML between the tags of paragraphs in its bodies.
 */
function paragraphsOf(path: string): readonly string[] {
  const text = readFileSync(join(shared, path), 'utf8')
  if (path.endsWith('.json'))
    return bodiesIn(JSON.parse(text)).flatMap((body) =>
      /<\w+[^>]*>/.test(body) ? paragraphsIn(body) : body.split('\n'),
    )
  return [...text.matchAll(/<((?:\w+:)?(?:body\.content|body))\b[^>]*>([\s\S]*?)<\/\1>/g)].flatMap(([, , body = '']) =>
    paragraphsIn(body.replace(/<((?:\w+:)?(?:body\.head|head))\b[\s\S]*?<\/\1>/g, '')),
  )
}

const paragraphsIn = (markup: string): readonly string[] => {
  const unescaped = /<\w/.test(markup) ? markup : decoded(markup)
  const found = [...unescaped.matchAll(/<((?:\w+:)?(?:p|h[1-6]|hl2|li|blockquote))\b[^>]*>([\s\S]*?)<\/\1>/g)].map(
    ([, , inner = '']) => plain(inner),
  )
  return found.length > 0 ? found : [plain(unescaped)]
}
const plain = (markup: string): string => decoded(markup.replace(/<br\s*\/?>/g, '\n').replace(/<[^>]*>/g, ''))
const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(
      /&(lt|gt|quot|apos|nbsp|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', amp: '&' })[name] ?? '',
    )

/** Finds bodies of news items at any depth. Of several versions of one body the most formatted one counts. */
function bodiesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(bodiesIn)
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const listed = entries.flatMap(([key, inner]) =>
    key === 'bodies' && Array.isArray(inner)
      ? inner.flatMap((body: { value?: unknown }) => (typeof body.value === 'string' ? [body.value] : []))
      : /^body_/.test(key) && typeof inner === 'string'
        ? [inner]
        : [],
  )
  const own = [listed.find((body) => /<p\b/.test(body)) ?? listed[0]].filter((body) => body !== undefined)
  return [...own, ...entries.flatMap(([key, inner]) => (key === 'items' ? bodiesIn(inner) : []))]
}

const shared = process.env['STET_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared')
const countsOf = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const word of text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Returns the words that the stories have fewer times than the paragraphs. */
function missingWords(paragraphs: readonly string[], stories: readonly ImportedStory[]): readonly string[] {
  const have = countsOf(
    stories
      .flatMap(({ blocks, fields }) => [
        ...blocks.map(({ text }) => text),
        fields?.dateline?.place.toUpperCase() ?? '',
        fields?.dateline?.date ?? '',
      ])
      .join('\n'),
  )
  return [...countsOf(paragraphs.join('\n'))]
    .filter(([word, count]) => (have.get(word) ?? 0) < count)
    .map(([word]) => word)
}

describe.skipIf(!haveSchemas)(withSchemas('the official examples'), () => {
  const files = FOLDERS.flatMap(filesUnder)

  test('each is in the table, with its stories or the reason why it has none', async () => {
    expect(
      Object.fromEntries(await Promise.all(files.map(async (path) => [path, await outcome(path)] as const))),
    ).toEqual(TABLE)
  })

  test('the second way finds paragraphs in most of them', () => {
    expect(
      files.filter(
        (path) =>
          Array.isArray(TABLE[path]) &&
          /\.(?:json|xml)$/.test(path) &&
          paragraphsOf(path).some((text) => text.trim() !== ''),
      ).length,
    ).toBeGreaterThan(70)
  })

  test.each(files.filter((path) => Array.isArray(TABLE[path]) && /\.(?:json|xml)$/.test(path)))(
    '%s: every word of every paragraph arrives',
    async (path) => {
      const { stories } = await importFile(basename(path), readShared(path))
      expect(missingWords(paragraphsOf(path), stories)).toEqual([])
    },
  )
})
