/** The calls of a window, each answered by one function. parsers.ts has parsed the requests before. */
import { app, nativeTheme } from 'electron'
import type { CallName, Calls } from '../../ipc/contract'
import { usableChanges } from '../../ipc/keymap'
import { act } from './act'
import { becomePerson } from './becomePerson'
import type { CallContext } from './callContext'
import { chooseImports, choosePictures, readFiles } from './chooseFiles'
import { refuseSamplePersonIn } from '../../newsroom/gate/samplePeople'
import { openStory } from './openStory'
import { startup, withStory } from './startup'
import type { Remark } from '../../newsroom/runAction'
import { openExternalLink } from '../windows/externalLink'
import { argumentsWithoutFile } from './launchFile'
import { forgetRestart, restart } from './restart'
import { ignoredWords } from './remembered/ignoredWords'
import { withLatest } from './remembered/latestStories'
import { seenSince } from './remembered/seenSince'
import { keepViews } from './remembered/savedViews'
import type { WindowSession } from '../windows/windows'
import { windowsToRemember } from '../windows/windowsAgain'
import { personOf, provenPerson } from './whoActs'

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
    session.problem = undefined
    return withStory(context, session, beginning)
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
  chooseImports: (_context, session) => chooseImports(session.window),
  arrivedFiles: async (context, session) => {
    // Nobody reads what waits before it is proven who acts.
    if (provenPerson(context.newsroom, session) === undefined || session.arrived === undefined) return []
    const path = session.arrived
    delete session.arrived
    return readFiles([path])
  },
  choosePictures: (_context, session, { replaces }) => choosePictures(session.window, replaces),
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
  chooseArchiveFolder: async (_context, session) => (await saving()).chooseArchiveFolder(session),
  archiveStories: async ({ newsroom }, session, request) =>
    (await saving()).archiveStories(newsroom, personOf(newsroom, session), session, request),
  openArchive: async ({ remembered }, session) =>
    (await import('./openArchive')).openArchive(session, remembered.value),
  chooseTakeBack: async ({ newsroom }, session) => {
    // Nobody reads an archive before it is proven who acts.
    personOf(newsroom, session)
    return (await takingBack()).chooseTakeBack(newsroom, session)
  },
  archivedStories: async ({ newsroom }, session, request) =>
    (await takingBack()).archivedStories(newsroom, personOf(newsroom, session), session, request),
  takeBackStory: async ({ newsroom }, session, request) =>
    (await takingBack()).takeBackStory(newsroom, personOf(newsroom, session), session, request),
  endTakeBack: async (_context, session) => (await takingBack()).endTakeBack(session),
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
    const again = windowsToRemember(session, windows.all)
    // A library that was only read did not take the file, nor did a window that waits for a PIN: the new start does.
    const isTaken = windows.all.every(({ file, arrived }) => file === undefined && arrived === undefined)
    restart(app, {
      options: readOnly === undefined && isTaken ? { args: argumentsWithoutFile() } : {},
      remember: () => remembered.change({ again }),
      hasWindows: () => windows.all.length > 0,
    })
    return {}
  },
  stayOpen: () => {
    forgetRestart()
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
const takingBack = () => import('./takeBack')
const saving = () => import('./saving/saving')
