/** The detectors stay off the typing path, in seven languages, and no text makes them hang. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runChecks } from '../../../src/checks/runChecks'
import { quotationsIn } from '../../../src/checks/detect/quotes/quotationMarks'
import { statementsOf } from '../../../src/checks/detect/statementsOf'
import { assessStory } from '../../../src/story/assessment/assessStory'
import type { Block } from '../../../src/story/copy/copy'
import { countWordsIn } from '../../../src/story/text/words/words'
import { timed, within } from '../../builders/time/processorTime'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'
import { NO_WRITER } from '../../builders/noWriter'

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ko', 'ja', 'zh']
/** Measurements of a story. */
const MOST_ROUNDS = 30
const SETS = join(import.meta.dirname, '..', 'sets', 'statements')

const sentencesOf = (language: string): readonly string[] =>
  readFileSync(join(SETS, `${language}.open.tsv`), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split('\t')[1] ?? [])

/** A story of 5,000 words; `round` makes its words new. */
function grafsOf(language: string, round: string): readonly string[] {
  const sentences = sentencesOf(language)
  const grafs: string[] = []
  let words = 0
  for (let at = 0; words < 5000; at += 3) {
    const graf = [0, 1, 2].map((part) => sentences[(at + part) % sentences.length]).join(' ') + round + at
    grafs.push(graf)
    words += countWordsIn(graf)
  }
  return grafs
}

const paragraph = (text: string): Block => ({ role: 'paragraph', text, spans: [] })

// Regular expressions are made with the first use.
beforeAll(() => {
  for (const language of LANGUAGES) grafsOf(language, ' –').forEach((text) => statementsOf(paragraph(text)))
}, 300_000)

describe.each(LANGUAGES)('in %s', (language) => {
  it('a story of 5,000 words is judged whole in less than 300 ms', async () => {
    const desk = deskFrom()
    let fastest = Infinity
    // On a busy machine code stays uncompiled for longer, so the fastest round counts. A fast one is the last.
    for (let round = 0; fastest >= 300 && round < MOST_ROUNDS; round++) {
      const headline: Block = { role: 'headline', text: 'Leaders meet', spans: [] }
      const copy = [headline, ...grafsOf(language, ` ${round}a`).map(paragraph)]
      const story = { ...storyFrom('x'), copy }
      const assessments = assessStory(story, desk)
      const { milliseconds, result } = await timed(() => runChecks({ story, assessments, desk }, NO_WRITER))
      expect(result.length).toBeGreaterThan(100)
      fastest = Math.min(fastest, milliseconds)
    }
    expect(fastest).toBeLessThan(300)
  }, 60_000)
  it('a changed graf is read in less than 10 ms', async () => {
    const grafs = grafsOf(language, ' g').slice(0, 40)
    const { milliseconds } = await timed(() => grafs.map((text, at) => statementsOf(paragraph(`${text}${at}.`)).length))
    expect(milliseconds / grafs.length).toBeLessThan(10)
  })
})

const fill = (part: string): string => part.repeat(Math.ceil(100_000 / part.length)).slice(0, 100_000)

it.each(["'a ", '′a ', '′′a ', '″a″ ', '‘a ', '’a. ', '‚a ', '“', '„«', '《a', "``a '"])(
  '100,000 characters of %j are searched for quotations once, not once a mark',
  // About 40 ms. Once a mark is more than a second.
  async (part) => void (await within(400, () => quotationsIn(fill(part)), 3)),
)

describe('a text of 100,000 characters is read in less than two seconds', () => {
  it.each([
    ...['a', 'a ', "a'", "'a ", ' “a', '" ', '"a"b', '“', '„«', '‘a ', '1', '1,', '1-', '12 ', 'more a ', 'the only '],
    ...[
      'als ',
      'plus de ',
      'más a ',
      '가',
      '두 ',
      '보다 ',
      '一',
      '最',
      '比',
      '比a',
      'より',
      '– ',
      '\n– a',
      'T.',
      'A. ',
      'a-',
    ],
    ...[
      'é',
      'a\u0301',
      '《a',
      '``',
      ',,a',
      '<<',
      'no one a ',
      'first ',
      'as a ',
      'ein ',
      'und',
      'zwei',
      '百分之',
      '한 ',
    ],
    ...['①', '① ', 'Ⅻ ', 'A Ⅻ ', '¹ ', '¹⁄', '″a', 'no one was ', 'both ', 'one man and '],
    ...['Ａ', '\u00AD', 'аa', 'T\u200BK'],
  ])('of %j', async (part) => {
    await within(2000, () => statementsOf(paragraph(fill(part))), 3)
  })
})
