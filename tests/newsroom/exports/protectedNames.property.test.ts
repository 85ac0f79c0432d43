import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectSlice } from '../../../src/projection/print/projectSlice'
import { EXPORT_FORMATS, INCLUDABLE, NewsroomError } from '../../../src/story/requests/requests'
import { wordsByPdfJs } from '../../builders/files/pdfWords'
import { jpegWithMetadata } from '../../builders/files/pictures'
import { busanDesk } from '../newsDesk'

/** Names in several scripts. None is in the copy of the story or in Stet's own words. */
const NAMES = [
  'Zoë Ångström',
  'Olena Kovalchuk',
  '박민서',
  '王小明',
  'ليلى حداد',
  'Quentin Fairweather',
  'Anna Vex',
  'Müller-Brandt',
]
const name = fc.constantFrom(...NAMES)
/** A name in the forms that people and machines write. */
const written = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    text,
    text.toUpperCase(),
    text.normalize('NFD'),
    text.replace(/ /g, '\u00a0'),
    text.replace(/ /g, '-'),
    `${text}’s`,
    `(${text})`,
  )

const PLACES = [
  'locator',
  'excerpt',
  'fileName',
  'reason',
  'statement',
  'attributedTo',
  'keyword',
  'slug',
  'usageTerms',
  'byline',
  'edNote',
  'copy',
  'headline',
  'contact',
  'alias',
  'saveAs',
  'response',
  'comment',
  'reply',
  'wording',
  'question',
  'answer',
  'picture',
  'suggestion',
] as const
/** A name in the story itself. The desk shows it, and only a checked export carries it. */
const IN_STORY: readonly (typeof PLACES)[number][] = [
  'copy',
  'headline',
  'keyword',
  'slug',
  'usageTerms',
  'edNote',
  'byline',
  'comment',
  'reply',
  'picture',
  'suggestion',
]
type Place = (typeof PLACES)[number]

/** The text of a file. That of a PDF is read by a PDF reader, since its words are packed. */
const inside = async (format: string, bytes: Uint8Array): Promise<string> =>
  [
    Buffer.from(bytes).toString('latin1'),
    new TextDecoder().decode(bytes),
    format === 'pdf' && bytes.length > 0 ? await wordsByPdfJs(bytes) : '',
  ].join('\n')

/** Folds a text for searching, independently of the scan: no case, no accents, only letters and digits. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

test(
  'a protected name, planted anywhere, is in no export and in no output of the command line',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        name,
        name,
        fc.uniqueArray(fc.constantFrom(...PLACES), { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat(6)),
        async (real, alias, places, variants) => {
          fc.pre(plain(real) !== plain(alias))
          const forms = (text: string): string =>
            fc.sample(written(text), { numRuns: 1, seed: variants.next().value as number })[0] ?? text
          const has = (place: Place): boolean => places.includes(place)
          const desk = await busanDesk()
          const { act, story } = desk
          const source = await act('Editor', 'source.add', {
            name: real,
            kind: 'person',
            groundRules: 'background',
            protected: true,
            ...(has('wording') ? { wording: `${alias} agreed to be “an aide”.` } : {}),
            ...(has('alias') ? { aliases: [alias] } : {}),
            ...(has('contact') ? { contact: `signal: ${alias.replace(/\W/gu, 'x')}@example.org` } : {}),
          })
          const secret = (): string => forms(has('alias') && (variants.next().value as number) > 3 ? alias : real)
          await act('Reporter', 'story.setField', {
            story,
            field: 'slug',
            value: has('slug') ? `talks ${secret()}` : 'talks',
          })
          if (has('keyword')) await act('Reporter', 'story.setField', { story, field: 'keywords', value: [secret()] })
          if (has('usageTerms'))
            await act('Reporter', 'story.setField', { story, field: 'usageTerms', value: `Ask ${secret()}` })
          if (has('edNote'))
            await act('Reporter', 'story.setField', { story, field: 'edNote', value: `Thanks to ${secret()} for this` })
          if (has('byline'))
            await act('Reporter', 'story.setField', {
              story,
              field: 'byline',
              value: [{ name: secret() }, { name: 'Reporter' }],
            })
          if (has('copy'))
            await act('Reporter', 'copy.replace', {
              story,
              replace: 'They left separately.',
              with: `They left separately, ${secret()} said.`,
            })
          if (has('headline'))
            await act('Reporter', 'copy.replace', {
              story,
              replace: 'first talks in six years',
              with: `first talks since ${secret()} left`,
            })
          const kept = async (name: string, bytes: Uint8Array): Promise<string> => {
            const { upload } = await act('Reporter', 'file.begin', { name })
            await act('Reporter', 'file.write', { upload, bytes })
            return (await act('Reporter', 'file.keep', { upload })).sha256
          }
          const { id: fact } = await act('Reporter', 'fact.tag', {
            story,
            text: '100 minutes',
            type: 'allegation',
            ...(has('statement') ? { statement: `${secret()} says it ran 100 minutes.` } : {}),
            ...(has('attributedTo') ? { attributedTo: secret() } : {}),
          })
          const excerpt = has('excerpt') ? `This is ${secret()} speaking.` : undefined
          await act('Editor', 'fact.sign', {
            story,
            fact,
            status: 'verified',
            ...(has('reason') ? { reason: `${secret()} rang back` } : {}),
            evidence: {
              source: source.id,
              locator: has('locator') ? `call with ${secret()}, 30 Oct` : 'call, 30 Oct',
              stance: 'supports',
              ...(excerpt ? { excerpt } : {}),
              ...(has('fileName')
                ? {
                    file: await kept('call.m4a', new TextEncoder().encode(`a call ${excerpt}`)),
                    fileName: `${secret()}.m4a`,
                  }
                : {}),
            },
          })
          if (has('comment') || has('reply')) {
            const { id: comment } = await act('Editor', 'comment.add', {
              story,
              text: has('comment') ? `Ask ${secret()} again` : 'Ask again',
              on: 'Busan',
            })
            if (has('reply'))
              await act('Reporter', 'comment.reply', { story, comment, text: `${secret()} is not at home` })
          }
          if (has('question') || has('answer')) {
            const { id: asked } = await act('Reporter', 'fact.tag', { story, text: 'Busan', type: 'place' })
            await act('Editor', 'fact.sign', {
              story,
              fact: asked,
              status: 'queried',
              reason: has('question') ? `Does ${secret()} know?` : 'Who knows?',
            })
            if (has('answer')) await act('Reporter', 'fact.answer', { story, fact: asked, text: `${secret()} does` })
          }
          if (has('picture')) {
            const file = await kept('a.jpg', jpegWithMetadata(1, secret()))
            await act('Reporter', 'picture.add', {
              story,
              file,
              cutline: 'The hall',
              alt: 'A hall',
              credit: 'Ida / Desk',
              rights: 'one use',
            })
          }
          if (has('suggestion'))
            await act('Editor', 'suggestion.propose', {
              story,
              replace: 'and said he was glad',
              with: `and told ${secret()} he was glad`,
            })
          if (has('response'))
            await act('Editor', 'fact.response', {
              story,
              fact,
              who: 'The ministry',
              how: `through ${secret()}`,
              when: 'today',
              reply: `${secret()} denied it`,
            })
          const terms = [real, ...(has('alias') ? [alias] : [])].map(plain)
          const leaks = (text: string): readonly string[] => terms.filter((term) => plain(text).includes(term))
          const inCopy = has('copy') || has('headline')
          for (const format of EXPORT_FORMATS) {
            for (const edition of ['internal', 'public'] as const) {
              const include = (INCLUDABLE[format] ?? []).filter(
                () => has('comment') || has('reply') || has('suggestion'),
              )
              const looked = await act('Editor', 'story.previewExport', {
                story,
                format,
                edition,
                draft: true,
                include,
              })
              const shown = [
                looked.fileName,
                await inside(format, looked.bytes),
                await inside('html', looked.preview?.bytes ?? new Uint8Array()),
                JSON.stringify(looked.losses),
              ].join('\n')
              if (!inCopy) expect({ format, edition, preview: leaks(shown) }).toEqual({ format, edition, preview: [] })
              try {
                const { bytes, fileName, losses } = await act('Editor', 'story.export', {
                  story,
                  format,
                  edition,
                  draft: true,
                  include,
                  ...(has('saveAs') ? { saveAs: `${secret()}.txt` } : {}),
                })
                // A chosen file name with a protected name is refused, too: no output has one anywhere.
                expect({
                  format,
                  leaks: leaks(`${fileName}\n${JSON.stringify(losses)}\n${await inside(format, bytes)}`),
                }).toEqual({ format, leaks: [] })
                expect(has('saveAs')).toBe(false)
              } catch (error) {
                if (!(error instanceof NewsroomError)) throw error
                expect({ reason: error.reason, leaks: leaks(error.message) }).toEqual({
                  reason: 'refused',
                  leaks: [],
                })
              }
            }
          }
          const { html, text } = projectSlice((await desk.room.storyNow(story)).value().copy)
          if (!inCopy) expect(leaks(`${html}\n${text}`)).toEqual([])
          // Names in the story show there. Nothing beside it may show them.
          if (!IN_STORY.some(has)) {
            const shown = [
              await act('Editor', 'story.show', { story }),
              await act('Editor', 'story.exportHistory', { story }),
              await act('Editor', 'source.list', {}),
              await act('Editor', 'library.history', {}),
              await act('Editor', 'source.facts', { source: source.id }),
            ]
            expect(leaks(JSON.stringify(shown))).toEqual([])
          }
          const beside =
            JSON.stringify(desk.room.ledger.entries) +
            JSON.stringify(
              (await desk.room.storyNow(story)).entries.filter(
                ({ kind }) => kind !== 'tagged' && kind !== 'signed' && kind !== 'reworded',
              ),
            )
          expect(leaks(beside)).toEqual([])
        },
      ),
      { numRuns: Number(process.env['STET_RUNS'] ?? 35), seed: 11 },
    )
  },
)
