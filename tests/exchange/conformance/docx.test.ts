import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { WRITERS } from '../../../src/exchange/export/writers'
import { projectStory } from '../../../src/projection/published/projectStory'
import { lineOf } from '../../../src/projection/published/publishedStory'
import { decode } from '../busanStory'
import { haveSchemas, withSchemas } from '../sharedFolder'
import { generatedStories } from './generatedStories'
import { judgeBySchema, note, noted, type FileToJudge } from './judges'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const stories = generatedStories(330)

/** The schema of each part. */
const SCHEMAS: readonly (readonly [part: RegExp, schema: string])[] = [
  [/^word\/\w+\.xml$/, 'schemas/ooxml/wml.xsd'],
  [/\.rels$/, 'schemas/ooxml/opc-xsd/opc-relationships.xsd'],
  [/^\[Content_Types\]\.xml$/, 'schemas/ooxml/opc-xsd/opc-contentTypes.xsd'],
  [/^docProps\/core\.xml$/, 'schemas/ooxml/opc-xsd/opc-coreProperties.xsd'],
]

describe.skipIf(!haveSchemas)(withSchemas('DOCX of 330 generated stories'), async () => {
  const written = await Promise.all(
    stories.map(async ({ name, input }) => ({
      name,
      input,
      parts: unzipSync((await WRITERS.docx.write(input)).bytes),
    })),
  )
  afterAll(() => process.stdout.write(noted()))

  test.each(SCHEMAS)('parts %s are valid', (part, schema) => {
    const files = written.flatMap(({ name, parts }): FileToJudge[] =>
      Object.entries(parts)
        .filter(([path]) => part.test(path))
        .map(([path, bytes]) => ({ name: `${name} ${path}`, bytes })),
    )
    const { judged, faults } = judgeBySchema(schema, files)
    note('DOCX parts', `xmllint, ${schema.split('/').at(-1) ?? ''}`, judged)
    expect(faults.slice(0, 20)).toEqual([])
    expect(judged).toBe(files.length)
    expect(judged).toBeGreaterThanOrEqual(300)
  })

  test('every part has a schema', () => {
    const names = new Set(written.flatMap(({ parts }) => Object.keys(parts)))
    expect(
      [...names].filter((name) => !name.startsWith('word/media/') && !SCHEMAS.some(([part]) => part.test(name))),
    ).toEqual([])
  })

  test('every used paragraph style and list is defined, and every link has an address', () => {
    for (const { parts } of written) {
      const part = (name: string): string => decode(parts[name] ?? new Uint8Array())
      const used = (pattern: RegExp, text: string): string[] => [
        ...new Set([...text.matchAll(pattern)].map(([, value = '']) => value)),
      ]
      const document = part('word/document.xml')
      const defined = used(/w:styleId="(\w+)"/g, part('word/styles.xml'))
      expect(used(/<w:[pr]Style w:val="(\w+)"/g, document).filter((id) => !defined.includes(id))).toEqual([])
      expect(
        used(/<w:numId w:val="(\d+)"/g, document).filter(
          (id) => !part('word/numbering.xml').includes(`<w:num w:numId="${id}">`),
        ),
      ).toEqual([])
      expect(
        used(/r:(?:id|embed)="(\w+)"/g, document).filter(
          (id) => !part('word/_rels/document.xml.rels').includes(`Id="${id}"`),
        ),
      ).toEqual([])
    }
  })

  test('the words of the headline are in the title and in the copy', () => {
    for (const { input, parts } of written.slice(0, 60)) {
      const story = projectStory(input.story, { audience: 'public', draft: input.draft ?? false })
      const words = decode(parts['word/document.xml'] ?? new Uint8Array())
        .replace(/<w:(?:br|tab)\/>/g, ' ')
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
        .replace(/\s+/g, ' ')
      expect(words).toContain(
        lineOf(story.blocks, 'headline')
          .replace(/\ufffe/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    }
  })
})
