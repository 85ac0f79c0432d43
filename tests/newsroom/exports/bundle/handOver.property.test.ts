import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadDoc } from '../../../../src/document/createStoryDoc'
import { readStory } from '../../../../src/document/reading/readStory'
import { busanDesk, windowOn } from '../../newsDesk'
import { allText, open } from './bundleDesk'

/** A word that stands nowhere else. */
const wordOf = (n: number): string => `zq${String.fromCharCode(97 + (n % 26), 97 + ((n * 7) % 26))}x${n}w`

const step = fc.record({
  what: fc.constantFrom(
    'put',
    'take',
    'suggest',
    'tag',
    'untag',
    'comment',
    'field',
    'keep',
    'block',
    'source',
    'sign',
  ),
  at: fc.nat(1000),
})

test(
  'a story comes out of its bundle as it is, and nothing that was deleted is in the bytes',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const desk = await busanDesk()
        const { act, room, story } = desk
        const window = await windowOn(desk, story, 'Reporter')
        const owner = await room.storyNow(story)
        const put: string[] = []
        const facts: string[] = []
        const sources: string[] = []
        let n = 0
        const quietly = async (work: () => Promise<unknown>): Promise<void> => {
          try {
            await work()
          } catch {
            // Some steps make no sense now: the words to take are gone, or proposed twice.
          }
        }
        for (const { what, at } of steps) {
          const word = wordOf(n++)
          const standing = put.length === 0 ? word : (put[at % put.length] ?? word)
          await quietly(async () => {
            if (what === 'put') {
              await act('Reporter', 'copy.replace', { story, replace: 'They left', with: `They ${word} left` })
              put.push(word)
            } else if (what === 'take')
              await act('Editor', 'copy.replace', { story, replace: `${standing} `, with: '' })
            else if (what === 'suggest')
              await act('Editor', 'suggestion.propose', { story, replace: 'separately', with: `${word} separately` })
            else if (what === 'tag')
              facts.push((await act('Reporter', 'fact.tag', { story, text: standing, type: 'figure' })).id)
            else if (what === 'untag')
              await act('Editor', 'fact.untag', { story, fact: facts[at % facts.length] ?? '', reason: 'No fact.' })
            else if (what === 'comment') await act('Editor', 'comment.add', { story, text: `Is ${word} right?` })
            else if (what === 'field') await act('Reporter', 'story.setField', { story, field: 'edNote', value: word })
            else if (what === 'keep') await act('Reporter', 'version.keep', { story, name: word })
            else if (what === 'source')
              sources.push((await act('Reporter', 'source.add', { name: `Agency ${word}`, kind: 'outlet' })).id)
            else if (what === 'sign')
              await act('Editor', 'fact.addEvidence', {
                story,
                fact: facts[at % facts.length] ?? '',
                evidence: { source: sources[at % sources.length] ?? '', locator: '¶ 1', stance: 'supports' },
              })
            else {
              const count = window.doc.getXmlFragment('copy').length
              await owner.applyWindowUpdate(
                window.type((doc) => doc.getXmlFragment('copy').delete(Math.max(0, (at % count) - 1), 1)),
                'Reporter',
              )
            }
          })
        }
        const known = [...room.library.sources]
        const { bytes } = await act('Reporter', 'story.handOver', { stories: [story] })
        const [read] = (await open(bytes)).stories
        if (!read) throw new Error('there is no story in the bundle')
        const content = readStory(owner.doc)
        expect(readStory(loadDoc([read.document]))).toEqual(content)
        expect(read.entries).toEqual(JSON.parse(JSON.stringify(owner.entries.slice(0, -1))))
        expect(known).toEqual(expect.arrayContaining([...read.sources]))
        // What somebody can still read: in the document, the history, the sources and the snapshots.
        const readable = JSON.stringify([
          content.copy,
          [...content.tags],
          content.fields,
          content.comments,
          content.suggestions,
          owner.doc.getMap('tray').toJSON(),
          read.entries,
          read.sources,
          read.snapshots.map(({ view, name }) => [view, name]),
        ])
        const text = allText(bytes)
        for (let one = 0; one < n; one++)
          if (!readable.includes(wordOf(one)))
            expect({ word: wordOf(one), found: text.includes(wordOf(one)) }).toEqual({
              word: wordOf(one),
              found: false,
            })
      }),
      { numRuns: 25 },
    )
  },
)
