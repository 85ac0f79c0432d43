import { NodeSelection } from '@tiptap/pm/state'
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { useSheetCommands } from '../../../src/renderer/sheet/useSheetCommands'
import { pick, runCommand, useStory } from '../../../src/renderer/state'
import { storyFrom } from '../../builders/stories/storyFrom'
import { oneDesk, run, selectRange, shown, type as typeInto, type Desk } from '../../editor/desk'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

/** Gives the command of a comment to the sheet, then types a letter. Returns what was said and the blocks. */
async function commented(sheet: Desk): Promise<readonly unknown[]> {
  const { services } = fakeWindow({ story: storyFrom('H\nD\nA ferry.'), editor: sheet.editor })
  function Commands() {
    const story = useStory(pick('id', 'editor', 'session'))
    if (!story) throw new Error('No story')
    useSheetCommands(story)
    return null
  }
  page = await put(services, <Commands />)
  await act(async () => void runCommand('comment.add'))
  typeInto(sheet, '!')
  return [services.notices.store.getState().list.map(({ text }) => text), shown(sheet)]
}
const REFUSED = [
  'A comment can only be on words of one paragraph. Select fewer words, or none to comment on the whole story.',
]

test('where a comment cannot be on what is selected, the next letter comes behind it', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const words = oneDesk('headline: H', 'deck: D', 'A ferry.', 'It sails.')
  selectRange(words, 1, words.editor.state.doc.content.size - 1)
  expect(await commented(words)).toEqual([REFUSED, ['headline: H', 'deck: D', 'A ferry.', 'It sails.!']])
  page?.unmount()
  const picture = oneDesk('headline: H', 'deck: D', 'cutline: Two men', 'A ferry.')
  run(picture, ({ doc, tr }, dispatch) => {
    dispatch?.(tr.setSelection(NodeSelection.create(doc, doc.child(0).nodeSize + doc.child(1).nodeSize)))
    return true
  })
  expect(await commented(picture)).toEqual([REFUSED, ['headline: H', 'deck: D', 'cutline: Two men!', 'A ferry.']])
  // ProseMirror warns of a caret that is in no text.
  expect(warn).not.toHaveBeenCalled()
})
