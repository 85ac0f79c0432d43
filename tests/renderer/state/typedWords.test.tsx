/** What a person typed is there again when its panel is opened again, and the window asks before it closes with it. */
import { act, type ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ProfileForm } from '../../../src/renderer/export/profiles/ProfileForm'
import { Snapshots } from '../../../src/renderer/history/Snapshots'
import { BulkPanel } from '../../../src/renderer/library/bulk/BulkPanel'
import { RosterPanel } from '../../../src/renderer/library/people/RosterPanel'
import { WordsPanel } from '../../../src/renderer/library/words/WordsPanel'
import { placeOfDraft, type DraftPlace } from '../../../src/renderer/shell/closing/draftPlace'
import { SpellingForm } from '../../../src/renderer/sources/SpellingForm'
import { useStory } from '../../../src/renderer/state'
import type { WrittenDraft } from '../../../src/renderer/state/stores/drafts'
import type { Overlay } from '../../../src/renderer/state/stores/overlay'
import { POOL, storyFrom } from '../../builders/stories/storyFrom'
import { all, click, DESK, did, fakeWindow, find, put, type, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const story = storyFrom('Leaders meet\nDeck\nIt ran.')
const window = (): FakeWindow =>
  fakeWindow({
    desk: { ...DESK, roster: [...DESK.roster, { name: 'Second', role: 'editor' }], sources: [POOL] },
    story,
    answers: {
      'version.list': () => did({ versions: [], bytes: 0, limit: 100 }),
      'version.keep': () => did({ n: 1, bytes: 10 } as never),
      'roster.add': () => did({} as never),
      'words.add': () => did({} as never),
      'source.edit': () => did({} as never),
    },
    calls: { saveProfile: () => did({ saved: { name: 'Wire' } } as never) },
  })

function OwnSnapshots() {
  const now = useStory((view) => view)
  return now ? <Snapshots story={now} /> : null
}
const profile = (onClose: () => void = () => undefined): ReactNode => (
  <ProfileForm
    before={undefined}
    setup={{ format: 'text', choices: {}, draft: false } as never}
    onSaved={() => undefined}
    onClose={onClose}
  />
)

/** A field, and what is typed or chosen in it. */
type Typed = readonly [tag: 'input' | 'textarea' | 'select', label: string, words: string]
interface Form {
  readonly form: WrittenDraft['form']
  readonly content: ReactNode
  readonly overlay?: Overlay
  readonly typed: readonly Typed[]
  readonly place: DraftPlace
}

const BULK_MOVE: Form = {
  ...{ form: 'bulk', content: <BulkPanel />, overlay: { kind: 'bulk', what: 'move' }, place: {} },
  typed: [
    ['select', 'Move to', 'draft'],
    ['textarea', 'Why they are sent back', 'The figure in graf 3 is wrong.'],
  ],
}
const ASSIGNEE: Form = {
  ...{ form: 'bulk', content: <BulkPanel />, overlay: { kind: 'bulk', what: 'assignee' }, place: {} },
  typed: [['input', 'Assign to', 'Kim Min']],
}
const SPELLING: Form = {
  ...{ form: 'spelling', content: <SpellingForm source={POOL} />, place: { source: POOL.id } },
  typed: [
    ['input', 'Other spelling of the name', 'Pool'],
    ['input', 'Why it is the same name', 'As the pool signs.'],
  ],
}
const PROFILE: Form = { form: 'profile', content: profile(), place: {}, typed: [['input', 'Name', 'Wire']] }
const SNAPSHOT: Form = {
  ...{ form: 'snapshot', content: <OwnSnapshots />, place: { story: story.id } },
  typed: [['input', 'Name of the snapshot', 'Before the cut']],
}
const WORD: Form = {
  ...{ form: 'word', content: <WordsPanel />, overlay: { kind: 'settings', section: 'words' }, place: {} },
  typed: [
    ['select', 'List', 'filler'],
    ['input', 'Word or phrase', 'going forward'],
    ['input', 'Language', 'en'],
    ['input', 'Source', 'House style'],
    ['textarea', 'Try it on a sentence', 'It grows going forward.'],
  ],
}
const PERSON: Form = {
  ...{ form: 'newPerson', content: <RosterPanel />, overlay: { kind: 'settings', section: 'roster' }, place: {} },
  typed: [
    ['input', 'New person', 'Kim Min'],
    ['select', 'Role', 'checker'],
  ],
}
const FORMS = [BULK_MOVE, ASSIGNEE, SPELLING, PROFILE, SNAPSHOT, WORD, PERSON]

async function opened(fake: FakeWindow, { content, overlay }: Form): Promise<void> {
  page?.unmount()
  if (overlay) fake.services.panels.open(overlay)
  page = await put(fake.services, content)
}
const valueOf = ([tag, label]: Typed): string => find<HTMLInputElement>(tag, label).value
async function fillIn({ typed }: Form): Promise<void> {
  for (const [tag, label, words] of typed) await type(find(tag, label), words)
}
const written = ({ services }: FakeWindow): readonly string[] =>
  services.panels.drafts.written().map(({ form }) => form)

test.each(FORMS)('$form: $typed.0.1', async (form) => {
  const fake = window()
  await opened(fake, form)
  await fillIn(form)
  // Escape, a press outside and another panel all take the form away like this.
  await opened(fake, form)
  expect(form.typed.map(valueOf)).toEqual(form.typed.map(([, , words]) => words))
  const drafts = fake.services.panels.drafts.written()
  expect(drafts.map((draft) => [draft.form, placeOfDraft(draft, [POOL])])).toEqual([[form.form, form.place]])
})

test.each([BULK_MOVE, PROFILE])('Cancel lets the words go: $form', async (form) => {
  const fake = window()
  await opened(fake, form)
  await fillIn(form)
  await click(find('button', 'Cancel'))
  expect(written(fake)).toEqual([])
})

test.each([
  [SNAPSHOT, 'Save snapshot'],
  [PERSON, 'Add to the roster'],
  [SPELLING, 'Save as a spelling'],
  [PROFILE, 'Choose folder and save…'],
] as const)('words that were sent are no draft: %#', async (form, button) => {
  const fake = window()
  await opened(fake, form)
  await fillIn(form)
  expect(all('button', button).length).toBe(1)
  await click(find('button', button))
  expect(written(fake)).toEqual([])
})

test('what is chosen and typed for some stories is not there for others, and is there for the same again', async () => {
  const fake = window()
  const { selection } = fake.services.newsroom
  const rows = ['s1', 's2', 's3'].map((id) => ({ id, headline: id }))
  const openedFor = async (...chosen: readonly number[]): Promise<readonly string[]> => {
    selection.clear()
    selection.rows(chosen.flatMap((at) => rows[at] ?? []))
    await opened(fake, BULK_MOVE)
    return [...document.querySelectorAll<HTMLTextAreaElement>('textarea, select')].map(({ value }) => value)
  }
  await openedFor(0, 1)
  await fillIn(BULK_MOVE)
  const shown = [await openedFor(2), await openedFor(0, 1, 2), await openedFor(1, 0)]
  expect(shown).toEqual([['filed'], ['filed'], ['draft', 'The figure in graf 3 is wrong.']])
})

test('words that are typed while a word is added stay', async () => {
  const fake = window()
  let answer: (() => void) | undefined
  const newsroom: { act: unknown } = fake.services.newsroom
  newsroom.act = () =>
    new Promise((resolve) => {
      answer = () => resolve(did({}))
    })
  await opened(fake, WORD)
  await fillIn(WORD)
  await click(find('button', 'Add word'))
  await type(find('textarea', 'Try it on a sentence'), 'It shrinks going forward.')
  await act(async () => answer?.())
  expect(WORD.typed.map(valueOf)).toEqual(['filler', '', 'en', 'House style', 'It shrinks going forward.'])
})

test('what one person typed with a word does not begin the form of the next person', async () => {
  const fake = window()
  await opened(fake, WORD)
  await fillIn(WORD)
  await click(find('button', 'Add word'))
  await act(async () => fake.services.newsroom.store.setState({ person: 'Second' }))
  await type(find('input', 'Word or phrase'), 'moving on')
  expect(WORD.typed.map(valueOf)).toEqual(['superlative', 'moving on', '', '', ''])
})

test('after a word is added the next one begins with its list, language and source, and nothing is unsent', async () => {
  const fake = window()
  await opened(fake, WORD)
  await fillIn(WORD)
  await click(find('button', 'Add word'))
  expect([WORD.typed.map(valueOf), written(fake)]).toEqual([
    ['filler', '', 'en', 'House style', 'It grows going forward.'],
    [],
  ])
})

test('the other spelling of a protected source is not shown when the window closes', async () => {
  const fake = window()
  const source = { ...POOL, protected: true }
  await opened(fake, { ...SPELLING, content: <SpellingForm source={source} /> })
  await fillIn(SPELLING)
  expect(fake.services.panels.drafts.written().map(({ form, words }) => [form, words])).toEqual([['spelling', '']])
})
