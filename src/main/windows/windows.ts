import { join } from 'node:path'
import { BrowserWindow, dialog, screen } from 'electron'
import { EVENT_CHANNEL, type EventName, type Events, type KeptDraft } from '../../ipc/contract'
import { APP_URL } from '../protocols/appProtocol'
import type { RememberedState } from './rememberedState'

/** One window of the app: who acts in it and which story it shows. */
export interface WindowSession {
  readonly window: BrowserWindow
  /** Names this window as the origin of what it types. */
  readonly origin: string
  person: string | undefined
  /** That `person` gave a PIN here, and which (PinGuard). */
  proof: string | undefined
  /** Who is to give a PIN before anybody acts here. */
  asks: string | undefined
  /** Stories this window has open; it hears of their changes. */
  readonly stories: Set<string>
  /** Files that this window copies into the library: the name of the copying, and what stops it. */
  readonly copying: Map<string, () => void>
  /** What was begun in its forms, for its page when that is loaded anew; goes with the window. */
  readonly drafts: Map<string, KeptDraft>
  /** The story that the window was opened for, until it has asked for it. */
  first: string | undefined
  /** A file to import as soon as it is known who acts. */
  file?: string
  /** What went wrong before the window was there, until it has been told. */
  trouble?: string | undefined
}

/** What a window is opened for. */
export type WindowOpening = Pick<Partial<WindowSession>, 'first' | 'file' | 'trouble' | 'proof' | 'asks'>

/** All windows, and the way to tell them things. */
export class Windows {
  readonly #desks = new Map<number, WindowSession>()
  /** When the page of a window, by its origin, stopped last. */
  readonly #stopped = new Map<string, number>()

  constructor(
    readonly root: string,
    readonly remembered: RememberedState,
  ) {}

  /** A new window with its page loaded. */
  async open(person: string | undefined, opening: WindowOpening = {}): Promise<WindowSession> {
    const desk = this.make(person, opening)
    await this.load(desk)
    return desk
  }

  /** A new window without a page. It shows itself when its page has been painted and `mayShow` has come true. */
  make(
    person: string | undefined,
    opening: WindowOpening = {},
    mayShow: Promise<unknown> = Promise.resolve(),
  ): WindowSession {
    const bounds = this.#desks.size === 0 ? visibleBounds(this.remembered.value.bounds) : undefined
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      minWidth: 640,
      minHeight: 480,
      ...bounds,
      show: false,
      backgroundColor: '#fffdf9',
      title: 'Stet',
      webPreferences: {
        preload: join(this.root, 'out', 'preload', 'index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: true,
        devTools: true,
        backgroundThrottling: false,
      },
    })
    const desk: WindowSession = {
      window,
      origin: `window-${window.webContents.id}`,
      person,
      stories: new Set(),
      copying: new Map(),
      drafts: new Map(),
      first: undefined,
      proof: undefined,
      asks: undefined,
      ...opening,
    }
    const { id } = window.webContents
    this.#desks.set(id, desk)
    window.once('ready-to-show', () => void mayShow.then(() => !window.isDestroyed() && window.show()))
    // To read and decode it takes as long as a frame: the page comes first. A Mac's comes with the app itself.
    if (process.platform !== 'darwin')
      window.webContents.once('did-finish-load', () => window.setIcon(join(this.root, 'resources', 'icon.png')))
    window.on('close', () => this.remembered.change({ bounds: window.getNormalBounds() }))
    window.on('closed', () => {
      this.#desks.delete(id)
      stopCopying(desk)
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => this.#loadAnew(desk, reason))
    return desk
  }

  /** The process behind a window's page ended: what was typed up to the last "Saved" is in main, so the page comes back over it. */
  #loadAnew(desk: WindowSession, reason: string): void {
    if (desk.window.isDestroyed() || reason === 'clean-exit') return
    process.stderr.write(`stet: a window's page stopped (${reason}).\n`)
    stopCopying(desk)
    const now = Date.now()
    const again = now - (this.#stopped.get(desk.origin) ?? -Infinity) < STOPPED_AGAIN_MS
    this.#stopped.set(desk.origin, now)
    if (again) {
      dialog.showErrorBox(
        'This window cannot go on',
        'Its page stopped twice within a few seconds, so it is closed. What read “Saved” is on the disk. Start Stet again; if it happens again, “stet doctor” says whether the library is as it should be.',
      )
      desk.window.destroy()
      return
    }
    desk.trouble =
      'This window stopped and was loaded anew. All that read “Saved” is here; look at the last words you typed. What was begun in a form is in it when it is opened again.'
    void this.load(desk).catch((error: unknown) => process.stderr.write(`stet: ${String(error)}\n`))
  }

  async load({ window }: WindowSession): Promise<void> {
    try {
      await window.loadURL(APP_URL)
    } catch (error) {
      // Closed while its page was on the way: nothing is wrong.
      if (window.isDestroyed()) return
      throw error
    }
    window.webContents.setZoomFactor(this.remembered.value.zoom)
  }

  /** The desk that a message came from; undefined for anything that is not the main frame of one of our windows. */
  from(event: {
    readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
    readonly sender: { readonly id: number }
  }): WindowSession | undefined {
    const frame = event.senderFrame
    if (frame === null || frame.parent !== null || frame.url !== APP_URL) return undefined
    return this.#desks.get(event.sender.id)
  }

  get all(): readonly WindowSession[] {
    return [...this.#desks.values()]
  }

  front(): WindowSession | undefined {
    const focused = BrowserWindow.getFocusedWindow()
    return this.all.find((desk) => desk.window === focused) ?? this.all[0]
  }

  comeForward({ window }: WindowSession): void {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  tell<E extends EventName>(name: E, event: Events[E], to: (desk: WindowSession) => boolean = () => true): void {
    for (const desk of this.all) {
      if (to(desk) && !desk.window.isDestroyed()) desk.window.webContents.send(EVENT_CHANNEL, { name, event })
    }
  }
}

/** Milliseconds: a page that stops again within this is not brought back for ever. */
const STOPPED_AGAIN_MS = 10_000

/** Nobody is left who could say that such a file is wanted. */
function stopCopying({ copying }: WindowSession): void {
  for (const stop of copying.values()) stop()
  copying.clear()
}

/** Remembered bounds, when they still lie on a screen. */
function visibleBounds(bounds: RememberedState['value']['bounds']): typeof bounds {
  if (!bounds) return undefined
  const { workArea } = screen.getDisplayMatching(bounds)
  const overlaps =
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y < workArea.y + workArea.height &&
    bounds.y + bounds.height > workArea.y
  return overlaps ? bounds : undefined
}
