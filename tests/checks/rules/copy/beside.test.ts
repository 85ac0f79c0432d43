/** Rule 10 beside the copy and in other languages: picture details, fields that readers see, and who is warned. */
import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../src/checks/runChecks'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import { NO_PICTURE, type Picture } from '../../../../src/story/copy/picture'
import type { Fields } from '../../../../src/story/ledger/fields'
import { deskFrom, storyFrom } from '../../../builders/stories/storyFrom'
import { NO_WRITER } from '../../../builders/noWriter'

type Story = ReturnType<typeof storyFrom>

function rulesOf(story: Story): readonly string[] {
  const desk = deskFrom()
  return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
    .filter(({ rule }) => rule.startsWith('untagged') || rule === 'unreadLanguage' || rule === 'openTk')
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)
}

const withFields = (fields: Partial<Fields>): readonly string[] =>
  rulesOf(storyFrom('Leaders meet\nTalks are held\nthey met.', {}, [], fields))

const withPicture = (details: Partial<Picture>): readonly string[] => {
  const story = storyFrom('Leaders meet\nTalks are held\nthey met.')
  const picture = { ...NO_PICTURE, credit: 'Agency', rights: 'ours', alt: 'Leaders', ...details }
  return rulesOf({ ...story, copy: [...story.copy, { role: 'cutline', text: 'They meet.', spans: [], picture }] })
}

describe('picture details', () => {
  it.each([
    ['alt', { alt: 'The largest crowd ever' }, 'block untaggedSuperlative'],
    ['alt', { alt: 'Some 40,000 people on the square' }, 'block untaggedFigure'],
    ['credit', { credit: '“We won” / Agency' }, 'block untaggedQuote'],
    ['rights', { rights: 'Free after 30 days' }, 'block untaggedFigure'],
  ])('%s: %j is looked at', (_, details, expected) =>
    expect(
      withPicture(details)
        .filter((line) => line.startsWith('block'))
        .map((line) => line.split(':')[0]),
    ).toEqual([expected]),
  )
  it.each([
    ['alt', 'Some 40,000 people', 'untaggedFigure'],
    ['credit', '“We won” / Agency', 'untaggedQuote'],
    ['alt', 'TK', 'openTk'],
    ['caption', 'Some 40,000 people came.', 'untaggedFigure'],
  ])('%s “%s”: the same words on another picture are another finding', (part, words, rule) => {
    const story = storyFrom('Leaders meet\nTalks are held\nthey met.')
    const keys = ['a', 'a', 'b'].map((letter) => {
      const picture = { ...NO_PICTURE, credit: 'Agency', rights: 'ours', alt: 'Leaders', file: letter.repeat(64) }
      const text = part === 'caption' ? words : 'They meet.'
      const here = { ...picture, ...(part === 'caption' ? {} : { [part]: words }) }
      const copy = [...story.copy, { role: 'cutline' as const, text, spans: [], picture: here }]
      const desk = deskFrom()
      const now = { ...story, copy }
      const found = runChecks({ story: now, assessments: assessStory(now, desk), desk }, NO_WRITER).filter(
        (one) => one.rule === rule,
      )
      return found.map(({ key }) => key).join()
    })
    expect(keys[0]).not.toBe('')
    expect([keys[0] === keys[1], keys[0] === keys[2]]).toEqual([true, false])
  })
  it('names there are not reported: they are what the details are for', () =>
    expect(withPicture({ credit: 'Kim Ji-woo / Agency France' })).toEqual([]))
})

describe('fields that readers see', () => {
  it.each([
    ['byline', { byline: [{ name: 'Kim Ji-woo', role: 'first to report 40 deaths' }] }],
    ['contributors', { contributors: 'Lee, who spoke to 40 people' }],
    ['dateline', { dateline: { place: 'the world’s largest port', date: 'Oct. 30' } }],
    ['keywords', { keywords: ['record profit'] }],
    ['provider', { provider: 'the largest agency in Asia' }],
    ['copyrightLine', { copyrightLine: 'The oldest paper in town' }],
    ['usageTerms', { usageTerms: '“No sales” in Japan' }],
  ])('%s', (_, fields) => expect(withFields(fields).some((line) => line.startsWith('block untagged'))).toBe(true))
  it.each([
    ['edNote', { edNote: 'Updates with 4 grafs, the largest change' }],
    ['dateline', { dateline: { place: 'BUSAN, South Korea', date: '30/10' } }],
    ['copyrightLine', { copyrightLine: '© 2026 Kim & Sons' }],
    ['byline', { byline: [{ name: 'Kim Ji-woo' }] }],
  ])('but nothing in %s: %j', (_, fields) => expect(withFields(fields)).toEqual([]))
})

describe('“nothing to check” in a field or picture detail', () => {
  const usageTerms = '“No sales” in Japan'
  const page = 'Leaders meet\nTalks are held\nthey met.'
  const findingsAfter = (by?: string): readonly string[] => {
    const desk = deskFrom()
    const found = (events: Parameters<typeof storyFrom>[2]) => {
      const story = storyFrom(page, {}, events, { usageTerms })
      return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER).filter(({ rule }) =>
        rule.startsWith('untagged'),
      )
    }
    const [open] = found([])
    if (!open) throw new Error('Nothing is found.')
    const { rule, key } = open
    return found(by === undefined ? [] : [{ kind: 'dismissed', rule, key, by }]).map(({ message }) => message)
  }
  it('is said by another person than the author', () => {
    expect(findingsAfter()).toHaveLength(1)
    expect(findingsAfter('Reporter')).toHaveLength(1)
    expect(findingsAfter('Editor')).toEqual([])
  })
})

describe('other languages', () => {
  it.each([
    'O ministro disse que não há mais dinheiro para as obras do aeroporto.',
    'Den största mässan på åratal samlade många gäster.',
    'Президент сказал, что это самый большой завод.',
    'هذا أكبر مصنع في البلاد.',
    'นี่คือโรงงานที่ใหญ่ที่สุด',
  ])('%s warns that nobody looked', (sentence) => {
    const lines = rulesOf(storyFrom(`Leaders meet\nTalks are held\n${sentence}`))
    expect(lines.some((line) => line.startsWith('warn unreadLanguage'))).toBe(true)
  })
  it('not where a tag covers the sentence', () => {
    const story = storyFrom('Leaders meet\nTalks are held\n{f:“O ministro disse que não há mais dinheiro.”}', {
      f: 'quote',
    })
    expect(rulesOf(story).filter((line) => line.includes('unreadLanguage'))).toEqual([])
  })
})

describe('other languages beside the copy', () => {
  const unread = (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => line.includes('unreadLanguage')).map((line) => line.split(':')[0] ?? '')
  const PORTUGUESE = 'O ministro disse que não há mais dinheiro para as obras do aeroporto.'
  it.each([
    { alt: PORTUGUESE },
    { credit: 'Президент сказал, что это самый большой завод.' },
    { rights: 'هذا أكبر مصنع في البلاد كلها' },
    { alt: 'นี่คือโรงงานที่ใหญ่ที่สุด' },
  ])('%j of a picture warns', (details) => expect(unread(withPicture(details))).toEqual(['warn unreadLanguage']))
  it.each<Partial<Fields>>([
    { usageTerms: PORTUGUESE },
    { contributors: 'Президент сказал, что это самый большой завод.' },
    { byline: [{ name: 'Kim Ji-woo', role: PORTUGUESE }] },
  ])('%j warns', (fields) => expect(unread(withFields(fields))).toEqual(['warn unreadLanguage']))
  it.each<Partial<Fields>>([
    { byline: [{ name: 'Иван Петрович Сидоров' }] },
    { provider: 'وكالة الأنباء' },
    { contributors: 'สมชาย ใจดี' },
    { dateline: { place: 'МОСКВА', date: '30/10' } },
    { copyrightLine: '© 2026 Агентство новостей' },
    { keywords: ['выборы', 'парламент', 'правительство'] },
    { usageTerms: 'For use in Korea only.' },
  ])('%j does not', (fields) => expect(unread(withFields(fields))).toEqual([]))
  it('a name in a credit does not', () =>
    expect(unread(withPicture({ credit: 'Иван Петров / РИА Новости' }))).toEqual([]))
})

describe('an alert', () => {
  it('with an untagged quotation, figure or superlative warns the person who clears it', () => {
    const alert = storyFrom('Largest fire in years kills 12, “no hope”', {}, [], { kind: 'alert' })
    expect(rulesOf(alert).filter((line) => line.startsWith('block'))).toEqual([])
    expect(
      rulesOf(alert)
        .filter((line) => line.startsWith('warn'))
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(['warn untaggedFigure', 'warn untaggedQuote', 'warn untaggedSuperlative'])
  })
})

describe('a TK in disguise', () => {
  it.each(['ＴＫ', 'T\u200BK', 'T.K.', 'T\u00B7K', 'T\u00ADKTK', '[T.K. how many]'])('%j blocks', (words) =>
    expect(rulesOf(storyFrom(`Leaders meet\nTalks are held\nthere were ${words} boats there.`))).toEqual([
      expect.stringContaining('block openTk'),
    ]),
  )
  it.each(['T.K. Carter', 'TKO', 'tk', 'ТК'])('%j is not a TK', (words) =>
    expect(
      rulesOf(storyFrom(`Leaders meet\nTalks are held\nthere was ${words} there.`)).filter((line) =>
        line.includes('openTk'),
      ),
    ).toEqual([]),
  )
})
