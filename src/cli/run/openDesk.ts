import { cliText } from '../../catalogue/rooms/cli'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseAction } from '../../ipc/parsers'
import { runAuthenticated, type Remark } from '../../newsroom/runAction'
import { clockFrom } from '../../newsroom/environment/clock'
import { idsFrom } from '../../newsroom/environment/ids'
import type { FileReader } from '../../newsroom/reading/fileReader'
import { Newsroom } from '../../newsroom/state/newsroom'
import type { OwnerReply } from '../../newsroom/serveOwner'
import { examineAlone } from '../../storage/doctor/examineLibrary'
import { nodeFiles } from '../../storage/disk/fileLayer'
import { LibraryInUse, readLock, type LockContent } from '../../storage/owner/libraryLock'
import { openLibrary } from '../../storage/openLibrary'
import { knownBackups } from '../../storage/backup/knownBackups'
import { UsedFolders, usedFoldersPlace } from '../../storage/backup/usedFolders'
import { indexFolder } from '../../storage/storyIndex/file/indexFolder'
import { indexStateOnDisk } from '../../storage/storyIndex/file/indexState'
import { ask as askSocket, isBusy, OwnerError } from '../../storage/owner/ownerSocket'
import { NewsroomError, type ActionName, type AnswerOf, type RequestOf } from '../../story/requests/requests'
import type { Person } from '../../story/desk/roster'
import type { CliCommand } from './command'
import { defined } from '../../story/text/defined'

export type Environment = Readonly<Record<string, string | undefined>>

/** Access to the library: in this process, or through the running app that owns it. */
export interface OpenDesk {
  readonly roster: () => Promise<readonly Person[]>
  /** `pin`: the PIN of `by`, if that person has one. */
  readonly act: <A extends ActionName>(
    by: string,
    action: A,
    request: RequestOf<A>,
    pin?: string,
  ) => Promise<AnswerOf<A>>
  /** Resolves when everything is on disk and the library is free again. */
  readonly close: () => Promise<void>
}

export interface DeskOptions {
  /** The reader of imported files. Absent: the library's own. */
  readonly files?: FileReader
  /** Receives what the person should know beside the answers. */
  readonly remark?: Remark
  /** Shows how far long work on the whole library is. '': it is over. */
  readonly progress?: (line: string) => void
}

export const libraryFolder = (env: Environment): string =>
  env.STET_LIBRARY ? resolve(env.STET_LIBRARY) : join(homedir(), 'Documents', 'Stet')

/**
 * To read, asks the running app if there is one, or reads the files without the lock. To write, takes the lock, or asks
 * its owner. `person` joins the roster of a new library.
 */
export async function openDesk(
  env: Environment,
  needs: Exclude<CliCommand['needs'], 'nothing'>,
  person: string | undefined,
  { files, remark = () => undefined, progress }: DeskOptions = {},
): Promise<OpenDesk> {
  const folder = libraryFolder(env)
  if (needs === 'read' || needs === 'check') {
    const lock = await lockOf(folder)
    if (lock && (await probeOwner(lock)) === 'answers') return deskOfOwner(folder, lock, remark, progress)
    if (needs === 'check') return deskOfDoctor(folder, env, progress)
    return ownDesk(env, folder, 'read', person, { remark })
  }
  const deadline = Date.now() + PATIENCE
  for (;;) {
    try {
      return await ownDesk(env, folder, needs, person, { ...defined({ files, progress }), remark })
    } catch (error) {
      if (!(error instanceof LibraryInUse)) throw error
      const owner = error.lock ? await probeOwner(error.lock) : 'busy'
      if (error.lock && owner === 'answers') return deskOfOwner(folder, error.lock, remark, progress)
      if (owner === 'silent' || Date.now() > deadline) throw new NewsroomError('failed', error.message)
      await new Promise((again) => setTimeout(again, 25))
    }
  }
}

/** Milliseconds to wait for another command to finish with the library. */
const PATIENCE = 10_000
/** Milliseconds in which a running app answers. */
const KNOCK_TIME = 3000
const ANSWER_TIME = 60_000
/** For work on the whole library, which may lie on a slow drive. */
const WHOLE_LIBRARY_TIME = 6 * 3_600_000
const WHOLE_LIBRARY: ReadonlySet<ActionName> = new Set<ActionName>([
  'library.backUp',
  'library.doctor',
  'library.index',
  'library.tidy',
  'story.deletion',
  'story.archive',
  'story.archivable',
])
/** Milliseconds to wait for the answer of the app that owns the library. */
export const answerTimeOf = (action: ActionName): number =>
  WHOLE_LIBRARY.has(action) ? WHOLE_LIBRARY_TIME : ANSWER_TIME

async function ownDesk(
  env: Environment,
  folder: string,
  needs: Exclude<CliCommand['needs'], 'nothing'>,
  person: string | undefined,
  { files, remark, progress }: DeskOptions,
): Promise<OpenDesk> {
  const clock = clockFrom(env.STET_NOW)
  const ids = idsFrom(env.STET_IDS)
  const store = await openLibrary({
    folder,
    create: needs === 'create',
    lock: needs === 'read' ? 'none' : 'take',
    now: () => clock.now(),
    newId: () => ids.next('library', () => false),
    brief: true,
    ...defined({ person }),
  })
  const newsroom = await Newsroom.open({
    ...{ store, clock, ids, index: { folder: indexFolder(store.place, env) } },
    usedFolders: new UsedFolders(usedFoldersPlace(env)),
    ...defined({ files }),
  }).catch(async (error: unknown) => {
    // Otherwise the lock stays taken, and its socket keeps this process alive.
    await store.close().catch(() => undefined)
    throw error
  })
  for (const repair of newsroom.library.repairs) remark?.(repair)
  if (progress) newsroom.on('backupProgress', (how) => progress(cliText('backupCommands.files', { ...how })))
  let settling = Promise.resolve()
  return {
    roster: () => Promise.resolve(newsroom.library.roster),
    act: async (by, action, request, pin) => {
      const answer = await runAuthenticated(newsroom, { by, pin }, action, parseAction(action, request), remark)
      // The library is written while the command writes its file. Closing the library repeats a failed write and
      // reports it.
      if (action === 'story.export') settling = newsroom.settleAll().catch(() => undefined)
      return answer
    },
    close: async () => {
      await settling
      await newsroom.close()
    },
  }
}

/** A desk that only answers `library.doctor`: it does not open the library. */
function deskOfDoctor(folder: string, env: Environment, progress?: DeskOptions['progress']): OpenDesk {
  const clock = clockFrom(env.STET_NOW)
  const act = async (_by: string, action: ActionName, request: RequestOf<ActionName>): Promise<unknown> => {
    if (action !== 'library.doctor') throw new NewsroomError('failed', cliText('openDesk.libraryClosed', { action }))
    try {
      const index = indexStateOnDisk(indexFolder(folder, env), folder)
      const report = await examineAlone({
        folder,
        now: () => clock.now(),
        ...parseAction('library.doctor', request),
        progress: (how) => progress?.(cliText('doctorCommand.progress', { ...how })),
      })
      const backups = await knownBackups(folder, new UsedFolders(usedFoldersPlace(env)), clock.now())
      return { ...report, index, ...defined({ backups }) }
    } catch (error) {
      throw error instanceof LibraryInUse ? new NewsroomError('failed', error.message) : error
    }
  }
  return { roster: () => Promise.resolve([]), act: act as OpenDesk['act'], close: () => Promise.resolve() }
}

async function lockOf(folder: string): Promise<LockContent | undefined> {
  try {
    return await readLock(nodeFiles, folder)
  } catch {
    // No such folder, or not readable: opening it gives the full error.
    return undefined
  }
}

/** `busy`: another command has the library for a moment. `silent`: an app has it and does not answer. */
async function probeOwner(lock: LockContent): Promise<'answers' | 'busy' | 'silent'> {
  try {
    return isBusy(await askSocket(lock, { action: 'roster.list', request: {}, by: '' }, { answerTime: KNOCK_TIME }))
      ? 'busy'
      : 'answers'
  } catch (error) {
    if (error instanceof OwnerError) return error.kind === 'timedOut' ? 'silent' : 'busy'
    throw error
  }
}

function deskOfOwner(folder: string, lock: LockContent, remark: Remark, progress?: DeskOptions['progress']): OpenDesk {
  const act: OpenDesk['act'] = async (by, action, request, pin) => {
    // The app tells nobody how far it is until it answers.
    const shown = WHOLE_LIBRARY.has(action) ? progress : undefined
    const parsed = parseAction(action, request)
    shown?.(cliText('openDesk.appWorks'))
    // Otherwise the answer comes on the same row.
    const reply = await replyOf(
      folder,
      lock,
      { by, action, request: parsed, ...defined({ pin }) },
      answerTimeOf(action),
    ).finally(() => shown?.(''))
    if (reply.ok) {
      reply.remarks?.forEach(remark)
      return reply.value as AnswerOf<typeof action>
    }
    throw new NewsroomError(reply.reason, reply.message, reply.verdict)
  }
  return { roster: () => act('', 'roster.list', {}), act, close: () => Promise.resolve() }
}

async function replyOf(folder: string, lock: LockContent, message: unknown, answerTime: number): Promise<OwnerReply> {
  try {
    return (await askSocket(lock, message, { answerTime })) as OwnerReply
  } catch (error) {
    if (!(error instanceof OwnerError)) throw error
    throw new NewsroomError('failed', cliText('openDesk.ownerFailed', { folder, message: error.message }))
  }
}
