import { describe, expect, test } from 'vitest'
import { Assessor, assessStory } from '../../../src/story/assessment/assessStory'
import type { BlockRole, Copy } from '../../../src/story/copy/copy'
import type { Story } from '../../../src/story/assessment/story'
import { copyFrom } from '../../builders/copyFrom'
import { deskFrom, signedOn, storyFrom } from '../../builders/storyFrom'

const PAGE = `Talks after {six:six years}
Leaders meet
The session ran for {min:about {fig:100} minutes}. It ended well.
He said “{q:we are close}” and left.`
const TYPES = { six: 'figure', min: 'figure', fig: 'figure', q: 'quote', gone: 'name' } as const
const EVENTS = [...signedOn(PAGE, 'six'), ...signedOn(PAGE, 'min'), ...signedOn(PAGE, 'fig'), ...signedOn(PAGE, 'q')]
const { sources } = deskFrom()
const start = storyFrom(PAGE, TYPES, EVENTS)

/** The copy after an edit. Unchanged blocks are the same objects, as in the sheet. */
const edited = (before: Copy, page: string): Copy => keeping(before, copyFrom(page))

function keeping(before: Copy, after: Copy): Copy {
  return after.map((block, index) =>
    JSON.stringify(block) === JSON.stringify(before[index]) ? (before[index] ?? block) : block,
  )
}
const onPage = (page: string, before: Story = start): Story => ({ ...start, copy: edited(before.copy, page) })

const PAGES: Readonly<Record<string, string>> = {
  'other words': PAGE.replace('100', '90'),
  'a digit at the edge': PAGE.replace('{fig:100}', '{fig:100}0'),
  'another sentence': PAGE.replace('The session ran', 'The session never ran'),
  'another sentence before a quote, across grafs': PAGE.replace('It ended well', 'It ended badly'),
  'a graf moved down': PAGE.replace('The session', 'A new graf.\nThe session'),
  'a split graf': PAGE.replace(' It ended', '\nIt ended'),
  'a tag gone': PAGE.replace('{q:we are close}', 'we are close'),
  'words gone': PAGE.replace('{six:six years}', 'a gap'),
}

describe('an assessor that knows the story', () => {
  test.each(Object.entries(PAGES))('gives the answer of a new one after %s', (_name, page) => {
    const assessor = new Assessor()
    assessor.assess(start, sources)
    const story = onPage(page)
    expect(assessor.assess(story, sources)).toEqual(assessStory(story, sources))
    expect(assessor.assess(start, sources)).toEqual(assessStory(start, sources))
  })

  test.each<[string, BlockRole]>([
    ['a cell', 'cell'],
    ['a cutline', 'cutline'],
    ['an empty graf', 'paragraph'],
  ])('sees another sentence before a quote behind %s', (_what, role) => {
    const between = (page: string): Copy =>
      copyFrom(page).map((block) =>
        block.text === 'Between' ? { ...block, role, text: role === 'paragraph' ? '' : block.text } : block,
      )
    const page = PAGE.replace('\nHe said', '\nBetween\nHe said')
    const was = { ...start, copy: between(page) }
    const now = { ...start, copy: keeping(was.copy, between(page.replace('It ended well', 'It ended badly'))) }
    const assessor = new Assessor()
    assessor.assess(was, sources)
    expect(assessor.assess(now, sources)).toEqual(assessStory(now, sources))
    expect(assessor.assess(now, sources).find(({ id }) => id === 'q')?.precedingChanged).toBe(true)
  })

  test('keeps the assessments of unchanged facts', () => {
    const assessor = new Assessor()
    const before = assessor.assess(start, sources)
    const after = assessor.assess(onPage(PAGE.replace('100', '90')), sources)
    const kept = after.filter((fact) => before.includes(fact)).map((fact) => fact.id)
    expect(kept).toEqual(['six'])
  })
})
