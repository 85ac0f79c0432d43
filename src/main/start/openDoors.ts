/** The library is opened, and from then on the windows' calls are answered. */
import { app, Menu } from 'electron'
import type { CommandId } from '../../ipc/commands'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { Backups } from '../library/backups'
import type { KeptFiles } from '../protocols/evidenceProtocol'
import { givenFile, openGiven } from '../calls/givenFile'
import { usableChanges } from '../../ipc/keymap'
import { buildMenu } from '../windows/menu'
import { openHouse } from './openHouse'
import type { RememberedState } from '../windows/rememberedState'
import { callsInTrouble, callsOf, type Answerer } from '../calls/serveCalls'
import { visitOf, type Visit } from './visit'
import type { WindowSession, Windows } from '../windows/windows'

export interface DoorNeeds {
  /** The library's. */
  readonly folder: string
  /** STET_USER. */
  readonly acting: string | undefined
  readonly windows: Windows
  readonly remembered: RememberedState
  /** The window that loads meanwhile. Who acts in it and what it opens with is settled here. */
  readonly first: WindowSession
}

/** What windows get from the house. */
export interface Doors {
  readonly answer: Answerer
  readonly kept: KeptFiles
}

const NOTHING_KEPT: KeptFiles = { openFile: () => Promise.resolve(undefined) }

/** Resolves with what answers the windows: the newsroom, or what is wrong with the library. Never when another app has the library and came forward. */
export async function openDoors({ folder, acting, windows, remembered, first }: DoorNeeds): Promise<Doors> {
  const given = givenFile()
  const visits: Visit[] = []
  let welcome = (visit: Visit): void => void visits.push(visit)
  const house = await openHouse({
    folder,
    person: acting,
    known: remembered.value.library === folder,
    visit: visitOf(given, acting),
    welcome: (visit) => welcome(visit),
  }).catch((error: unknown) => ({ trouble: error }))
  if (house === 'handedOver') {
    process.stderr.write(`stet: ${folder} is open already; its window has come forward.\n`)
    app.exit(0)
    return new Promise<never>(() => undefined)
  }
  if ('trouble' in house) {
    process.stderr.write(`stet: ${house.trouble instanceof Error ? house.trouble.message : String(house.trouble)}\n`)
    return { answer: callsInTrouble(house.trouble), kept: NOTHING_KEPT }
  }
  const { newsroom, readOnly } = house
  if (readOnly === undefined) remembered.change({ library: folder })
  const { person, asks } = whoActs(newsroom, acting, remembered)
  tellWindows(newsroom, windows)
  const showMenu = (): void =>
    Menu.setApplicationMenu(
      buildMenu(
        (command, window) => give(command, windows, { person, asks }, window?.webContents.id),
        usableChanges(remembered.value.keys),
      ),
    )
  showMenu()
  closeWell(newsroom, remembered)
  const stranger =
    acting !== undefined && person === undefined && asks === undefined
      ? { trouble: `“${acting}” is not on the roster of this library. Say who you are.` }
      : {}
  Object.assign(first, {
    person,
    asks,
    ...stranger,
    ...(given === undefined ? {} : await openGiven(newsroom, person, given, readOnly)),
  })
  const story = first.first ?? remembered.value.lastStory
  // Read while the page loads. Whatever is wrong with it, the window will ask and say.
  if (story !== undefined) newsroom.storyNow(story).catch(() => undefined)
  welcome = (visit) => void receive(visit, newsroom, windows, { person, asks })
  visits.forEach((visit) => welcome(visit))
  app.on('activate', () => {
    if (windows.all.length === 0) void windows.open(person, { asks })
  })
  app.on('accessibility-support-changed', (_event, assisted) => windows.tell('assistedChanged', { assisted }))
  const backups = new Backups(newsroom, windows, remembered)
  if (readOnly === undefined) backups.keepLooking()
  return {
    answer: callsOf({
      newsroom,
      windows,
      remembered,
      readOnly,
      backups,
      showMenu,
      assisted: () => app.accessibilitySupportEnabled,
    }),
    kept: newsroom.store,
  }
}

/** Who acts in a window from its beginning; `asks`: who is to give a PIN first. */
interface Beginner {
  readonly person: string | undefined
  readonly asks: string | undefined
}

/** STET_USER, else who worked here last, when the roster knows the name; otherwise the window asks. */
const whoActs = (newsroom: Newsroom, acting: string | undefined, remembered: RememberedState): Beginner =>
  beginner(newsroom, acting ?? remembered.value.person)

function beginner(newsroom: Newsroom, name: string | undefined): Beginner {
  const known = name === undefined ? undefined : newsroom.onRoster(name)
  return { person: known?.pin ? undefined : known?.name, asks: known?.pin ? known.name : undefined }
}

/** The app was started again on this library: the window comes forward, or a new one for another person, with the file that was given. */
async function receive(
  { file, person: named }: Visit,
  newsroom: Newsroom,
  windows: Windows,
  usual: Beginner,
): Promise<void> {
  const other = named !== undefined && newsroom.onRoster(named) ? named : undefined
  const desk =
    windows.all.find(({ person, asks }) => (person ?? asks) === other) ??
    (other === undefined ? windows.front() : undefined)
  if (!desk) {
    const { person, asks } = other === undefined ? usual : beginner(newsroom, other)
    windows.comeForward(
      await windows.open(person, { asks, ...(file === undefined ? {} : await openGiven(newsroom, person, file)) }),
    )
    return
  }
  windows.comeForward(desk)
  if (file === undefined) return
  const tell = (message: string): void => windows.tell('storageTrouble', { story: '', message }, (one) => one === desk)
  // Whoever asks gave no PIN: it is not brought in under the name of a person who has one.
  if (desk.person !== undefined && newsroom.onRoster(desk.person)?.pin)
    return tell(`${file} was not imported by itself, because ${desk.person} has a PIN. Choose it with “Import”.`)
  const { first, trouble, file: waiting } = await openGiven(newsroom, desk.person, file)
  if (waiting !== undefined) desk.file = waiting
  if (first !== undefined) windows.tell('openStory', { story: first }, (one) => one === desk)
  if (trouble !== undefined) tell(trouble)
}

/** What happens in the library reaches every window that shows it; a window never hears its own typing back. */
function tellWindows(newsroom: Newsroom, windows: Windows): void {
  newsroom.on('storyUpdated', ({ story, update, by, origin }) =>
    windows.tell(
      'storyUpdated',
      { story, update, by, ...(origin === undefined ? {} : { origin }) },
      (desk) => desk.stories.has(story) && desk.origin !== origin,
    ),
  )
  newsroom.on('ledgerGrew', (event) => windows.tell('ledgerGrew', event, (desk) => desk.stories.has(event.story)))
  newsroom.on('storiesChanged', (event) => windows.tell('storiesChanged', event))
  newsroom.on('deskChanged', ({ roster, settings, sources }) => {
    windows.tell('deskChanged', { roster, settings, sources })
    // In a turn of its own: the window in which a PIN was set counts as having given it once its call is answered.
    setImmediate(() =>
      windows.tell('askPin', {}, ({ person, proof }) => person !== undefined && !newsroom.pins.holds(person, proof)),
    )
  })
  newsroom.on('storageTrouble', (event) => windows.tell('storageTrouble', event))
}

function give(command: CommandId, windows: Windows, { person, asks }: Beginner, target: number | undefined): void {
  const desk = windows.all.find(({ window }) => window.webContents.id === target) ?? windows.front()
  if (!desk) {
    if (command === 'window.new' || command === 'story.new') void windows.open(person, { asks })
    return
  }
  windows.tell('command', { command }, (other) => other === desk)
}

/** The last write is on disk and the lock is given up before the process ends. */
function closeWell(newsroom: Newsroom, remembered: RememberedState): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void Promise.allSettled([newsroom.close(), remembered.settled()]).then((results) => {
      for (const result of results)
        if (result.status === 'rejected') process.stderr.write(`stet: ${String(result.reason)}\n`)
      closed = true
      // In a turn of its own: with nothing to write this runs inside the first quit, which would swallow the second.
      setImmediate(() => app.quit())
    })
  })
}
