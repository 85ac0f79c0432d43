/** Somebody else has the pen: what the window offers then. */
import { afterEach, expect, test } from 'vitest'
import { SuggestionList } from '../../../src/renderer/comments/SuggestionList'
import { SuggestionNote } from '../../../src/renderer/margin/SuggestionNote'
import { PenNote } from '../../../src/renderer/pen/PenNote'
import { usePenCommands } from '../../../src/renderer/pen/usePenCommands'
import { pick, useStory } from '../../../src/renderer/state'
import type { CommentThread } from '../../../src/story/copy/comment'
import type { Suggestion } from '../../../src/story/copy/suggestions/suggestion'
import { NOW, storyFrom } from '../../builders/stories/storyFrom'
import { all, click, did, fakeWindow, find, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const move = { kind: 'moved', copyHash: 'h', blocks: 0, warns: 0, overrides: [] } as const
const filed = storyFrom('Leaders meet\nDeck\nThey met.', {}, [
  { ...move, from: 'draft', to: 'filed' },
  { kind: 'pen', to: 'Editor', taken: true, typed: {}, by: 'Editor' },
])
const suggestion = (id: string, by: string): Suggestion => ({
  ...{ id, by, at: NOW, inserted: 'spoke', deleted: 'met', facts: [], changes: [] },
  place: { block: 2, from: 5, to: 8 },
})
const asked = (more: Partial<CommentThread> = {}): CommentThread => ({
  ...{ id: 'c1', by: 'Reporter', at: NOW, text: 'Please give me the pen of this story.', mustFix: false },
  ...{ assignee: 'Editor', replies: [], ...more },
})

function Window() {
  usePenCommands(true)
  const story = useStory(pick('id', 'editor', 'session', 'story'))
  return (
    <>
      <PenNote />
      {story ? <SuggestionList story={story} /> : null}
      {story
        ? story.story.suggestions?.map((one) => (
            <div key={one.id} className="margin-acts-of" aria-label={one.by}>
              <SuggestionNote story={story} suggestion={one} />
            </div>
          ))
        : null}
    </>
  )
}

async function over(person: string, comments: readonly CommentThread[] = []): Promise<FakeWindow> {
  const suggestions = [suggestion('s1', 'Reporter'), suggestion('s2', 'Ida')]
  const fake = fakeWindow({
    story: { ...filed, suggestions, comments },
    person,
    answers: { 'comment.add': () => did({ id: 'c1' }) },
  })
  page = await put(fake.services, <Window />)
  return fake
}
const offers = () => ({
  list: ['Accept', 'Reject'].map((name) => all('.suggestion-acts button', name).length),
  margin: ['Accept', 'Reject'].map((name) => all('.margin-acts button', name).length),
  keys: [...document.querySelectorAll('.suggestion-open')].map((row) => row.getAttribute('aria-keyshortcuts')),
  all: all('button', /all/i).length,
})

test('list and margin offer what is not refused: the holder decides, others take back their own suggestion', async () => {
  await over('Reporter')
  const without = offers()
  page?.unmount()
  await over('Editor')
  expect([without, offers()]).toEqual([
    { list: [0, 1], margin: [0, 1], keys: ['R', null], all: 0 },
    { list: [2, 2], margin: [2, 2], keys: ['A R', 'A R'], all: 2 },
  ])
})

test('who has no pen asks its holder for it, in a comment, once', async () => {
  const fake = await over('Reporter')
  await click(find('button', 'Ask for the pen'))
  expect(fake.asked.at(-1)).toEqual({
    action: 'comment.add',
    request: { story: 's1', text: 'Please give me the pen of this story.', assignee: 'Editor' },
  })
  page?.unmount()
  await over('Reporter', [asked()])
  expect([all('button', 'Ask for the pen').length, find('aside', 'Pen').textContent]).toEqual([
    0,
    'Editor has the pen. What you type is a suggestion.You asked Editor for the pen, in a comment.',
  ])
  page?.unmount()
  await over('Reporter', [asked({ resolved: { by: 'Editor', at: NOW } })])
  expect(all('button', 'Ask for the pen').length).toBe(1)
})
