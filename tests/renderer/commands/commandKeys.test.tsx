import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { KeyChanges } from '../../../src/ipc/keymap'
import { KeysPanel } from '../../../src/renderer/commands/KeysPanel'
import { CommentsPanel } from '../../../src/renderer/comments/CommentsPanel'
import { FactsPanel } from '../../../src/renderer/facts/list/FactsPanel'
import { SourcesPanel } from '../../../src/renderer/sources/SourcesPanel'
import { useVerdicts } from '../../../src/renderer/verdicts/useVerdicts'
import { commandBoard } from '../../../src/renderer/state/commands/commands'
import { useStory } from '../../../src/renderer/state'
import { storyFrom } from '../../builders/stories/storyFrom'
import { click, DESK, did, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  commandBoard.store.setState({ keys: {} })
})

const NONE: KeyChanges = { 'fact.tag': '', 'comment.add': '', 'review.evidence': '' }
const OTHER: KeyChanges = { 'fact.tag': 'CmdOrCtrl+Alt+9', 'comment.add': 'F9', 'review.evidence': 'B' }
const textOf = (): string => document.body.textContent ?? ''

it("empty lists name this person's keys, or the command if it has none", async () => {
  const fake = fakeWindow({ story: storyFrom('Headline\nDeck\nBody.'), desk: { ...DESK, sources: [] } })
  page = await put(
    fake.services,
    <>
      <FactsPanel />
      <CommentsPanel />
      <SourcesPanel />
    </>,
  )
  for (const [changes, keys] of [
    [{}, ['Ctrl+T', 'Ctrl+Alt+M', 'E']],
    [OTHER, ['Ctrl+Alt+9', 'F9', 'B']],
    [NONE, ['“Tag fact”', '“Comment”', '“Add evidence”']],
  ] as const) {
    await act(async () => {
      commandBoard.store.setState({ keys: changes })
      await Promise.resolve()
    })
    expect([
      textOf().includes(`and press ${keys[0]}. The fact`),
      textOf().includes(`Select words and press ${keys[1]}, or`),
      textOf().includes(`While you check a fact, ${keys[2]} adds one`),
    ]).toEqual([true, true, true])
  }
})

it('undo brings back all changed keys after a reset, but not over keys that were chosen since', async () => {
  const fake = fakeWindow({ calls: { setKeys: () => did({}) } })
  commandBoard.store.setState({ keys: OTHER })
  page = await put(fake.services, <KeysPanel />)
  const { undoList } = fake.services.newsroom
  const reset = (): Promise<void> => click(find('button', 'Reset 3 changed keys'))
  const now = (): KeyChanges => commandBoard.store.getState().keys
  await reset()
  expect(now()).toEqual({})
  await act(() => undoList.undoNewest())
  expect(now()).toEqual(OTHER)
  await reset()
  await act(async () => commandBoard.store.setState({ keys: { 'fact.tag': 'F9' } }))
  await act(() => undoList.undoNewest())
  expect([now(), fake.services.notices.store.getState().list.map(({ text }) => text)]).toEqual([
    { 'fact.tag': 'F9' },
    ['Not undone: 3 changed keys were reset. Someone has changed it since.'],
  ])
})

function SameSource() {
  const [fact] = useStory(({ assessments }) => assessments) ?? []
  const { sameSource } = useVerdicts()
  return (
    <button
      type="button"
      onClick={() => {
        if (fact) sameSource(fact)
      }}
    >
      Same
    </button>
  )
}

it("a notice names this person's key of evidence", async () => {
  const fake = fakeWindow({ story: storyFrom('Headline\nDeck\nIt is {f1:57%} now.', { f1: 'figure' }) })
  page = await put(fake.services, <SameSource />)
  const said: string[] = []
  for (const changes of [{}, OTHER, NONE]) {
    commandBoard.store.setState({ keys: changes })
    await click(find('button', 'Same'))
    said.push(fake.services.notices.store.getState().list.at(-1)?.text ?? '')
  }
  expect(said).toEqual(
    ['E', 'B', '“Add evidence”'].map((key) => `There is no previous source yet. Attach evidence once with ${key}.`),
  )
})
