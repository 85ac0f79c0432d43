/** Files are read and imported in turn: Stop ends what waits, and what is unticked meanwhile does not come. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ImportPanel } from '../../../src/renderer/import/ImportPanel'
import type { FakeWindow, Page } from '../fakeWindow'
import { click, did, fakeWindow, find, put } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const settled = () =>
  act(async () => {
    await new Promise((resolve: (at: number) => void) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
/** What waits until the test goes on. */
function held() {
  let go = (): void => undefined
  const waits = new Promise<void>((resolve) => {
    go = resolve
  })
  return {
    waits,
    go: async () => {
      // React draws what was read before the keyboard moves.
      await act(async () => go())
      await settled()
    },
  }
}

/** The panel with `a.txt` and `b.txt` read. No file is imported before `waits`. */
async function withTwoFiles(waits?: Promise<void>): Promise<FakeWindow> {
  const fake = fakeWindow({
    answers: {
      'story.previewImport': ({ name }) =>
        did({ headline: name, blocks: [], losses: [], language: 'en', format: 'plain text' }),
      'story.import': async ({ name }) => {
        await waits
        return did({ id: name, headline: name, losses: [] })
      },
      'story.stopImport': () => did({}),
    },
  })
  Object.assign(fake.services.newsroom, { openStory: () => Promise.resolve(true) })
  page = await put(fake.services, <ImportPanel />)
  await drop(fake, ['a.txt', 'b.txt'])
  return fake
}
/** Drops files on the window. None is read before `waits`. */
async function drop({ services }: FakeWindow, names: readonly string[], waits?: Promise<void>): Promise<void> {
  const bytes = async (): Promise<Uint8Array> => {
    await waits
    return new Uint8Array()
  }
  await act(async () => services.panels.open({ kind: 'import', files: names.map((name) => ({ name, bytes })) }))
  await settled()
}
/** The names of the files that were sent with this action. */
const sent = ({ asked }: FakeWindow, action: string): readonly unknown[] =>
  asked.flatMap((one) => (one.action === action ? [(one.request as { readonly name: string }).name] : []))
const problems = () => [...document.querySelectorAll('.arrival .problem')].map(({ textContent }) => textContent)
const progress = () => document.querySelector('.form-outcome')?.textContent
const importButton = () => find<HTMLButtonElement>('button', /^Import (story|\d stories)$/)

test('the pictures that a file brings are counted, also those without a cutline', async () => {
  const fake = fakeWindow({
    answers: {
      'story.previewImport': ({ name }) =>
        did({
          headline: name,
          blocks: [
            { role: 'paragraph', text: 'Ships wait.' },
            { role: 'cutline', text: 'The port.' },
            { role: 'cutline', text: '' },
          ],
          losses: [],
          language: 'en',
          format: 'Word document',
        }),
    },
  })
  page = await put(fake.services, <ImportPanel />)
  await drop(fake, ['a.docx'])
  expect([...document.querySelectorAll('.arrival .panel-note')].map(({ textContent }) => textContent)).toEqual([
    'a.docx · Word document · English · 2 parts',
    'With 2 pictures, which are not shown here.',
    'Everything will be imported.',
  ])
})

test('Stop during an import leaves the files unread that were dropped meanwhile', async () => {
  const { waits, go } = held()
  const fake = await withTwoFiles(waits)
  await click(importButton())
  await drop(fake, ['c.txt', 'd.txt'])
  await click(find('button', 'Stop'))
  await go()
  expect([sent(fake, 'story.import'), sent(fake, 'story.previewImport'), problems()]).toEqual([
    ['a.txt'],
    ['a.txt', 'b.txt'],
    ['c.txt', 'd.txt'].map((name) => `${name} was not imported, because you stopped reading it.`),
  ])
})

test('files that are dropped after Stop are read', async () => {
  const { waits, go } = held()
  const fake = await withTwoFiles(waits)
  await click(importButton())
  await click(find('button', 'Stop'))
  await drop(fake, ['c.txt'])
  await go()
  expect([sent(fake, 'story.import'), sent(fake, 'story.previewImport'), problems()]).toEqual([
    ['a.txt'],
    ['a.txt', 'b.txt', 'c.txt'],
    [],
  ])
})

test('a file that is unticked before its turn is not imported', async () => {
  const { waits, go } = held()
  const fake = await withTwoFiles(waits)
  await click(importButton())
  await click(find('input', 'b.txt'))
  await go()
  expect(sent(fake, 'story.import')).toEqual(['a.txt'])
})

test('while one file is read, its progress is shown and nothing can be imported', async () => {
  const { waits, go } = held()
  const fake = await withTwoFiles()
  importButton().focus()
  await drop(fake, ['slow.txt'], waits)
  const reading = [progress(), importButton().disabled, find('button', 'Stop').textContent]
  // The browser takes the keyboard from a button that is disabled.
  await act(async () => importButton().blur())
  await go()
  expect([reading, progress(), importButton().textContent, document.activeElement]).toEqual([
    ['Reading 1 of 1', true, 'Stop'],
    '',
    'Import 3 stories',
    importButton(),
  ])
})

test('fields that an import sets are shown with their story', async () => {
  const fake = fakeWindow({
    answers: {
      'story.previewImport': ({ name }) =>
        did({
          headline: name,
          blocks: [],
          losses: [],
          language: 'en',
          format: 'NITF',
          fields: {
            byline: [{ name: 'Kim Ji-woo', role: 'Correspondent' }, { name: 'Ida Park' }],
            dateline: { place: 'Busan', date: 'Oct. 30' },
            embargo: '2020-01-05T06:00:00Z',
            edNote: 'Adds handshake.',
          },
        }),
    },
  })
  page = await put(fake.services, <ImportPanel />)
  await drop(fake, ['a.xml'])
  const lines = [...document.querySelectorAll('.arrived-field')].map(({ textContent }) => textContent ?? '')
  expect(lines.filter((line) => !line.includes('embargo'))).toEqual([
    'Sets the byline: Kim Ji-woo (Correspondent), Ida Park',
    'Sets the dateline: Busan, Oct. 30',
    'Sets the ed note: Adds handshake.',
  ])
  expect(lines.find((line) => line.includes('embargo'))).toMatch(/^Sets the embargo: .*5.*lifted/)
})

test('a file whose story the library has is not ticked: the panel names the story, shows it, and imports it when ticked', async () => {
  const known = [
    { id: 's1', slug: 'cranes', headline: 'Cranes stand still', stage: 'filed' as const },
    ...['s2', 's3', 's4', 's5'].map((id) => ({
      id,
      slug: '',
      headline: 'Cranes stand still',
      stage: 'draft' as const,
    })),
  ]
  const fake = fakeWindow({
    answers: {
      'story.previewImport': ({ name }) =>
        did({
          ...{ headline: 'Cranes stand still', blocks: [], losses: [], language: 'en', format: 'plain text' },
          ...(name === 'a.txt' ? { known } : { headline: 'Trams run late' }),
        }),
      'story.import': ({ name }) => did({ id: name, headline: name, losses: [] }),
    },
  })
  const opened: string[] = []
  Object.assign(fake.services.newsroom, { openStory: (id: string) => (opened.push(id), Promise.resolve(true)) })
  page = await put(fake.services, <ImportPanel />)
  await drop(fake, ['a.txt', 'b.txt', 'c.txt'])
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.arrival input[type=checkbox]')]
  expect(boxes.map(({ checked }) => checked)).toEqual([false, true, false])
  expect([...document.querySelectorAll('.arrival .form-note')].map(({ textContent }) => textContent)).toEqual([
    'Already in the library: “Cranes stand still” (cranes, Filed).Show it',
    'Already in the library: “Cranes stand still” (Draft).Show it',
    'Already in the library: “Cranes stand still” (Draft).Show it',
    '2 more stories have this headline.',
    'Tick the file to import it all the same: it becomes another story.',
    'b.txt, above in this list, has the same headline. Tick this file to import it too.',
  ])
  await click(
    document.querySelector<HTMLElement>('[aria-label="Show “Cranes stand still” (cranes, Filed)"]') as HTMLElement,
  )
  expect(opened).toEqual(['s1'])
  await click(boxes[0] as HTMLElement)
  await click(importButton())
  expect(sent(fake, 'story.import')).toEqual(['a.txt', 'b.txt'])
})
