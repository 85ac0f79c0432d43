/** Where a link leads is what the reader gets: a tick on linked words ends when the link leads elsewhere. */
import { describe, expect, test } from 'vitest'
import { context } from '../../../src/checks/rules/facts/context'
import type { Block, Copy } from '../../../src/story/copy/copy'
import { hashView } from '../../../src/story/view/signedView'
import { partsOf } from '../../../src/story/view/partsOf'
import { readTagged } from '../../builders/copy/copyFrom'
import { factAfter, standingAfter, unsigned } from '../../builders/stories/signedView'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'

const LINE = 'Output rose {f:57 percent} in May, the office says.'
/** The graf with links from and to these words. */
function linked(...links: readonly (readonly [words: string, href: string])[]): Copy {
  const { text, spans } = readTagged(LINE)
  const marks = links.map(([words, href]) => {
    const from = text.indexOf(words)
    return { from, to: from + words.length, mark: 'link', href } as const
  })
  return [{ role: 'paragraph', text, spans: [...spans, ...marks] } satisfies Block]
}

const OFFICE = 'https://office.example/may'
const HOAX = 'https://hoax.example/may'
const FIGURE = { type: 'figure' } as const
const THEN = linked(['57 percent', OFFICE])

describe('a verified figure that is a link', () => {
  test.each<[string, Copy, string]>([
    ['stands while it leads there', THEN, 'verified'],
    ['lapses when it leads elsewhere', linked(['57 percent', HOAX]), 'reCheck links'],
    ['lapses when half of it leads elsewhere', linked(['57', OFFICE], ['percent', HOAX]), 'reCheck links'],
    ['lapses when the link is gone', linked(), 'reCheck links'],
    ['stands when the link takes in more words', linked(['rose 57 percent', OFFICE]), 'verified'],
    ['stands when other words get a link', linked(['57 percent', OFFICE], ['the office', HOAX]), 'verified'],
  ])('%s', (_what, now, status) => expect(standingAfter(THEN, now, FIGURE)).toBe(status))

  test('says where it led and where it leads', () => {
    const fact = factAfter(THEN, linked(['57 percent', HOAX]), FIGURE)
    expect(fact.changes).toEqual([{ part: 'links', weight: 'blocks', lapses: true, before: OFFICE, now: HOAX }])
    const found = context({ story: storyFrom('H\nD'), assessments: [fact], desk: deskFrom() } as never)
    expect(found.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      expect.stringMatching(/^block “57 percent”.*where a link on its words leads/u),
    ])
  })
})

test('a link that is put on verified words changes nothing that somebody relied on', () =>
  expect(standingAfter(linked(), linked(['57 percent', HOAX]), FIGURE)).toBe('verified'))

test('words without a link are signed as before there was this rule', () => {
  const { view } = unsigned(linked(['the office', OFFICE]), FIGURE)
  expect(view && 'links' in view.view.context).toBe(false)
  expect(view && hashView(view.view)).toBe(unsigned(linked(), FIGURE).view?.hash)
})

test('an address that holds a protected name is kept as a keyed hash', () => {
  const { view } = unsigned(THEN, FIGURE)
  const sealed = { source: 's', mac: '00' } as const
  const parts = view && partsOf(view, '57 percent', '', (text) => (text.includes('office.example') ? sealed : text))
  expect(parts?.links).toEqual([sealed])
})
