/** The sheet of a window in a page without a screen, for what leaves by clipboard and drag. */
import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/core'
import type { Seen } from './attempt'
import type { Desk } from './driver'

/** Names of a page that the editor looks for in the global object. */
const OF_PAGE = [
  'window',
  'document',
  'navigator',
  'Node',
  'Text',
  'Element',
  'HTMLElement',
  'HTMLInputElement',
  'HTMLTextAreaElement',
  'Event',
  'KeyboardEvent',
  'MouseEvent',
  'CustomEvent',
  'MutationObserver',
  'DOMParser',
  'Range',
  'Document',
  'DocumentFragment',
  'getSelection',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'innerHeight',
  'innerWidth',
] as const

/** A package without types. */
const PAGES = 'jsdom'

async function inPage(): Promise<Document> {
  const { JSDOM } = (await import(PAGES)) as {
    JSDOM: new (html: string, options: object) => { window: Window & typeof globalThis }
  }
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true })
  const page = window as unknown as Record<string, unknown>
  for (const name of OF_PAGE)
    if (page[name] !== undefined)
      Object.defineProperty(globalThis, name, { value: page[name], configurable: true, writable: true })
  return window.document
}

/** Collects what other programs would get. */
class Transfer {
  readonly #data = new Map<string, string>()
  effectAllowed = 'uninitialized'
  readonly files: readonly File[] = []
  get types(): readonly string[] {
    return [...this.#data.keys()]
  }
  getData(kind: string): string {
    return this.#data.get(kind) ?? ''
  }
  setData(kind: string, value: string): void {
    this.#data.set(kind, value)
  }
  clearData(): void {
    this.#data.clear()
  }
  get all(): string {
    return [...this.#data.values()].join('\n')
  }
}

type Guard = Readonly<Record<string, unknown>> & {
  readonly copyText?: (text: string) => Promise<unknown>
}

/** The guard of the window; the code before has none. */
async function guardOf(desk: Desk, story: string): Promise<Guard | undefined> {
  const modules = import.meta.glob<{ WindowClipboard: new (newsroom: unknown, notices: unknown) => Guard }>(
    '../../src/renderer/state/stores/clipboard/windowClipboard.ts',
  )
  const load = Object.values(modules)[0]
  if (!load) return undefined
  const { WindowClipboard } = await load()
  const scans = import.meta.glob<{ clipboardScan: { load: () => Promise<unknown> } }>(
    '../../src/renderer/state/stores/clipboard/clipboardScan.ts',
  )
  for (const scan of Object.values(scans)) await (await scan()).clipboardScan.load()
  const room = await desk.room()
  const open = await room.storyNow(story)
  const view = { story: open.value(), clear: { door: 'clear', blocks: [], warns: [], overridden: [] } }
  const session = { id: story, store: { getState: () => ({ view }) } }
  const state = { desk: { ...room.library }, session }
  const notices = { ask: () => undefined, showAlert: () => undefined, say: () => undefined, check: () => true }
  return new WindowClipboard({ store: { getState: () => state }, call: () => Promise.resolve(undefined) }, notices)
}

async function sheetOf(desk: Desk, story: string): Promise<{ editor: Editor; page: Document }> {
  const page = await inPage()
  const [{ createStoryEditor }, { ClipMemory }] = await Promise.all([
    import('../../src/editor/createStoryEditor'),
    import('../../src/editor/clipboard/clip'),
  ])
  const { doc } = await desk.window('Reporter', story)
  const guard = await guardOf(desk, story)
  const options = {
    element: page.body.appendChild(page.createElement('div')),
    doc,
    storyId: story,
    person: 'Reporter',
    newId: () => 'fact-clip',
    now: () => '2026-10-30T09:00:00.000Z',
    clips: new ClipMemory(),
    ...(guard ? { clipboardGuard: guard } : {}),
  }
  return { editor: createStoryEditor(options as never), page }
}

/** Selects all, and copies, cuts or drags it. Let through: other programs get the name. */
export async function takeOut(
  desk: Desk,
  story: string,
  kind: 'copy' | 'cut' | 'dragstart',
  name: string,
): Promise<Seen> {
  const { editor, page } = await sheetOf(desk, story)
  try {
    const { doc, tr } = editor.state
    editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(1), doc.resolve(doc.content.size - 1))))
    const data = new Transfer()
    const event = new (page.defaultView as unknown as { Event: typeof Event }).Event(kind, {
      bubbles: true,
      cancelable: true,
    })
    Object.defineProperty(event, kind === 'dragstart' ? 'dataTransfer' : 'clipboardData', { value: data })
    editor.view.dom.dispatchEvent(event)
    const through = data.all.includes(name)
    return { through, seen: through ? 'the name is on its way' : `it holds ${data.types.join(', ') || 'nothing'}` }
  } finally {
    editor.destroy()
  }
}

/** Copies a text of a panel. */
export async function copyText(desk: Desk, story: string, text: string, name: string): Promise<Seen> {
  const written: string[] = []
  await inPage()
  Object.defineProperty(globalThis, 'navigator', {
    value: { clipboard: { writeText: (of: string) => (written.push(of), Promise.resolve()) } },
    configurable: true,
    writable: true,
  })
  const guard = await guardOf(desk, story)
  if (guard?.copyText) await guard.copyText(text)
  else await navigator.clipboard.writeText(text)
  const through = written.some((one) => one.includes(name))
  return { through, seen: through ? 'the name is on the clipboard' : 'it asks first' }
}
