import { join } from 'node:path'
import { BrowserWindow, dialog, screen } from 'electron'
import { languageNow } from '../../catalogue/area'
import { mainText } from '../../catalogue/rooms/main'
import { EVENT_CHANNEL, LANGUAGE_ARGUMENT, type EventName, type Events } from '../../ipc/contract'
import type { KeptDraft } from '../../ipc/startup'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { APP_URL } from '../protocols/appProtocol'
import type { RememberedState } from './rememberedState'

/** Milliseconds after the window is shown. */
const ICON_AFTER_MS = 500

/** A window of the app: who acts in it and which stories it has open. */
export interface WindowSession {
  readonly window: BrowserWindow
  /** Identifies this window as the origin of updates. */
  readonly origin: string
  person: string | undefined
  /** Proves that `person` gave the PIN in this window (PinGuard). */
  proof: string | undefined
  /** The last call that set or took away the PIN of `person`. The window has its new proof once it was answered. */
  pinCall?: Promise<unknown>
  /** Who has to give a PIN before anybody acts in this window, or has left the desk. */
  asks: string | undefined
  /** The open stories. The window gets events of them. */
  readonly stories: Set<string>
  /** Files that this window copies into the library: the upload's id, and a function that stops it. */
  readonly copying: Map<string, () => void>
  /** Unsent form contents. A reloaded page gets them back. */
  readonly drafts: Map<string, KeptDraft>
  /** The story to open first. Undefined after it was opened. */
  first: string | undefined
  /** A file to import as soon as somebody acts in this window. */
  file?: string
  /** A bundle that the import panel shows as soon as somebody acts in this window. Nothing of it is merged before. */
  arrived?: string
  /** Where `saveToFolder` writes: the folder that the person chose last. */
  exportFolder?: string
  /** Where `archiveStories` moves stories: the folder that the person chose last. */
  archiveFolder?: string
  /** The archive from which `takeBackStory` takes stories: open for reading. */
  takesFrom?: { readonly folder: string; readonly archive: Newsroom }
  /** An error from before the page was loaded. Undefined after the page got it. */
  problem?: string | undefined
}

/** How a new window starts. */
export type WindowOpening = Pick<
  Partial<WindowSession>,
  'first' | 'file' | 'arrived' | 'problem' | 'proof' | 'asks'
> & {
  /** The window shows behind the one that people type in. */
  readonly behind?: true
}

function show(window: BrowserWindow, behind: true | undefined): void {
  if (window.isDestroyed()) return
  if (behind) window.showInactive()
  else window.show()
}

/** All windows of the app. */
export class Windows {
  readonly #sessions = new Map<number, WindowSession>()
  /** The last time at which a window's page stopped, by origin. */
  readonly #stopped = new Map<string, number>()

  constructor(
    readonly root: string,
    readonly remembered: RememberedState,
  ) {}

  /** Opens a window and loads its page. */
  async open(person: string | undefined, opening: WindowOpening = {}): Promise<WindowSession> {
    const session = this.make(person, opening)
    await this.load(session)
    return session
  }

  /**
   * Makes a window without a page. Once its page was painted, `mayShow` is called, and the window shows when that
   * resolves.
   */
  make(
    person: string | undefined,
    { behind, ...opening }: WindowOpening = {},
    mayShow: () => Promise<unknown> = () => Promise.resolve(),
  ): WindowSession {
    const bounds = this.#sessions.size === 0 ? visibleBounds(this.remembered.value.bounds) : undefined
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
        // Stet has a spell-checker of its own. Chromium's fetches dictionaries from the network.
        spellcheck: false,
        devTools: true,
        additionalArguments: [`${LANGUAGE_ARGUMENT}${languageNow()}`],
        backgroundThrottling: false,
      },
    })
    const session: WindowSession = {
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
    this.#sessions.set(id, session)
    window.once('ready-to-show', () => void mayShow().then(() => show(window, behind)))
    // On a Mac the app itself has the icon.
    if (process.platform !== 'darwin') window.once('show', () => this.#setIcon(window))
    window.on('close', () => this.remembered.change({ bounds: window.getNormalBounds() }))
    window.on('closed', () => {
      this.#sessions.delete(id)
      stopCopying(session)
      void session.takesFrom?.archive.close()
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => this.#reload(session, reason))
    return session
  }

  /** Decoding the icon takes as long as a frame or two. The first key comes first. */
  #setIcon(window: BrowserWindow): void {
    setTimeout(() => {
      if (!window.isDestroyed()) window.setIcon(join(this.root, 'resources', 'icon.png'))
    }, ICON_AFTER_MS)
  }

  /** Reloads the page of a window whose process ended. Main has everything up to the last “Saved”. */
  #reload(session: WindowSession, reason: string): void {
    if (session.window.isDestroyed() || reason === 'clean-exit') return
    process.stderr.write(`stet: ${mainText('window.stopped', { reason })}\n`)
    stopCopying(session)
    const now = Date.now()
    const again = now - (this.#stopped.get(session.origin) ?? -Infinity) < STOPPED_AGAIN_MS
    this.#stopped.set(session.origin, now)
    if (again) {
      dialog.showErrorBox(mainText('window.stoppedAgainTitle'), mainText('window.stoppedAgain'))
      session.window.destroy()
      return
    }
    session.problem = mainText('window.reloaded')
    void this.load(session).catch((error: unknown) => process.stderr.write(`stet: ${String(error)}\n`))
  }

  async load({ window }: WindowSession): Promise<void> {
    try {
      await window.loadURL(APP_URL)
    } catch (error) {
      // The window was closed while its page loaded. That is no error.
      if (window.isDestroyed()) return
      throw error
    }
    window.webContents.setZoomFactor(this.remembered.value.zoom)
  }

  /** Returns the window that sent a message. Undefined for anything but the main frame of a window of this app. */
  from(event: {
    readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
    readonly sender: { readonly id: number }
  }): WindowSession | undefined {
    const frame = event.senderFrame
    if (frame === null || frame.parent !== null || frame.url !== APP_URL) return undefined
    return this.#sessions.get(event.sender.id)
  }

  get all(): readonly WindowSession[] {
    return [...this.#sessions.values()]
  }

  front(): WindowSession | undefined {
    const focused = BrowserWindow.getFocusedWindow()
    return this.all.find((session) => session.window === focused) ?? this.all[0]
  }

  comeForward({ window }: WindowSession): void {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  tell<E extends EventName>(name: E, event: Events[E], to: (session: WindowSession) => boolean = () => true): void {
    for (const session of this.all) {
      if (to(session) && !session.window.isDestroyed()) session.window.webContents.send(EVENT_CHANNEL, { name, event })
    }
  }
}

/** A page that stops twice within these milliseconds is not reloaded again. */
const STOPPED_AGAIN_MS = 10_000

/** Stops copying files into the library: the page that would use them is gone. */
function stopCopying({ copying }: WindowSession): void {
  for (const stop of copying.values()) stop()
  copying.clear()
}

/** Returns the bounds if they still overlap a screen. */
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
