import { windowText } from '../../../../catalogue/window/window'
import type { ClipboardGuard } from '../../../../editor/clipboard/clipboardGuard'
import type { ClipboardText } from '../../../../editor/clipboard/leaks'
import type { Bridge } from '../../../../ipc/contract'
import type { DeskFacts } from '../../../../ipc/deskFacts'
import { isAuthorEver } from '../../../../story/assessment/people/authors'
import type { Verdict } from '../../../../story/assessment/finding'
import type { Story } from '../../../../story/assessment/story'
import type { Block } from '../../../../story/copy/copy'
import { defined } from '../../../../story/text/defined'
import { clipboardScan } from './clipboardScan'
import type { Notices } from '../notices'

/** What the guard asks of its window. */
interface WindowOfClipboard {
  readonly store: { readonly getState: () => { readonly desk: DeskFacts; readonly session: SessionOfClipboard | null } }
  readonly call: Bridge['call']
}
interface SessionOfClipboard {
  readonly id: string
  readonly store: { readonly getState: () => { readonly view: { readonly story: Story; readonly clear: Verdict } } }
}

/** The answer before the scan is loaded: nobody has looked, so nothing leaves. */
const NOT_SCANNED = 'notScanned'

/**
 * Stands before everything that leaves this window by clipboard or drag: the sheet, panels, forms and previews. Words
 * that tell a protected source leave only when a person says so, and that is noted.
 */
export class WindowClipboard implements ClipboardGuard {
  readonly #newsroom: WindowOfClipboard
  readonly #notices: Notices
  #selecting: ReturnType<typeof setTimeout> | undefined

  constructor(newsroom: WindowOfClipboard, notices: Notices) {
    this.#newsroom = newsroom
    this.#notices = notices
  }

  readonly print = (blocks: readonly Block[], first: number): ClipboardText =>
    clipboardScan.ready()?.projectSlice(blocks, first) ?? { text: '' }

  /** In the first moment of a window a pasted draft becomes body alone. */
  readonly isForDesk = (line: string): boolean => {
    const scan = clipboardScan.ready()
    return !scan || scan.lineForDesk(line) !== undefined
  }

  readonly leaksIn = (leaving: ClipboardText): readonly string[] => {
    const scan = clipboardScan.ready()
    if (!scan) {
      void loadScan()
      return [NOT_SCANNED]
    }
    const { desk, session } = this.#newsroom.store.getState()
    const story = session?.store.getState().view.story
    const confirmed = (story?.ledger.dismissals ?? []).filter(
      ({ rule, by, key }) =>
        rule === 'sourceProtection' &&
        (desk.settings.deskOfOne || (story && !isAuthorEver(story, by))) &&
        !session?.store.getState().view.clear.blocks.some((block) => block.rule === rule && block.key === key),
    )
    return scan.clipboardLeaks(leaving, {
      sources: desk.sources,
      internalIds: idsIn(leaving, [
        ...(story ? [story.id, ...story.tags.keys(), ...(story.comments ?? []).map(({ id }) => id)] : []),
        ...desk.sources.map(({ id }) => id),
      ]),
      copy: story?.copy ?? [],
      confirmed: new Set(confirmed.map(({ key }) => key)),
    })
  }

  readonly ask = (leaving: ClipboardText, leaks: readonly string[]): void => this.#ask('clipboard.ask', leaving, leaks)

  #ask(text: 'clipboard.ask' | 'clipboard.askElsewhere', leaving: ClipboardText, leaks: readonly string[]): void {
    const sources = sourcesOf(leaks)
    if (sources === undefined) return this.#notices.say(windowText('clipboard.notYet'))
    const { session } = this.#newsroom.store.getState()
    this.#notices.ask(windowText(text, { sources }), {
      label: windowText('clipboard.letOut'),
      run: () => void this.#letOut(leaving, session?.id),
    })
  }

  readonly refuseDrag = (leaks: readonly string[]): void => {
    const sources = sourcesOf(leaks)
    if (sources === undefined) this.#notices.say(windowText('clipboard.notYet'))
    else this.#notices.showAlert(windowText('clipboard.noDrag', { sources }))
  }

  /** Copies plain text. Resolves to whether it is on the clipboard, or why a person has to do something. */
  readonly copyText = async (text: string): Promise<'copied' | 'asked' | 'failed'> => {
    const leaks = this.leaksIn({ text })
    if (leaks.length > 0) {
      this.#ask('clipboard.askElsewhere', { text }, leaks)
      return 'asked'
    }
    return navigator.clipboard.writeText(text).then(
      () => 'copied',
      () => 'failed',
    )
  }

  /** Guards copy, cut and drag in a page, except where the sheet has done it. */
  readonly watch = (page: Document): void => {
    page.addEventListener('copy', (event) => this.#onCopy(page, event))
    page.addEventListener('cut', (event) => this.#onCopy(page, event))
    page.addEventListener('dragstart', (event) => this.#onDrag(page, event))
    page.addEventListener('selectionchange', () => this.#onSelect(page))
  }

  /** On X11 a selection leaves by itself. One that tells a protected source is taken back as soon as it rests. */
  #onSelect(page: Document): void {
    clearTimeout(this.#selecting)
    if (page.getSelection()?.isCollapsed !== false && !isTextField(page.activeElement)) return
    const look = (): void => {
      const text = selectedText(page)
      if (text !== '' && this.leaksIn({ text }).length > 0) void this.#newsroom.call('clearSelection', {})
    }
    this.#selecting = setTimeout(() => {
      if (clipboardScan.ready()) look()
      // Also when the scan cannot be loaded: then the selection is taken back.
      else void loadScan().then(look)
    }, SELECTION_RESTS)
  }

  #onCopy(page: Document, event: ClipboardEvent): void {
    // The sheet has put its own words.
    if (event.defaultPrevented || !event.clipboardData) return
    const text = selectedText(page)
    if (text === '') return
    const leaks = this.leaksIn({ text })
    const field = page.activeElement
    const isCut = event.type === 'cut' && isTextField(field)
    // A field cuts by itself, and gives plain text only.
    if (isCut && leaks.length === 0) return
    event.preventDefault()
    // Only the sheet keeps what it copied. Words of a field or panel are nowhere else.
    if (leaks.length > 0) return this.#ask('clipboard.askElsewhere', { text }, leaks)
    event.clipboardData.clearData()
    event.clipboardData.setData('text/plain', text)
  }

  #onDrag(page: Document, event: DragEvent): void {
    if (event.defaultPrevented || !event.dataTransfer || isInSheet(event.target)) return
    const text = selectedText(page)
    const leaks = text === '' ? [] : this.leaksIn({ text })
    // Links and pictures would take their addresses along, which name files of the library.
    if (text === '' || leaks.length > 0) event.preventDefault()
    if (leaks.length > 0) return this.refuseDrag(leaks)
    event.dataTransfer.clearData()
    if (text !== '') event.dataTransfer.setData('text/plain', text)
  }

  async #letOut(leaving: ClipboardText, story: string | undefined): Promise<void> {
    const outcome = await this.#newsroom.call('copyOut', { text: leaving.text, ...defined({ story }) })
    if (this.#notices.check(outcome)) this.#notices.say(windowText('clipboard.copied'))
  }
}

const loadScan = async (): Promise<unknown> => clipboardScan.load().catch(() => undefined)

/** The protected sources that the answer names. Undefined: the words were not scanned. */
const sourcesOf = (leaks: readonly string[]): string | undefined =>
  leaks.includes(NOT_SCANNED) ? undefined : leaks.map((leak) => clipboardScan.ready()?.shownLabel(leak)).join(', ')

/** The ids that may be in the text. Seeking each of thousands in a long text would be felt. */
function idsIn({ text, html = '' }: ClipboardText, ids: readonly string[]): readonly string[] {
  const tokens = new Set(`${text}\n${html}`.match(/[A-Za-z0-9-]+/g))
  return ids.filter((id) => tokens.has(id))
}

/** Milliseconds. A selection by mouse or keys changes many times. */
const SELECTION_RESTS = 60

const isTextField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element?.tagName === 'INPUT' || element?.tagName === 'TEXTAREA'

const isInSheet = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.ProseMirror') !== null

/** The lines of a page of a PDF are how it is set: its words are one line, as in an excerpt. */
function selectedOnPage(selection: Selection | null): string {
  const text = selection?.toString() ?? ''
  return selection?.anchorNode?.parentElement?.closest('.viewer-words') ? text.replace(/\s*\n\s*/g, ' ') : text
}

/** Nothing of a PIN. Fields of numbers and dates do not say what is selected in them. */
function selectedText(page: Document): string {
  const field = page.activeElement
  if (!isTextField(field)) return selectedOnPage(page.getSelection())
  if (field.type === 'password') return ''
  return field.selectionStart === null ? field.value : field.value.slice(field.selectionStart, field.selectionEnd ?? 0)
}
