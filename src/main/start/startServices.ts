/** Opens the library. From then on main answers the windows' calls. */
import { app, Menu } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import type { CommandId } from '../../ipc/commands'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { Backups } from '../library/backups'
import { ReadOnlyLibrary } from '../library/readOnlyLibrary'
import type { KeptFiles } from '../protocols/evidenceProtocol'
import { isBundle, launchFile, openLaunchFile } from '../calls/launchFile'
import { usableChanges } from '../../ipc/keymap'
import { buildMenu } from '../windows/menu'
import type { FinderFiles } from './finderFiles'
import { loadActions } from '../../newsroom/runAction'
import { closeBeforeQuit } from './closeBeforeQuit'
import { openNewsroom } from './openNewsroom'
import { nodeFiles } from '../../storage/disk/fileLayer'
import { mayBeOwned } from '../../storage/owner/libraryLock'
import type { RememberedState } from '../windows/rememberedState'
import { takeWindowsAgain } from '../windows/windowsAgain'
import { answerCalls, answerWithError, type Answerer } from '../calls/serveCalls'
import { restart } from '../calls/restart'
import { launchRequest, readLaunch, type LaunchRequest } from './singleInstance'
import type { Windows, WindowSession } from '../windows/windows'
import { messageOf } from '../../story/text/messageOf'
import { DeskFeed } from '../calls/desk/deskFeed'
import { mustAsk } from '../calls/whoActs'
import { defined } from '../../story/text/defined'

/** Milliseconds after main can answer the window. */
const ACTIONS_AFTER_MS = 1000

export interface ServiceOptions {
  /** The library's folder. */
  readonly folder: string
  /** STET_USER. */
  readonly acting: string | undefined
  readonly windows: Windows
  readonly remembered: RememberedState
  /** The window that loads meanwhile. This module decides who acts in it and with which story it starts. */
  readonly first: WindowSession
  readonly finder: FinderFiles
}

/** What windows use of main. */
export interface MainServices {
  readonly answer: Answerer
  readonly kept: KeptFiles
  /** To call before the first window is shown. */
  readonly beforeShown: () => void
}

const NO_FILES: KeptFiles = { openFile: () => Promise.resolve(undefined) }

/**
 * Returns what answers the windows: the newsroom, or the error of the library. Never resolves if another app has the
 * library open and came forward: this process ends.
 */
export async function startServices({
  folder,
  acting,
  windows,
  remembered,
  first,
  finder,
}: ServiceOptions): Promise<MainServices> {
  const file = launchFile() ?? finder.first()
  const waiting: LaunchRequest[] = []
  let onLaunch = (launch: LaunchRequest): void => void waiting.push(launch)
  const launch = launchRequest(file, acting)
  const opened = await openNewsroom({
    folder,
    person: acting,
    known: remembered.value.library === folder,
    launch,
    onSecondLaunch: (another) => onLaunch(another),
  }).catch((error: unknown) => ({ error }))
  // Nobody owns an archive, so no owner is asked. The profile is that of the archive.
  const isArchive = typeof opened === 'object' && 'newsroom' in opened && opened.newsroom.library.archive !== undefined
  if (opened === 'handedOver' || (isArchive && !app.requestSingleInstanceLock({ ...launch }))) {
    process.stderr.write(`stet: ${mainText('start.handedOver', { folder })}\n`)
    app.exit(0)
    return new Promise<never>(() => undefined)
  }
  if ('error' in opened) {
    const { error } = opened
    process.stderr.write(`stet: ${messageOf(error)}\n`)
    const startAgain = (): void =>
      restart(app, { options: {}, remember: () => undefined, hasWindows: () => windows.all.length > 0 })
    return { answer: answerWithError(error, startAgain), kept: NO_FILES, beforeShown: () => undefined }
  }
  if (isArchive) app.on('second-instance', (_event, _arguments, _folder, sent) => onLaunch(readLaunch(sent)))
  const { newsroom } = opened
  const readOnly = opened.readOnly && new ReadOnlyLibrary(opened.readOnly.why, windows)
  if (opened.readOnly?.inUse) readOnly?.watch(() => mayBeOwned(nodeFiles, folder))
  // An archive whose drive is unplugged must not become a new library either.
  if (readOnly === undefined || isArchive) remembered.change({ library: folder })
  const [inFront, ...others] = takeWindowsAgain(remembered)
  const actor = actorFor(newsroom, acting ?? inFront?.person ?? remembered.value.person)
  const desk = new DeskFeed(newsroom)
  sendEvents(newsroom, windows, desk)
  let hasMenu = false
  const showMenu = (): void => {
    hasMenu = true
    Menu.setApplicationMenu(
      buildMenu(
        (command, window) => sendCommand(command, windows, actor, window?.webContents.id),
        usableChanges(remembered.value.keys),
      ),
    )
  }
  // A bar that came later would push the page down.
  const beforeShown = (): void => (hasMenu ? undefined : showMenu())
  closeBeforeQuit(app, folder, () => Promise.allSettled([newsroom.close(), remembered.settled()]))
  const isUnknown = acting !== undefined && actor.person === undefined && actor.asks === undefined
  Object.assign(first, {
    ...actor,
    ...defined({ first: inFront?.story }),
    ...defined({ problem: isUnknown ? mainText('start.notOnRoster', { name: acting }) : remembered.problem }),
    ...(file === undefined ? {} : await openLaunchFile(newsroom, actor.person, file, readOnly?.why)),
  })
  // The story is read when the page asks for it, while its script is compiled. Before, a long story would keep the page
  // from its first line of script.
  onLaunch = (another) => void receiveLaunch(another, newsroom, windows, actor, readOnly?.why)
  waiting.forEach((another) => onLaunch(another))
  finder.giveTo((path) => onLaunch(launchRequest(path, acting)))
  app.on('activate', () => {
    if (windows.all.length === 0) void windows.open(actor.person, { asks: actor.asks })
  })
  app.on('accessibility-support-changed', (_event, assisted) => windows.tell('assistedChanged', { assisted }))
  newsroom.restStories(() => new Set(windows.all.flatMap(({ stories }) => [...stories]))).start()
  const backups = new Backups(newsroom, windows, remembered)
  // A library that is only read is backed up by the process that writes it.
  void (readOnly === undefined ? backups.start() : backups.recall())
  // Nobody waits for the code of the first verdict, and nobody gives one this early.
  setTimeout(() => void loadActions().catch(() => undefined), ACTIONS_AFTER_MS).unref()
  const answer = answerCalls({
    newsroom,
    desk,
    windows,
    remembered,
    readOnly,
    backups,
    showMenu,
    assisted: () => app.accessibilitySupportEnabled,
  })
  // The window draws its story meanwhile.
  const afterFirst = (): void => {
    beforeShown()
    for (const { person, story } of others) {
      const other = person === undefined ? actor : actorFor(newsroom, person)
      void windows.open(other.person, { asks: other.asks, behind: true, ...defined({ first: story }) })
    }
  }
  return { answer: withNext(answer, afterFirst), kept: newsroom.store, beforeShown }
}

/** Runs `next` after the first answer was sent. */
function withNext(answer: Answerer, next: () => void): Answerer {
  let isFirst = true
  return async (session, message) => {
    const outcome = await answer(session, message)
    if (isFirst) setImmediate(next)
    isFirst = false
    return outcome
  }
}

/** Who acts in a new window. `asks`: who has to give a PIN first, or has left. */
interface Actor {
  readonly person: string | undefined
  readonly asks: string | undefined
}

/** The person of this name if the roster knows it and the person has not left. Otherwise the window asks who acts. */
function actorFor(newsroom: Newsroom, name: string | undefined): Actor {
  const known = name === undefined ? undefined : newsroom.onRoster(name)
  const cannot = known?.pin === true || known?.left === true
  return { person: cannot ? undefined : known?.name, asks: cannot ? known.name : undefined }
}

/**
 * Handles another start of the app on this library: a window comes forward, or a new one opens for another person. It
 * imports the file that the app was started with.
 */
async function receiveLaunch(
  { file, person: named }: LaunchRequest,
  newsroom: Newsroom,
  windows: Windows,
  usual: Actor,
  readOnly: string | undefined,
): Promise<void> {
  const other = named !== undefined && newsroom.onRoster(named) ? named : undefined
  const session =
    windows.all.find(({ person, asks }) => (person ?? asks) === other) ??
    (other === undefined ? windows.front() : undefined)
  if (!session) {
    const { person, asks } = other === undefined ? usual : actorFor(newsroom, other)
    const opening = file === undefined ? {} : await openLaunchFile(newsroom, person, file, readOnly)
    windows.comeForward(await windows.open(person, { asks, ...opening }))
    return
  }
  windows.comeForward(session)
  if (file === undefined) return
  const isSession = (one: WindowSession): boolean => one === session
  const tell = (message: string): void => windows.tell('storageFailed', { story: '', message }, isSession)
  // Starting the app again proves no PIN: nothing is imported in the name of a person who has one.
  if (
    readOnly === undefined &&
    session.person !== undefined &&
    newsroom.onRoster(session.person)?.pin &&
    !isBundle(file)
  )
    return tell(mainText('launchFile.needsPin', { file, person: session.person }))
  const { first, problem, arrived, file: pending } = await openLaunchFile(newsroom, session.person, file, readOnly)
  if (pending !== undefined) session.file = pending
  if (arrived !== undefined) {
    session.arrived = arrived
    windows.tell('filesArrived', {}, isSession)
  }
  if (first !== undefined) windows.tell('openStory', { story: first }, isSession)
  if (problem !== undefined) tell(problem)
}

/** Sends events of the newsroom to every window that shows the story. A window does not get back what it typed. */
function sendEvents(newsroom: Newsroom, windows: Windows, desk: DeskFeed): void {
  newsroom.on('storyUpdated', ({ story, update, by, origin }) =>
    windows.tell(
      'storyUpdated',
      { story, update, by, ...defined({ origin }) },
      (session) => session.stories.has(story) && session.origin !== origin,
    ),
  )
  newsroom.on('ledgerGrew', (event) => windows.tell('ledgerGrew', event, ({ stories }) => stories.has(event.story)))
  newsroom.on('storiesChanged', (event) => windows.tell('storiesChanged', event))
  newsroom.on('lossesChanged', (event) =>
    windows.tell('lossesChanged', event, ({ stories }) => stories.has(event.story)),
  )
  newsroom.on('deskChanged', () => {
    const news = desk.news()
    if (news) windows.tell('deskChanged', news)
    // Later: the window in which a PIN was set has its proof only after its call was answered. The first PIN changes
    // the desk twice before that.
    void Promise.allSettled(windows.all.map(async ({ pinCall }) => pinCall)).then(() =>
      setImmediate(() => windows.tell('askPin', {}, (session) => mustAsk(newsroom, session))),
    )
  })
  newsroom.on('storageFailed', (event) => windows.tell('storageFailed', event))
}

function sendCommand(command: CommandId, windows: Windows, { person, asks }: Actor, target: number | undefined): void {
  const session = windows.all.find(({ window }) => window.webContents.id === target) ?? windows.front()
  if (!session) {
    if (command === 'window.new' || command === 'story.new') void windows.open(person, { asks })
    return
  }
  windows.tell('command', { command }, (other) => other === session)
}
