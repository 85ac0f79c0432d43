/** Pictures that take a while to copy: they go where the caret was, and replace nothing selected meanwhile. */
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { useInsertPicture } from '../../../src/renderer/pictures/useInsertPicture'
import { useStory } from '../../../src/renderer/state'
import { storyFrom } from '../../builders/stories/storyFrom'
import { caretAfter, oneDesk, select, shown, type as write, type Desk } from '../../editor/desk'
import { did, fakeWindow, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])

/** The files of jsdom cannot be read in pieces. */
const pictureFile = (name: string): File =>
  Object.assign(new File([PNG], name), { slice: () => ({ arrayBuffer: () => Promise.resolve(PNG.buffer) }) })

interface Opened extends FakeWindow {
  readonly sheet: Desk
  readonly insert: (names: readonly string[]) => Promise<void>
  /** Ends the copying of one file. */
  readonly copied: () => Promise<void>
  /** Waits until so many files were begun. */
  readonly begun: (files: number) => Promise<void>
}

/** The first character of each picture's file. */
function picturesIn({ editor }: Desk): readonly string[] {
  const files: string[] = []
  editor.state.doc.forEach(({ attrs, type }) => {
    if (type.name === 'picture') files.push(String(attrs['file']).slice(0, 1))
  })
  return files
}

async function opened(): Promise<Opened> {
  const sheet = oneDesk('headline: H', 'deck: D', 'First graf.', 'Second graf.')
  let count = 0
  const waiting: (() => void)[] = []
  const fake = fakeWindow({
    story: storyFrom('H\nD\nFirst graf.'),
    editor: sheet.editor,
    answers: {
      'file.begin': () => did({ upload: 'i' }),
      'file.write': () => did({ size: 16 }),
      'file.keep': () =>
        new Promise((give) => {
          const sha256 = String(++count).repeat(64)
          waiting.push(() =>
            give(
              did({ sha256, mediaType: 'image/png', size: 16, width: 40, height: 30, kind: 'image', name: 'a.png' }),
            ),
          )
        }),
    },
  })
  let insertFiles: ((files: readonly File[]) => Promise<void>) | undefined
  function Sheet() {
    const story = useStory(({ editor }) => ({ editor }))
    insertFiles = useInsertPicture({ editor: story?.editor ?? null })
    return null
  }
  page = await put(fake.services, <Sheet />)
  const wait = (copies: number): Promise<void> => act(() => vi.waitFor(() => expect(count).toBe(copies)))
  return {
    ...fake,
    sheet,
    insert: async (names) => {
      void insertFiles?.(names.map((name) => pictureFile(name)))
      await wait(1)
    },
    copied: async () => {
      const pictures = picturesIn(sheet).length
      waiting.shift()?.()
      await act(() => vi.waitFor(() => expect(picturesIn(sheet)).toHaveLength(pictures + 1)))
    },
    begun: wait,
  }
}

test('words that were selected while a picture was copied stay, and so does their selection', async () => {
  const { sheet, insert, copied, services } = await opened()
  caretAfter(sheet, 'First graf.')
  await insert(['pier.png'])
  caretAfter(sheet, 'Sec')
  write(sheet, 'xx')
  select(sheet, 'graf', 2)
  await copied()
  const { from, to } = sheet.editor.state.selection
  expect([
    shown(sheet).slice(2),
    sheet.editor.state.doc.textBetween(from, to),
    services.panels.store.getState().overlay,
  ]).toEqual([['First graf.', 'cutline: ', 'Secxxond graf.'], 'graf', null])
})

test('several pictures go in one after the other, and the details of the last are asked for', async () => {
  const { sheet, insert, copied, begun, services } = await opened()
  caretAfter(sheet, 'First graf.')
  await insert(['pier.png', 'ship.png'])
  await copied()
  await begun(2)
  await copied()
  expect([shown(sheet).slice(2), picturesIn(sheet), services.panels.store.getState().overlay]).toEqual([
    ['First graf.', 'cutline: ', 'cutline: ', 'Second graf.'],
    ['1', '2'],
    expect.objectContaining({ kind: 'picture', file: '2'.repeat(64) }),
  ])
})
