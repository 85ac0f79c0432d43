import { afterEach, expect, it } from 'vitest'
import { SinceSigned } from '../../../src/renderer/review/signed/SinceSigned'
import { pick, useStory } from '../../../src/renderer/state'
import type { SinceSignature } from '../../../src/story/requests/comparison'
import { NOW, storyFrom } from '../../builders/stories/storyFrom'
import { axeFaults, click, did, fakeWindow, find, put, refused, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const story = storyFrom('Leaders meet\nDeck\nIt ran for two hours.')
const Shown = () => {
  const open = useStory(pick('id', 'copy', 'entries', 'assessments', 'jump'))
  return open ? (
    <>
      <h2>Review</h2>
      <SinceSigned story={open} onAgain={() => undefined} />
    </>
  ) : null
}
const same = { kind: 'same', role: 'headline', runs: [{ kind: 'same', text: 'Leaders meet' }] } as const
const changed = {
  kind: 'changed',
  role: 'paragraph',
  runs: [
    { kind: 'same', text: 'It ran for ' },
    { kind: 'removed', text: 'one hour' },
    { kind: 'added', text: 'two hours' },
    { kind: 'same', text: '.' },
  ],
} as const
const kept = { n: 4, at: NOW, why: 'Clear', added: 2, removed: 2 }
const showSince = async (...since: readonly SinceSignature[]) => {
  const fake = fakeWindow({ story, answers: { 'story.sinceSigned': () => did(since) } })
  page = await put(fake.services, <Shown />)
  return fake
}

it('shows the grafs that changed since the story was cleared, against which version, and opens the whole comparison', async () => {
  const { services } = await showSince({
    kind: 'cleared',
    at: NOW,
    changed: true,
    against: { ...kept, blocks: [same, changed] },
  })
  const section = find('section', 'Since I cleared it')
  expect(
    [...section.querySelectorAll('li')].map((item) => item.innerHTML.replace(/<span[^>]*>|<\/span>/g, '')),
  ).toEqual(['It ran for <del>one hour</del><ins>two hours</ins>.'])
  expect(section.textContent).toMatch(/2 words added, 2 removed\. Compared with snapshot 4, Clear, /)
  expect(await axeFaults()).toEqual([])
  await click(find('button', 'Compare'))
  expect(services.panels.store.getState().overlay).toEqual({ kind: 'compare', from: 4 })
})

it.each<readonly [what: string, since: SinceSignature, says: string]>([
  [
    'what legal read, unchanged,',
    { kind: 'legal', at: NOW, changed: false },
    'The headline, deck, cutlines and grafs with allegations are as you read them.',
  ],
  ['cleared copy, unchanged,', { kind: 'cleared', at: NOW, changed: false }, 'The copy is as you cleared it.'],
  [
    'a new allegation on words that legal read',
    { kind: 'legal', at: NOW, changed: true, against: { ...kept, blocks: [same] } },
    'No words changed, but a picture, a link or what is tagged as an allegation did.',
  ],
  [
    'a link that changed after clearing',
    { kind: 'cleared', at: NOW, changed: true, against: { ...kept, blocks: [same] } },
    'No words changed, but a link, the level of a subhead or list, or a picture’s details did.',
  ],
  [
    'a version that is gone',
    { kind: 'legal', at: NOW, changed: true },
    'What legal reads changed since. There is no snapshot of that moment, so the words cannot be compared.',
  ],
])('of %s it says so', async (_what, since, says) => {
  await showSince(since)
  expect(
    find('section', since.kind === 'legal' ? 'Since I read it for legal' : 'Since I cleared it').textContent,
  ).toContain(says)
})

it('shows nothing of the story to who signed none of it, and the reason when it could not look', async () => {
  await showSince()
  expect([
    document.querySelectorAll('section section').length,
    find('section', 'Changes since my verdict').textContent,
  ]).toEqual([0, expect.stringContaining('You have not signed any fact in this story.')])
  page?.unmount()
  page = await put(
    fakeWindow({ story, answers: { 'story.sinceSigned': () => refused('The disk is gone.') } }).services,
    <Shown />,
  )
  expect(find('[role="alert"]', 'The disk is gone.')).toBeTruthy()
})
