/** What legal’s reading covers, and readings from before pictures, headers and lead-ins counted. */
import { describe, expect, test } from 'vitest'
import { needsLegal } from '../../../src/checks/rules/story/needsLegal'
import {
  isLegalRead,
  legalHash,
  legalHashesBefore,
  type FactRead,
} from '../../../src/story/assessment/people/legalRead'
import { rangesOfFact, type Block, type Copy } from '../../../src/story/copy/copy'
import { NO_PICTURE, type Picture } from '../../../src/story/copy/picture'
import { tableOf } from '../../../src/story/copy/tables'
import { readTagged } from '../../builders/copy/copyFrom'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'

const block = (role: Block['role'], line: string, more: Partial<Block> = {}): Block => ({
  role,
  ...readTagged(line),
  ...more,
})
const HEAD = [block('headline', 'Police say who did it'), block('deck', 'Two are held')]
const shows = (picture: Partial<Picture>): Partial<Block> => ({ picture: { ...NO_PICTURE, ...picture } })
const PARK: Partial<Picture> = { file: 'aa', alt: 'Park leaves the court', credit: 'Yonhap' }
const captioned = (picture: Partial<Picture>): Copy => [...HEAD, block('cutline', 'The suspect.', shows(picture))]
const charged = (head: string): Copy => [
  ...HEAD,
  ...tableOf(
    [
      [readTagged('Name'), readTagged(head)],
      [readTagged('Park'), readTagged('{f:stole 3m won}')],
    ],
    true,
  ),
]
const listed = (lead: string, item: string): Copy => [
  ...HEAD,
  block('paragraph', lead),
  block('listItem', item, { level: 1, list: 'bullet' }),
]

const linked = (href: string): Copy => [
  { ...block('headline', 'Police say who did it'), spans: [{ from: 0, to: 6, mark: 'link', href }] },
  ...HEAD.slice(1),
]

const factsIn = (copy: Copy): readonly FactRead[] => {
  const ranges = rangesOfFact(copy, 'f')
  return ranges.length > 0 ? [{ words: 'w', ranges, tag: { type: 'allegation' } }] : []
}
/** Whether a reading of `then` is one of `now`. */
const stands = (then: Copy, now: Copy): boolean => isLegalRead(legalHash(then, factsIn(then)), now, factsIn(now))

const ITEM = '{f:Park took the money}'

describe('legal’s reading is over when', () => {
  test.each<[string, Copy, Copy]>([
    ['another picture stands above the cutline', captioned(PARK), captioned({ ...PARK, file: 'bb' })],
    ['the picture says another thing to who does not see it', captioned(PARK), captioned({ ...PARK, alt: 'Kim' })],
    ['the picture has another credit', captioned(PARK), captioned({ ...PARK, credit: 'Police handout' })],
    ['the header over an allegation changes', charged('Acquitted of'), charged('Convicted of')],
    ['the lead-in of an allegation changes', listed('Police deny that:', ITEM), listed('Police say that:', ITEM)],
    ['a link in the headline leads elsewhere', linked('https://court.example'), linked('https://evil.example')],
    ['a link is put in', HEAD, linked('https://court.example')],
    ['the words change', captioned(PARK), [...HEAD, block('cutline', 'The killer.', shows(PARK))]],
  ])('%s', (_when, then, now) => expect([stands(then, then), stands(then, now)]).toEqual([true, false]))
})

test('what legal does not read may change: the rest of a lead-in’s graf, the rights of a picture, another graf', () => {
  expect(stands(listed('It rained. Police say that:', ITEM), listed('It snowed. Police say that:', ITEM))).toBe(true)
  expect(stands(captioned(PARK), captioned({ ...PARK, rights: 'once' }))).toBe(true)
  expect(stands(HEAD, [...HEAD, block('paragraph', 'More.')])).toBe(true)
})

describe('a hash from before', () => {
  const then = captioned(PARK)
  const old = legalHashesBefore(then, [])[0] ?? ''

  test('is the one that Stet made then', () => {
    expect(old).toBe('5b7b73261247e1f1bcc6c6d385ae111efdf4a9d89bb5686890ce72516c0a6214')
  })

  test('goes on meaning the texts alone, and ends with them', () => {
    expect(isLegalRead(old, captioned({ ...PARK, file: 'bb' }), [])).toBe(true)
    expect(isLegalRead(old, [...HEAD, block('cutline', 'The killer.', shows(PARK))], [])).toBe(false)
  })

  test('keeps the override that was given with it', () => {
    const story = { ...storyFrom('H\nD\nx', {}, [], { needsLegal: 'required' }), copy: then }
    const key = legalHashesBefore(then, [])[0] ?? ''
    const given = (rule: string) => ({
      ...story,
      ledger: { ...story.ledger, overrides: [{ rule, key, by: 'Legal', reason: 'r' }] as never },
    })
    const keyOf = (of: typeof story) => needsLegal({ story: of, assessments: [], desk: deskFrom() })[0]?.key
    expect([keyOf(given('needsLegal')), keyOf(given('tk')), keyOf(story)]).toEqual([
      key,
      legalHash(then, []),
      legalHash(then, []),
    ])
  })
})

test('a reading from before links counted means what it meant', () => {
  const [, old = ''] = legalHashesBefore(linked('https://court.example'), [])
  expect(isLegalRead(old, linked('https://evil.example'), [])).toBe(true)
  expect(isLegalRead(old, [block('headline', 'Police know it'), ...HEAD.slice(1)], [])).toBe(false)
})
