/** The calls of a window, each answered by one function. parsers.ts has parsed the requests before. */
import { app, dialog, nativeTheme } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import type { CallName, Calls, OpenedStory, Startup } from '../../ipc/contract'
import { usableChanges } from '../../ipc/keymap'
import type { CallContext } from './callContext'
import { refuseSamplePersonIn } from '../../newsroom/gate/samplePeople'
import { startup, withStory } from './startup'
import { tellingEndedPins } from '../../newsroom/state/pins/endingPins'
import { refuseWhoLeft } from '../../newsroom/people/whoLeft'
import { runAction, type Remark } from '../../newsroom/runAction'
import {
  NewsroomError,
  READING_ACTIONS,
  type ActionName,
  type AnswerOf,
  type RequestOf,
} from '../../story/requests/requests'
import { openExternalLink } from '../windows/externalLink'
import { argumentsWithoutFile, importPendingFile } from './launchFile'
import { ignoredWords } from './remembered/ignoredWords'
import { withLatest } from './remembered/latestStories'
import { seenSince } from './remembered/seenSince'
import { keepViews } from './remembered/savedViews'
import type { WindowSession } from '../windows/windows'
import { windowsToRemember } from '../windows/windowsAgain'
import { personOf, provenPerson } from './whoActs'
import { defined } from '../../story/text/defined'

type Answer<C extends CallName> = Promise<Calls[C]['answer']> | Calls[C]['answer']
export type CallHandlers = {
  readonly [C in CallName]: (
    context: CallContext,
    session: WindowSession,
    request: Calls[C]['request'],
    remark: Remark,
  ) => Answer<C>
}

export const callHandlers: CallHandlers = {
  act: (context, session, { action, request }, remark) => act(context, session, action, request as never, remark),
  startup: async (context, session) => {
    // A reloaded page starts with the story that it showed, and gets events of no other.
    session.first ??= [...session.stories].at(-1)
    session.stories.clear()
    const beginning = await startup(context, session)
    session.trouble = undefined
    return withStory(context, session, beginning, openStory)
  },
  deskSince: ({ desk }, _session, { at }) => desk.since(at),
  becomePerson,
  openStory,
  closeStory: (_context, session, { story }) => {
    session.stories.delete(story)
    return {}
  },
  pushUpdate: async ({ newsroom }, session, { story, update }) => {
    const open = await newsroom.story(story)
    const person = personOf(newsroom, session)
    await refuseSamplePersonIn(newsroom, person, story)
    await open.applyWindowUpdate(update, person, session.origin)
    return {}
  },
  rememberPosition: ({ remembered }, _session, position) => {
    remembered.change({
      lastStory: position.story,
      positions: withLatest(remembered.value.positions, position.story, position),
    })
    return {}
  },
  seenSince: ({ remembered }, { person }, { story, more }) => ({ keys: seenSince(remembered, person, story, more) }),
  keepDraft: (_context, { drafts }, { form, key, text }) => {
    const at = JSON.stringify([form, key])
    if (text === undefined) drafts.delete(at)
    else drafts.set(at, { form, key, text })
    return {}
  },
  openWindow: async ({ windows, newsroom }, session, { story }) => {
    await windows.open(provenPerson(newsroom, session), {
      first: story,
      proof: session.proof,
      asks: session.person ?? session.asks,
    })
    return {}
  },
  chooseImports: async (_context, session) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(session.window, {
      title: mainText('import.title'),
      properties: ['openFile', 'multiSelections'],
      filters: [
        {
          name: mainText('import.stories'),
          extensions: [
            'txt',
            'text',
            'md',
            'markdown',
            'html',
            'htm',
            'xhtml',
            'xml',
            'nitf',
            'newsml',
            'json',
            'ninjs',
            'docx',
            'stet',
          ],
        },
        { name: mainText('import.allFiles'), extensions: ['*'] },
      ],
    })
    if (canceled) return []
    return readAll(filePaths)
  },
  arrivedFiles: async (context, session) => {
    // Nobody reads what waits before it is proven who acts.
    if (provenPerson(context.newsroom, session) === undefined || session.arrived === undefined) return []
    const path = session.arrived
    delete session.arrived
    return readAll([path])
  },
  choosePictures: async (_context, session) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(session.window, {
      title: mainText('pictures.title'),
      properties: ['openFile', 'multiSelections'],
      filters: [{ name: mainText('pictures.files'), extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif'] }],
    })
    return canceled ? [] : readAll(filePaths)
  },
  saveHistory: async ({ newsroom }, session, request) =>
    (await saving()).saveHistory(newsroom, personOf(newsroom, session), session.window, request),
  saveNotice: async ({ newsroom }, session, request) =>
    (await saving()).saveNotice(newsroom, personOf(newsroom, session), session.window, request),
  saveExport: async ({ newsroom }, session, request) =>
    (await saving()).saveExport(newsroom, personOf(newsroom, session), session.window, request),
  printStory: async ({ newsroom }, session, request) =>
    (await saving()).printStory(newsroom, personOf(newsroom, session), request),
  saveBundle: async ({ newsroom }, session, request) =>
    (await saving()).saveBundle(newsroom, personOf(newsroom, session), session.window, request),
  saveToProfile: async ({ newsroom }, session, request) =>
    (await saving()).saveToProfile(newsroom, personOf(newsroom, session), session.window, request),
  chooseExportFolder: async (_context, session) => (await saving()).chooseExportFolder(session),
  saveToFolder: async ({ newsroom }, session, request) =>
    (await saving()).saveToFolder(newsroom, personOf(newsroom, session), session, request),
  saveProfile: async ({ newsroom }, session, request) =>
    (await saving()).saveProfile(newsroom, personOf(newsroom, session), session.window, request),
  saveExportAgain: async ({ newsroom }, session, request) =>
    (await saving()).saveExportAgain(newsroom, personOf(newsroom, session), session.window, request),
  saveCopy: async ({ newsroom }, session, request) =>
    (await saving()).saveCopy(newsroom, personOf(newsroom, session), session.window, request),
  copyOut: async ({ newsroom }, session, request) =>
    (await saving()).copyOut(newsroom, personOf(newsroom, session), request),
  clearSelection: async () => (await saving()).clearSelection(),
  backupStatus: ({ backups }) => backups.status,
  chooseBackupFolder: ({ backups, newsroom }, session) => backups.choose(personOf(newsroom, session), session.window),
  setBackup: ({ backups, newsroom }, session, { every }) => backups.setEvery(every, personOf(newsroom, session)),
  backUpNow: ({ backups, newsroom }, session) => backups.now(personOf(newsroom, session)),
  openLink: async (_context, session, { href }) => ({ opened: await openExternalLink(href, session.window) }),
  setZoom: ({ remembered }, session, { zoom }) => {
    session.window.webContents.setZoomFactor(zoom)
    remembered.change({ zoom })
    return {}
  },
  setWidths: ({ remembered }, _session, { widths }) => {
    remembered.change({ widths: { ...remembered.value.widths, ...widths } })
    return {}
  },
  setTheme: ({ remembered }, _session, { theme }) => {
    nativeTheme.themeSource = theme
    remembered.change({ theme })
    return {}
  },
  setSuggesting: ({ remembered }, { person }, { on }) => {
    const others = (remembered.value.suggesting ?? []).filter((name) => name !== person)
    remembered.change({ suggesting: [...others, ...(on && person !== undefined ? [person] : [])] })
    return {}
  },
  setLook: ({ remembered }, _session, { look }) => {
    remembered.change({ look: { ...remembered.value.look, ...look } })
    return {}
  },
  startAgain: ({ remembered, windows, readOnly }, session) => {
    remembered.change({ again: windowsToRemember(session, windows.all) })
    // A library that was only read did not take the file, nor did a window that waits for a PIN: the new start does.
    const isTaken = windows.all.every(({ file, arrived }) => file === undefined && arrived === undefined)
    if (readOnly === undefined && isTaken) app.relaunch({ args: argumentsWithoutFile() })
    else app.relaunch()
    app.quit()
    return {}
  },
  setLanguage: ({ remembered }, _session, { language }) => {
    remembered.change({ language })
    return {}
  },
  setTyping: ({ remembered }, _session, { quotes }) => {
    remembered.change({ straightQuotes: !quotes })
    return {}
  },
  setSpelling: ({ remembered }, _session, { on }) => {
    remembered.change({ spellingOff: !on })
    return {}
  },
  ignoredWords: ({ remembered }, _session, { story, more, less }) => ({
    keys: ignoredWords(remembered, story, more, less),
  }),
  useClipboard: (_context, { window }, { to }) => {
    if (window.isFocused()) window.webContents[to]()
    return {}
  },
  setViews: (context, session, { views }) => {
    keepViews(context, session, views)
    return {}
  },
  setKeys: ({ remembered, windows, showMenu }, _session, request) => {
    const keys = usableChanges(request.keys)
    remembered.change({ keys })
    showMenu()
    windows.tell('keysChanged', { keys })
    return {}
  },
}

/** Loaded with the first file that is saved: a start does not need the exports. */
const saving = () => import('./saving/saving')

async function readAll(paths: readonly string[]) {
  const { readImport } = await import('../../newsroom/stories/create/readImport')
  return Promise.all(paths.map((path) => readImport(path, '/')))
}

async function act<A extends ActionName>(
  context: CallContext,
  session: WindowSession,
  action: A,
  request: RequestOf<A>,
  remark: Remark,
): Promise<AnswerOf<A>> {
  // A page never names a folder to write to. Main asks the person.
  const namesFolder =
    action === 'library.backUp' ||
    action === 'story.archive' ||
    (action === 'story.takeBack' && (request as RequestOf<'story.takeBack'>).from !== undefined)
  if (namesFolder) throw new NewsroomError('refused', mainText('act.backUpFolder'))
  if (action === 'profile.save') throw new NewsroomError('refused', mainText('act.profileFolder'))
  const { newsroom } = context
  const by = READING_ACTIONS.has(action) ? (provenPerson(newsroom, session) ?? '') : personOf(newsroom, session)
  const isOwnPin = (action === 'pin.set' || action === 'pin.remove') && by === session.person
  const call = runAction(newsroom, by, action, request, remark)
  if (isOwnPin) session.pinCall = call
  const answer = await call
  if (isOwnPin) session.proof = newsroom.pins.proofOf(by)
  trackUpload(context, session, by, { action, request, answer })
  return answer
}

/** Records the files that the window copies into the library: copying ends when the window does. */
function trackUpload(
  { newsroom }: CallContext,
  session: WindowSession,
  by: string,
  { action, request, answer }: { readonly action: ActionName; readonly request: unknown; readonly answer: unknown },
): void {
  if (action === 'file.begin') {
    const { intake } = answer as AnswerOf<'file.begin'>
    const stop = (): void => void runAction(newsroom, by, 'file.drop', { intake }).catch(() => undefined)
    if (session.window.isDestroyed()) stop()
    else session.copying.set(intake, stop)
  } else if (action === 'file.keep' || action === 'file.drop')
    session.copying.delete((request as RequestOf<'file.drop'>).intake)
}

async function becomePerson(
  context: CallContext,
  session: WindowSession,
  { name, sample, pin, words }: Calls['becomePerson']['request'],
  remark: Remark,
): Promise<Startup> {
  const trimmed = name.trim()
  if (trimmed === '') throw new NewsroomError('usage', mainText('becomePerson.needsName'))
  refuseWhoLeft(context.newsroom.library.roster, trimmed)
  if (!context.newsroom.onRoster(trimmed)) await runAction(context.newsroom, trimmed, 'roster.add', { name: trimmed })
  if (words !== undefined) await runAction(context.newsroom, trimmed, 'pin.recover', { words, pin: pin ?? '' })
  const proof = await tellingEndedPins(context.newsroom, trimmed, remark, () =>
    context.newsroom.pins.check(trimmed, pin),
  )
  Object.assign(session, { person: trimmed, proof, asks: undefined })
  context.remembered.change({ person: trimmed })
  if (session.file !== undefined) await importPendingFile(context.newsroom, session)
  else if (sample) session.first = (await runAction(context.newsroom, trimmed, 'story.sample', { language: sample })).id
  return startup(context, session)
}

async function openStory(
  { newsroom, remembered }: CallContext,
  session: WindowSession,
  { story: id }: Calls['openStory']['request'],
): Promise<OpenedStory> {
  // The window draws the story first. Then it asks for the tray (`tray.list`), and the facts are looked at: it hears of
  // every entry that this adds to the ledger.
  const story = await newsroom.story(id)
  const person = provenPerson(newsroom, session)
  if (person !== undefined) await refuseSamplePersonIn(newsroom, person, id)
  const clientId = newsroom.store.writable && !story.guarded && person !== undefined ? await story.join(person) : 0
  session.stories.add(id)
  session.first = undefined
  remembered.change({ lastStory: id })
  return {
    id,
    guid: story.guid,
    created: story.created,
    updates: story.updates(),
    ledger: JSON.stringify(story.entries),
    apart: story.apart,
    clientId,
    repairs: story.repairs,
    losses: story.value().losses ?? [],
    ...defined({ guarded: story.guarded }),
  }
}
