import { describe, expect, test } from 'vitest'
import { instant } from '../../../src/story/text/format/instant'
import { projectSlice } from '../../../src/projection/print/projectSlice'
import { projectStory } from '../../../src/projection/published/projectStory'
import type { Block } from '../../../src/story/copy/copy'
import { NO_PICTURE } from '../../../src/story/copy/picture'
import type { Stage } from '../../../src/story/ledger/stages'
import type { Story } from '../../../src/story/assessment/story'
import { busanStory, withBlocks } from '../../exchange/busanStory'

const graf = (text: string, spans: Block['spans'] = []): Block => ({ role: 'paragraph', text, spans })
const at = (stage: Stage): Story => {
  const story = busanStory()
  return { ...story, ledger: { ...story.ledger, standing: { ...story.ledger.standing, stage } } }
}

const refusal = (what: string, unknown: string): string =>
  `Nothing was exported: the story contains a ${what} that exports do not know (“${unknown}”). The story itself is safe.`

describe('the publishable projection', () => {
  test('public holds copy and printed fields only', () => {
    expect(projectStory(busanStory(), { audience: 'public' })).toEqual({
      audience: 'public',
      guid: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      version: 1,
      pubStatus: 'usable',
      draft: false,
      created: '2026-10-30T09:00:00.000Z',
      fields: {
        kind: 'story',
        byline: [{ name: 'Kim Ji-woo', role: 'Correspondent' }, { name: 'Lee Seo-yeon' }],
        contributors: '',
        dateline: { place: 'Busan', date: 'Oct. 30' },
        language: 'en',
        subjects: ['medtop:11000000'],
        keywords: ['summit', 'trade'],
        provider: 'Example Wire',
        copyrightLine: '(c) 2026 Example Wire',
      },
      blocks: [
        { role: 'headline', runs: [{ text: 'Trump and Xi hold first talks in six years' }] },
        { role: 'deck', runs: [{ text: 'Leaders meet in Busan to push trade deal' }] },
        {
          role: 'paragraph',
          runs: [{ text: 'The leaders’ meeting lasted about 100 minutes; they emerged together.' }],
        },
        { role: 'paragraph', runs: [{ text: 'Trump called Xi “a very tough negotiator.”' }] },
      ],
    })
  })

  test('wire adds slug, urgency, ed note, embargo and usage terms, and nothing else', () => {
    const { wire, ...rest } = projectStory(busanStory({ embargo: '2026-10-30T18:00+09:00' }), {
      audience: 'wire',
    }).fields
    expect(rest).toEqual(projectStory(busanStory(), { audience: 'public' }).fields)
    expect(wire).toEqual({
      slug: 'BUSAN-SUMMIT',
      urgency: 3,
      edNote: 'Eds: adds handshake.',
      embargo: '2026-10-30T18:00:00+09:00',
      usageTerms: 'For subscribers only.',
    })
  })

  test('text splits into runs by bold, italic and link, across a fact', () => {
    const story = withBlocks([
      graf('one two three', [
        { from: 0, to: 7, mark: 'bold' },
        { from: 2, to: 9, mark: 'fact', id: 'f1' },
        { from: 4, to: 13, mark: 'italic' },
        { from: 8, to: 13, mark: 'link', href: 'https://example.org/' },
      ]),
    ])
    expect(projectStory(story, { audience: 'public' }).blocks[0]?.runs).toEqual([
      { text: 'one ', bold: true },
      { text: 'two', bold: true, italic: true },
      { text: ' ', italic: true },
      { text: 'three', italic: true, href: 'https://example.org/' },
    ])
  })

  test.each([
    'javascript:alert(1)',
    ' JaVaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'java\nscript:x',
    'https://a b',
    '//example.org',
    '',
  ])('a link to %j is exported as text', (href) => {
    const story = withBlocks([graf('here', [{ from: 0, to: 4, mark: 'link', href }])])
    expect(projectStory(story, { audience: 'public' }).blocks[0]?.runs).toEqual([{ text: 'here' }])
  })

  test.each([
    ['block role', 'sidebar', [{ ...graf('x'), role: 'sidebar' }]],
    ['mark', 'highlight', [graf('x', [{ from: 0, to: 1, mark: 'highlight' } as never])]],
    ['mark', 'toString', [graf('x', [{ from: 0, to: 1, mark: 'toString' } as never])]],
    ['property of mark bold', 'by', [graf('x', [{ from: 0, to: 1, mark: 'bold', by: 'Editor' } as never])]],
    ['block property', 'note', [{ ...graf('x'), note: 'secret' }]],
    ['cell property', 'colspan', [{ ...graf('x'), role: 'cell', cell: { row: 0, column: 0, colspan: 2 } }]],
    ['picture property', 'exif', [{ ...graf('x'), role: 'cutline', picture: { ...NO_PICTURE, exif: 'GPS' } }]],
    ['list kind', 'tree', [{ ...graf('x'), role: 'listItem', list: 'tree' }]],
  ])('an unknown %s (%s) fails the export by name', (what, name, blocks) => {
    expect(() => projectStory(withBlocks(blocks as Block[]), { audience: 'wire' })).toThrow(refusal(what, name))
    expect(() => projectSlice(blocks as Block[])).toThrow(refusal(what, name))
  })

  test('an unknown field, also inside a byline or the dateline, fails the export by name', () => {
    const unknown = (fields: object) => () => projectStory(busanStory(fields), { audience: 'public' })
    expect(unknown({ legalNote: 'x' })).toThrow(refusal('field', 'legalNote'))
    expect(unknown({ constructor: 'x' })).toThrow(refusal('field', 'constructor'))
    expect(unknown({ byline: [{ name: 'Kim', phone: '1' }] })).toThrow(refusal('byline property', 'phone'))
    expect(unknown({ dateline: { place: 'Busan', date: '', hotel: 'x' } })).toThrow(
      refusal('dateline property', 'hotel'),
    )
  })

  test('an embargo that is not an instant fails the export', () => {
    for (const audience of ['wire', 'public'] as const) {
      expect(() => projectStory(busanStory({ embargo: 'tonight at six' }), { audience })).toThrow(
        refusal('embargo time', 'tonight at six'),
      )
    }
  })

  test.each([
    '2026-11-31T18:00:00+09:00',
    '2026-02-29T18:00Z',
    '2026-13-01T18:00Z',
    '2026-11-30T24:00:00Z',
    '2026-11-30T18:00:00+14:30',
    '2026-11-30T18:00:00-15',
    '2026-11-30T18:00:00+09:75',
  ])('%s is not an instant: no format has such a day, hour or offset', (text) => {
    expect(instant(text)).toBeUndefined()
    expect(() => projectStory(busanStory({ embargo: text }), { audience: 'wire' })).toThrow(
      refusal('embargo time', text),
    )
  })

  test.each([
    ['2028-02-29T23:59+14', '2028-02-29T23:59:00+14:00'],
    ['2026-11-30T00:00:00.5-0330', '2026-11-30T00:00:00.5-03:30'],
    ['2026-12-31T23:59:59Z', '2026-12-31T23:59:59Z'],
  ])('%s is an instant', (text, whole) => {
    expect(instant(text)).toBe(whole)
  })

  test('characters that only help editing are removed; joiners and direction marks are kept', () => {
    const story = withBlocks([graf('so\u00adlid\u200b گفت\u200cوگو 👩\u200d🚒 \u200fx\ufeff\u0007')])
    expect(projectStory(story, { audience: 'public' }).blocks[0]?.runs).toEqual([
      { text: 'solid گفت\u200cوگو 👩\u200d🚒 \u200fx' },
    ])
  })

  test.each([
    ['draft', 'withheld'],
    ['filed', 'withheld'],
    ['inReview', 'withheld'],
    ['cleared', 'usable'],
    ['published', 'usable'],
    ['spiked', 'withheld'],
    ['killed', 'canceled'],
  ] as const)('a story that is %s is %s', (stage, status) => {
    expect(projectStory(at(stage), { audience: 'wire' }).pubStatus).toBe(status)
  })

  test('a killed story keeps headline and deck without the body, and is a version of its own', () => {
    const { blocks, version } = projectStory(at('killed'), { audience: 'wire' })
    expect({ roles: blocks.map(({ role }) => role), version }).toEqual({ roles: ['headline', 'deck'], version: 2 })
  })

  test('a kill has the published headline and deck, and names the version that readers had', () => {
    const killed = at('killed')
    const copy: Story['copy'] = [{ role: 'headline', text: 'Talks cancelled', spans: [] }, ...killed.copy.slice(1)]
    const publishedCopy = killed.copy.slice(0, 2)
    const headlineOf = (story: Story, options: object = {}) => {
      const { blocks, previous } = projectStory(story, { audience: 'wire', ...options })
      return [blocks.map(({ runs }) => runs.map(({ text }) => text).join('')), previous]
    }
    const known = ['Trump and Xi hold first talks in six years', 'Leaders meet in Busan to push trade deal']
    expect(headlineOf(killed)).toEqual([known, 1])
    expect(headlineOf({ ...killed, copy }, { publishedCopy })).toEqual([known, 1])
    expect(headlineOf({ ...killed, copy })).toEqual([[], 1])
  })

  test('a draft is withheld at every stage', () => {
    expect(projectStory(at('published'), { audience: 'public', draft: true })).toMatchObject({
      draft: true,
      pubStatus: 'withheld',
    })
  })
})

describe('a piece for the clipboard', () => {
  test('text of one graf is escaped, without the graf and its tags', () => {
    expect(
      projectSlice([
        graf('<b>100 & more', [
          { from: 3, to: 6, mark: 'fact', id: 'f1' },
          { from: 3, to: 6, mark: 'bold' },
        ]),
      ]),
    ).toEqual({ html: '&lt;b&gt;<strong>100</strong> &amp; more', text: '<b>100 & more' })
  })

  test('lists, subheads and quotes keep their structure', () => {
    const item = (text: string, level: number, list: 'bullet' | 'ordered'): Block => ({
      role: 'listItem',
      level,
      list,
      text,
      spans: [],
    })
    expect(
      projectSlice([
        { role: 'subhead', level: 3, text: 'Sub', spans: [] },
        item('a', 1, 'bullet'),
        item('b', 2, 'ordered'),
        item('c', 2, 'ordered'),
        item('d', 1, 'bullet'),
        item('e', 1, 'ordered'),
        { role: 'quote', text: 'q', spans: [] },
      ]),
    ).toEqual({
      html:
        '<h3>Sub</h3><ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul><ol><li>e</li></ol>' +
        '<blockquote><p>q</p></blockquote>',
      text: 'Sub\n\n• a\n  1. b\n  2. c\n• d\n1. e\n\nq',
    })
  })
})
