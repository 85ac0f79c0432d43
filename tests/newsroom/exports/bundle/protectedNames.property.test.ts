import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NewsroomError } from '../../../../src/story/requests/requests'
import { jpegWithMetadata } from '../../../builders/files/pictures'
import { busanDesk } from '../../newsDesk'
import { allText, open } from './bundleDesk'

/** Names in several scripts. None is in the copy of the story or in Stet's own words. */
const NAMES = [
  'Zoë Ångström',
  'Olena Kovalchuk',
  '박민서',
  '王小明',
  'ليلى حداد',
  'Quentin Fairweather',
  'Müller-Brandt',
]
const name = fc.constantFrom(...NAMES)

/** Where a name may stand without that the bundle is refused: it is sealed there, or stays here. */
const HIDDEN = ['contact', 'wording', 'capturedFile', 'picture', 'fileOfSource', 'version'] as const
const PLACES = [
  ...HIDDEN,
  'none',
  'locator',
  'excerpt',
  'fileName',
  'reason',
  'statement',
  'attributedTo',
  'slug',
  'keywords',
  'edNote',
  'byline',
  'copy',
  'headline',
  'comment',
  'reply',
  'suggestion',
  'question',
  'answer',
  'response',
  'versionName',
  'description',
  'otherSource',
  'cutline',
  'alt',
  'cutWords',
  'untagged',
  'saveAs',
] as const
type Place = (typeof PLACES)[number]

/** Folds a text for searching, independently of the scan: no case, no accents, only letters and digits. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

test(
  'a protected name, planted anywhere, before or after it is protected, is in no bundle and in no refusal',
  { timeout: 600_000 },
  async () => {
    let written = 0
    await fc.assert(
      fc.asyncProperty(
        name,
        fc.uniqueArray(fc.constantFrom(...PLACES), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (secret, places, protectsFirst) => {
          const has = (place: Place): boolean => places.includes(place)
          const desk = await busanDesk()
          const { act, story, pool } = desk
          const identity = {
            ...(has('contact') ? { contact: `call ${secret}` } : {}),
            ...(has('wording') ? { wording: `${secret} agreed to be “an aide”.` } : {}),
            ...(has('description') ? { description: `an aide of ${secret}` } : {}),
          }
          const { id: source } = await act('Editor', 'source.add', {
            name: secret,
            kind: 'person',
            groundRules: 'background',
            protected: protectsFirst,
            ...identity,
          })
          const kept = async (file: string, bytes: Uint8Array): Promise<string> => {
            const { upload } = await act('Reporter', 'file.begin', { name: file })
            await act('Reporter', 'file.write', { upload, bytes })
            return (await act('Reporter', 'file.keep', { upload })).sha256
          }
          const put = (replace: string, text: string) => act('Reporter', 'copy.replace', { story, replace, with: text })
          const set = (field: 'slug' | 'keywords' | 'edNote' | 'byline', value: unknown) =>
            act('Reporter', 'story.setField', { story, field, value })
          if (has('slug')) await set('slug', `talks ${secret}`)
          if (has('keywords')) await set('keywords', [secret])
          if (has('edNote')) await set('edNote', `Thanks to ${secret}`)
          if (has('byline')) await set('byline', [{ name: secret }])
          if (has('copy')) await put('They left separately.', `They left, ${secret} said.`)
          if (has('headline')) await put('first talks in six years', `talks since ${secret} left`)
          if (has('cutWords') || has('version')) {
            await put('Leaders meet in Busan', `${secret} meets leaders in Busan`)
            if (has('version')) await act('Reporter', 'version.keep', { story, name: 'Early' })
            await put(`${secret} meets leaders in Busan`, 'Leaders meet in Busan')
          }
          if (has('versionName')) await act('Reporter', 'version.keep', { story, name: `For ${secret}` })
          if (has('untagged')) {
            await put('Leaders meet in Busan', `${secret} meets leaders in Busan`)
            const { id: gone } = await act('Reporter', 'fact.tag', { story, text: secret, type: 'name' })
            await act('Reporter', 'fact.untag', { story, fact: gone, reason: 'None.' })
            await put(`${secret} meets leaders in Busan`, 'Leaders meet in Busan')
          }
          const { id: fact } = await act('Reporter', 'fact.tag', {
            story,
            text: '100 minutes',
            type: 'allegation',
            ...(has('statement') ? { statement: `${secret} says it ran 100 minutes.` } : {}),
            ...(has('attributedTo') ? { attributedTo: secret } : {}),
          })
          const utf8 = new TextEncoder()
          await act('Reporter', 'fact.addEvidence', {
            story,
            fact,
            evidence: {
              source,
              locator: has('locator') ? `call with ${secret}` : 'call',
              stance: 'supports',
              ...(has('excerpt') ? { excerpt: `This is ${secret}.` } : {}),
              ...(has('fileName') || has('fileOfSource')
                ? {
                    file: await kept('call.txt', utf8.encode(has('fileOfSource') ? `${secret}: yes` : 'A call')),
                    fileName: has('fileName') ? `${secret}.txt` : 'call.txt',
                  }
                : {}),
            },
          })
          if (has('capturedFile'))
            await act('Reporter', 'fact.addEvidence', {
              story,
              fact,
              evidence: {
                source: pool,
                locator: '¶ 1',
                stance: 'supports',
                file: await kept('mail.txt', utf8.encode(`From: ${secret}`)),
                fileName: 'mail.txt',
              },
            })
          if (has('otherSource')) await act('Editor', 'source.edit', { source: pool, contact: `through ${secret}` })
          await act('Reporter', 'fact.addEvidence', {
            story,
            fact,
            evidence: { source: pool, locator: '¶ 2', stance: 'supports' },
          })
          if (has('reason') || has('question'))
            await act('Editor', 'fact.sign', {
              story,
              fact,
              status: 'queried',
              reason: `Does ${secret} know?`,
            })
          if (has('answer')) {
            await act('Editor', 'fact.sign', { story, fact, status: 'queried', reason: 'Who knows?' })
            await act('Reporter', 'fact.answer', { story, fact, text: `${secret} does` })
          }
          if (has('response'))
            await act('Editor', 'fact.response', {
              story,
              fact,
              who: 'The ministry',
              how: `through ${secret}`,
              when: 'today',
              reply: '',
            })
          if (has('comment') || has('reply')) {
            const text = has('comment') ? `Ask ${secret}` : 'Ask again'
            const { id: comment } = await act('Editor', 'comment.add', { story, text, on: 'Busan' })
            if (has('reply')) await act('Reporter', 'comment.reply', { story, comment, text: `${secret} is out` })
          }
          if (has('suggestion'))
            await act('Editor', 'suggestion.propose', { story, replace: 'glad', with: `glad, ${secret} said` })
          if (has('picture') || has('cutline') || has('alt'))
            await act('Reporter', 'picture.add', {
              story,
              file: await kept('a.jpg', jpegWithMetadata(1, has('picture') ? secret : 'none')),
              cutline: has('cutline') ? `${secret} in the hall` : 'The hall',
              alt: has('alt') ? `${secret} in a hall` : 'A hall',
              credit: 'Ida / Desk',
            })
          if (!protectsFirst) await act('Editor', 'source.edit', { source, protected: true })
          const leaks = (text: string): boolean => plain(text).includes(plain(secret))
          try {
            const handed = await act('Reporter', 'story.handOver', {
              stories: [story],
              ...(has('saveAs') ? { saveAs: `${secret}.stet` } : {}),
            })
            const told = `${handed.fileName}\n${JSON.stringify(handed.losses)}\n${allText(handed.bytes)}`
            expect({ places, leaks: leaks(told) }).toEqual({ places, leaks: false })
            expect((await open(handed.bytes)).stories.length).toBe(1)
            written += 1
          } catch (error) {
            if (!(error instanceof NewsroomError)) throw error
            expect({ places, reason: error.reason, leaks: leaks(error.message) }).toEqual({
              places,
              reason: 'refused',
              leaks: false,
            })
            // What is sealed, or stays here, keeps no story back.
            expect(places.filter((place) => !['none', ...HIDDEN].includes(place))).not.toEqual([])
          }
        },
      ),
      { numRuns: 70, seed: 21 },
    )
    expect(written).toBeGreaterThan(10)
  },
)
