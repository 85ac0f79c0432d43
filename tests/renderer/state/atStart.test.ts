import { expect, test } from 'vitest'
import { filesAtStart } from '../../builders/scriptsAtStart'

/** What only a paste, a copy, a search or a dialog needs (docs/decisions/later-parts.md). */
const LATER = [
  'catalogue/rooms/projection.ts',
  'editor/clipboard/outside/parseOutside.ts',
  'projection/print/projectSlice.ts',
  'renderer/ui/dialogs/Dialog.tsx',
  'renderer/ui/dialogs/SideSheet.tsx',
  'story/query/parseQuery.ts',
  'story/text/lines/embargoLine.ts',
]

test('the page imports nothing before its first frame that only a later part needs', () => {
  const files = filesAtStart()
  expect(files).toContain('editor/clipboard/storyClipboard.ts')
  expect(files.filter((file) => LATER.includes(file))).toEqual([])
})
