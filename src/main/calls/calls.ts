/** What a window may call, each answered by one function. The messages were parsed before they come here. */
import { dialog, nativeTheme } from 'electron'
import type { CallName, Calls, DeskFacts, OpenedStory, Startup } from '../../ipc/contract'
import { usableChanges } from '../../ipc/keymap'
import { storyToBeginWith } from '../../ipc/storyToBeginWith'
import { runAction } from '../../newsroom/actions'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { readImport } from '../../newsroom/stories/readImport'
import {
  NewsroomError,
  READING_ACTIONS,
  type ActionName,
  type AnswerOf,
  type RequestOf,
} from '../../story/requests/requests'
import { openExternalLink } from '../windows/externalLink'
import { importWaiting } from './givenFile'
import type { Backups } from '../library/backups'
import type { RememberedState } from '../windows/rememberedState'
import { saveCopy } from './saveCopy'
import { saveExport, saveExportAgain, saveProfile, saveToProfile } from './saveExport'
import { saveHistory } from './saveHistory'
import { saveNotice } from './saveNotice'
import type { WindowSession, Windows } from '../windows/windows'

export interface House {
  readonly newsroom: Newsroom
  readonly windows: Windows
  readonly remembered: RememberedState
  readonly backups: Backups
  /** Builds the menu anew, after its keys were changed. */
  readonly showMenu: () => void
  /** Whether assistive technology reads the windows now. */
  readonly assisted: () => boolean
  /** Why nothing can be written; undefined when all is well. */
  readonly readOnly: string | undefined
}

type Answer<C extends CallName> = Promise<Calls[C]['answer']> | Calls[C]['answer']
export type CallHandlers = {
  readonly [C in CallName]: (house: House, desk: WindowSession, request: Calls[C]['request']) => Answer<C>
}

export const callHandlers: CallHandlers = {
  act: (house, desk, { action, request }) => act(house, desk, action, request as never),
  startup: async (house, desk) => {
    // A page that was loaded anew begins with the story it showed, and hears of no other.
    desk.first ??= [...desk.stories].at(-1)
    desk.stories.clear()
    const beginning = await startup(house, desk)
    desk.trouble = undefined
    return withStory(house, desk, beginning)
  },
  becomePerson,
  openStory,
  closeStory: (_house, desk, { story }) => {
    desk.stories.delete(story)
    return {}
  },
  pushUpdate: async ({ newsroom }, desk, { story, update }) => {
    const open = await newsroom.story(story)
    await open.applyWindowUpdate(update, personOf(newsroom, desk), desk.origin)
    return {}
  },
  rememberPosition: ({ remembered }, _desk, position) => {
    remembered.change({
      lastStory: position.story,
      positions: { ...remembered.value.positions, [position.story]: position },
    })
    return {}
  },
  keepDraft: (_house, { drafts }, { form, key, text }) => {
    const at = JSON.stringify([form, key])
    if (text === undefined) drafts.delete(at)
    else drafts.set(at, { form, key, text })
    return {}
  },
  openWindow: async ({ windows, newsroom }, desk, { story }) => {
    await windows.open(provenPerson(newsroom, desk), {
      first: story,
      proof: desk.proof,
      asks: desk.person ?? desk.asks,
    })
    return {}
  },
  chooseImports: async (_house, desk) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(desk.window, {
      title: 'Import',
      properties: ['openFile', 'multiSelections'],
      filters: [
        {
          name: 'Stories',
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
          ],
        },
        { name: 'All files', extensions: ['*'] },
      ],
    })
    if (canceled) return []
    return Promise.all(filePaths.map((path) => readImport(path, '/')))
  },
  choosePictures: async (_house, desk) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(desk.window, {
      title: 'Insert picture',
      properties: ['openFile', 'multiSelections'],
      filters: [{ name: 'Pictures', extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif'] }],
    })
    return canceled ? [] : Promise.all(filePaths.map((path) => readImport(path, '/')))
  },
  saveHistory: ({ newsroom }, desk, request) => saveHistory(newsroom, personOf(newsroom, desk), desk.window, request),
  saveNotice: ({ newsroom }, desk, request) => saveNotice(newsroom, personOf(newsroom, desk), desk.window, request),
  saveExport: ({ newsroom }, desk, request) => saveExport(newsroom, personOf(newsroom, desk), desk.window, request),
  saveToProfile: ({ newsroom }, desk, request) =>
    saveToProfile(newsroom, personOf(newsroom, desk), desk.window, request),
  saveProfile: ({ newsroom }, desk, request) => saveProfile(newsroom, personOf(newsroom, desk), desk.window, request),
  saveExportAgain: ({ newsroom }, desk, request) =>
    saveExportAgain(newsroom, personOf(newsroom, desk), desk.window, request),
  saveCopy: (house, desk, request) =>
    saveCopy(house.newsroom.clock.now(), personOf(house.newsroom, desk), desk.window, request),
  backupStatus: ({ backups }) => backups.status,
  chooseBackupFolder: ({ backups, newsroom }, desk) => backups.choose(personOf(newsroom, desk), desk.window),
  setBackup: ({ backups, newsroom }, desk, { every }) => backups.setEvery(every, personOf(newsroom, desk)),
  backUpNow: ({ backups, newsroom }, desk) => backups.now(personOf(newsroom, desk)),
  openLink: async (_house, desk, { href }) => ({ opened: await openExternalLink(href, desk.window) }),
  setZoom: ({ remembered }, desk, { zoom }) => {
    desk.window.webContents.setZoomFactor(zoom)
    remembered.change({ zoom })
    return {}
  },
  setTheme: ({ remembered }, _desk, { theme }) => {
    nativeTheme.themeSource = theme
    remembered.change({ theme })
    return {}
  },
  setSuggesting: ({ remembered }, { person }, { on }) => {
    const others = (remembered.value.suggesting ?? []).filter((name) => name !== person)
    remembered.change({ suggesting: [...others, ...(on && person !== undefined ? [person] : [])] })
    return {}
  },
  setKeys: ({ remembered, windows, showMenu }, _desk, request) => {
    const keys = usableChanges(request.keys)
    remembered.change({ keys })
    showMenu()
    windows.tell('keysChanged', { keys })
    return {}
  },
}

/** Who acts in a window, and has given the PIN that holds now. */
const provenPerson = (newsroom: Newsroom, { person, proof }: WindowSession): string | undefined =>
  person !== undefined && newsroom.pins.holds(person, proof) ? person : undefined

function personOf(newsroom: Newsroom, desk: WindowSession): string {
  if (desk.person === undefined)
    throw new NewsroomError('usage', 'Stet does not know who is writing. Give your name first.')
  if (provenPerson(newsroom, desk) === undefined)
    throw new NewsroomError(
      'refused',
      `${desk.person} has a PIN that was not given in this window. Give it in “Roster and desk”; until then nothing is done here under that name.`,
    )
  return desk.person
}

async function act<A extends ActionName>(
  house: House,
  desk: WindowSession,
  action: A,
  request: RequestOf<A>,
): Promise<AnswerOf<A>> {
  // A page never says where on the disk something is written: main asks the person.
  if (action === 'library.backUp')
    throw new NewsroomError('refused', 'The window backs up to the folder that was chosen for backups.')
  if (action === 'profile.save')
    throw new NewsroomError('refused', 'The window saves a profile with the folder that was chosen for it.')
  // Without them main would sign its own copy, whatever stands in the window.
  if (action === 'fact.sign' && !saysWhatWasSeen(request as RequestOf<'fact.sign'>))
    throw new NewsroomError('usage', 'A sign-off in a window carries the words and the sentence that the person saw.')
  const { newsroom } = house
  const by = READING_ACTIONS.has(action) ? (provenPerson(newsroom, desk) ?? '') : personOf(newsroom, desk)
  const answer = await runAction(newsroom, by, action, request)
  if (action === 'pin.set' && by === desk.person) desk.proof = newsroom.pins.proofOf(by)
  noteCopying(house, desk, by, { action, request, answer })
  return answer
}

const saysWhatWasSeen = ({ words, sentence }: RequestOf<'fact.sign'>): boolean =>
  words !== undefined && sentence !== undefined

/** Keeps in mind what the window is copying, so that it stops with the window. */
function noteCopying(
  { newsroom }: House,
  desk: WindowSession,
  by: string,
  { action, request, answer }: { readonly action: ActionName; readonly request: unknown; readonly answer: unknown },
): void {
  if (action === 'file.begin') {
    const { intake } = answer as AnswerOf<'file.begin'>
    const stop = (): void => void runAction(newsroom, by, 'file.drop', { intake }).catch(() => undefined)
    if (desk.window.isDestroyed()) stop()
    else desk.copying.set(intake, stop)
  } else if (action === 'file.keep' || action === 'file.drop')
    desk.copying.delete((request as RequestOf<'file.drop'>).intake)
}

const deskFacts = ({ roster, settings, sources }: DeskFacts): DeskFacts => ({ roster, settings, sources })

async function startup({ newsroom, remembered, readOnly, assisted }: House, desk: WindowSession): Promise<Startup> {
  const stories = await newsroom.summaries()
  const wanted = desk.first ?? remembered.value.lastStory
  const known = wanted !== undefined && stories.some((story) => story.id === wanted)
  const position = known
    ? (remembered.value.positions[wanted] ?? { story: wanted, anchor: 1, head: 1, scroll: 0 })
    : undefined
  return {
    library: newsroom.store.place,
    desk: deskFacts(newsroom.library),
    stories,
    platform: process.platform,
    zoom: remembered.value.zoom,
    theme: remembered.value.theme,
    keys: usableChanges(remembered.value.keys),
    now: newsroom.clock.now(),
    ...(desk.drafts.size === 0 ? {} : { drafts: [...desk.drafts.values()] }),
    ids: process.env['STET_IDS'] === 'sequential' ? 'sequential' : 'random',
    ...(desk.person === undefined
      ? {}
      : { person: desk.person, ...(remembered.value.suggesting?.includes(desk.person) ? { suggesting: true } : {}) }),
    ...(desk.asks === undefined ? {} : { asks: desk.asks }),
    ...(desk.trouble === undefined ? {} : { trouble: desk.trouble }),
    ...(position ? { position } : {}),
    ...(readOnly === undefined ? {} : { readOnly }),
    ...(assisted() ? { assisted: true } : {}),
  }
}

/** A window asks once for all that it begins with. */
async function withStory(house: House, desk: WindowSession, beginning: Startup): Promise<Startup> {
  const story = storyToBeginWith(beginning)
  if (story === undefined) return beginning
  const opened = await openStory(house, desk, { story }).catch(() => undefined)
  return opened ? { ...beginning, opened } : beginning
}

async function becomePerson(
  house: House,
  desk: WindowSession,
  { name, sample, pin }: Calls['becomePerson']['request'],
): Promise<Startup> {
  const trimmed = name.trim()
  if (trimmed === '') throw new NewsroomError('usage', 'A name is needed: it stands beside everything you sign.')
  if (!house.newsroom.onRoster(trimmed)) await runAction(house.newsroom, trimmed, 'roster.add', { name: trimmed })
  const proof = await house.newsroom.pins.check(trimmed, pin)
  Object.assign(desk, { person: trimmed, proof, asks: undefined })
  house.remembered.change({ person: trimmed })
  if (desk.file !== undefined) await importWaiting(house.newsroom, desk)
  else if (sample) desk.first = (await runAction(house.newsroom, trimmed, 'story.create', { origin: 'sample' })).id
  return startup(house, desk)
}

async function openStory(
  { newsroom, remembered }: House,
  desk: WindowSession,
  { story: id }: Calls['openStory']['request'],
): Promise<OpenedStory> {
  const story = await newsroom.storyNow(id)
  const person = provenPerson(newsroom, desk)
  const clientId = newsroom.store.writable && !story.guarded && person !== undefined ? await story.join(person) : 0
  desk.stories.add(id)
  desk.first = undefined
  remembered.change({ lastStory: id })
  return {
    id,
    guid: story.guid,
    created: story.created,
    state: story.state(),
    ledger: story.entries,
    clientId,
    repairs: story.repairs,
    ...(story.guarded ? { guarded: story.guarded } : {}),
  }
}
