/**
 * The requests that people can make of the newsroom: one entry per action, with the shapes of request and answer.
 * `newsroom` runs them, `ipc` parses them, the window and the command line send them. A request does not say *who*
 * asks: the process that owns the library knows that.
 */
import type { StoryRequests } from './storyRequests'
import type { ListRequests } from './library/listRequests'
import type { ArchiveRequests } from './library/archiveRequests'
import type { DeletionRequests } from './library/deletionRequests'
import type { ExchangeRequests } from './exchange/exchangeRequests'
import type { VersionRequests } from './versionRequests'
import type { CopyRequests } from './copyRequests'
import type { MergeRequests } from './exchange/mergeRequests'
import type { ApartRequests } from './exchange/apartRequests'
import type { SinceRequests } from './exchange/sinceRequests'
import type { FactRequests } from './factRequests'
import type { FileRequests } from './library/fileRequests'
import type { CorrectionRequests } from './correctionRequests'
import type { SourceRequests } from './library/sourceRequests'
import type { PeopleRequests } from './library/peopleRequests'
import type { LibraryRequests } from './library/libraryRequests'
import type { WordRequests } from './library/wordRequests'

export * from './newsroomError'
export * from './storyAnswers'
export * from './library/listRequests'
export * from './library/deletionRequests'
export * from './library/archiveRequests'
export * from './exchange/mergeRequests'
export * from './exchange/exchangeAnswers'
export * from './library/libraryAnswers'
export * from '../desk/exportFormat'

export interface NewsroomActions
  extends
    StoryRequests,
    ListRequests,
    DeletionRequests,
    ArchiveRequests,
    ExchangeRequests,
    MergeRequests,
    SinceRequests,
    ApartRequests,
    VersionRequests,
    CopyRequests,
    FactRequests,
    FileRequests,
    CorrectionRequests,
    SourceRequests,
    PeopleRequests,
    LibraryRequests,
    WordRequests {}

export type ActionName = keyof NewsroomActions
export type RequestOf<A extends ActionName> = NewsroomActions[A]['request']
export type AnswerOf<A extends ActionName> = NewsroomActions[A]['answer']

/** Actions that change nothing. They also run in a library that is read-only or owned by another process. */
export const READING_ACTIONS: ReadonlySet<ActionName> = new Set<ActionName>([
  'query.list',
  'desk.queue',
  'transcript.read',
  'fact.find',
  'file.text',
  'suggestion.list',
  'correction.show',
  'kill.show',
  'story.list',
  'story.page',
  'story.show',
  'story.sinceSigned',
  'story.gate',
  'story.deletion',
  'story.thereAgain',
  'story.archivable',
  'story.history',
  'story.exportHistory',
  'story.search',
  'story.previewImport',
  'story.previewMerge',
  'story.sinceHandedOver',
  'story.apart',
  'story.stopImport',
  'story.previewExport',
  'story.exportName',
  'story.handOverName',
  'profile.list',
  'source.list',
  'source.facts',
  'source.traces',
  'version.list',
  'version.show',
  'version.compare',
  'tray.list',
  'roster.list',
  'device.read',
  'device.list',
  'pin.ends',
  'file.describe',
  'file.cameraData',
  'library.history',
  'library.doctor',
  // Throws away what is made of the stories, and nothing of the library.
  'library.index',
  'library.losses',
  'library.defaults',
  'words.list',
  'words.try',
])
