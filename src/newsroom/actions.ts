/** Maps every action to its handler. Requests of the window and of the command line both come here. */
import { newsroomText } from '../catalogue/rooms/newsroom'
import {
  NewsroomError,
  READING_ACTIONS,
  type ActionName,
  type AnswerOf,
  type RequestOf,
} from '../story/requests/requests'
import { StorageError } from '../storage/disk/storyStore'
import type { Action } from './state/action'
import { backUpLibrary } from './library/backUp'
import { readCameraData } from './files/cameraData'
import { createAlert } from './stories/createAlert'
import { addComment, changeComment, placeComment, replyComment } from './stories/comments'
import { createStory, duplicateStory } from './stories/createStory'
import { deskQueue } from './stories/deskQueue'
import { deriveFact, translateFact } from './facts/workings'
import { addEvidence, removeEvidence } from './facts/evidence'
import { exportAgain } from './exports/exportAgain'
import { exportFailed } from './exports/exportFailed'
import { listProfiles, removeProfile, saveProfile } from './exports/exportProfiles'
import { exportHistory } from './exports/exportHistory'
import { exportName, exportStory, previewExport } from './exports/exportStory'
import { examineLibrary, tidyLibrary } from './library/doctor'
import { beginFile, describeFile, dropFile, keepFile, writeFile } from './files/files'
import { dismissFinding, overrideFinding } from './gate/findings'
import { importStory, previewImport, stopImport } from './stories/importStory'
import { moveStory, showGate } from './gate/moveStory'
import type { Newsroom } from './state/newsroom'
import { addPicture, describePicture } from './files/pictures'
import { removePin, setPin } from './library/pins'
import { fileAnswers, listQueries } from './facts/queries'
import { listStories, readHistory, showStory } from './stories/readStories'
import { replaceCopy } from './stories/replaceCopy'
import { addPerson, listRoster, setLibrary } from './library/roster'
import { searchStories } from './stories/searchStories'
import { setField } from './stories/setField'
import { sinceSigned } from './facts/sinceSigned'
import { signFact } from './facts/signFact'
import { answerQuery } from './facts/queries'
import { withdrawSignOff } from './facts/withdrawSignOff'
import { acceptContext } from './facts/signAgain'
import { signAgain } from './facts/signAgain'
import { noteCorrection } from './exports/noteCorrection'
import { noteTold } from './exports/noteTold'
import { showCorrection } from './exports/showCorrection'
import { noteResponse } from './facts/noteResponse'
import { editSource } from './sources/editSource'
import { destroySource } from './sources/destroySource'
import { mergeSources } from './sources/mergeSources'
import { addSource } from './sources/addSource'
import { factsOfSource } from './sources/listSources'
import { listSources } from './sources/listSources'
import { acceptSuggestions, listSuggestions, proposeReplacement, rejectSuggestions } from './facts/suggestions'
import { retagFact, tagFact } from './facts/tagFact'
import { readKeptTranscript } from './facts/readKeptTranscript'
import { restore } from './stories/recoveryFile'
import { letGo, listTray, putBack } from './stories/tray'
import { describeFact, retypeFact, untagFact } from './facts/untagFact'
import { compare, keepNamedSnapshot, listSnapshots, restoreSnapshot, showSnapshot } from './stories/snapshots'

/** What each action does, without the guard of `runAction`. */
const handlers: { readonly [A in ActionName]: Action<A> } = {
  'story.create': createStory,
  'story.alert': createAlert,
  'story.list': listStories,
  'story.sinceSigned': sinceSigned,
  'story.show': showStory,
  'story.duplicate': duplicateStory,
  'story.setField': setField,
  'story.import': importStory,
  'story.previewImport': previewImport,
  'story.stopImport': stopImport,
  'story.move': moveStory,
  'story.gate': showGate,
  'story.export': exportStory,
  'story.previewExport': previewExport,
  'story.exportName': exportName,
  'story.exportAgain': exportAgain,
  'story.exportFailed': exportFailed,
  'story.history': readHistory,
  'story.exportHistory': exportHistory,
  'story.search': searchStories,
  'version.list': listSnapshots,
  'version.show': showSnapshot,
  'version.keep': keepNamedSnapshot,
  'version.compare': compare,
  'version.restore': restoreSnapshot,
  'story.bringBack': restore,
  'tray.list': listTray,
  'tray.putBack': putBack,
  'tray.letGo': letGo,
  'copy.replace': replaceCopy,
  'fact.tag': tagFact,
  'fact.untag': untagFact,
  'fact.retag': retagFact,
  'fact.retype': retypeFact,
  'fact.describe': describeFact,
  'fact.sign': signFact,
  'fact.withdraw': withdrawSignOff,
  'fact.answer': answerQuery,
  'fact.translate': translateFact,
  'fact.derive': deriveFact,
  'fact.signAgain': signAgain,
  'query.list': listQueries,
  'query.answers': fileAnswers,
  'desk.queue': deskQueue,
  'transcript.read': readKeptTranscript,
  'fact.addEvidence': addEvidence,
  'fact.removeEvidence': removeEvidence,
  'fact.acceptContext': acceptContext,
  'fact.response': noteResponse,
  'correction.show': showCorrection,
  'correction.note': noteCorrection,
  'correction.told': noteTold,
  'suggestion.list': listSuggestions,
  'suggestion.propose': proposeReplacement,
  'suggestion.accept': acceptSuggestions,
  'suggestion.reject': rejectSuggestions,
  'finding.override': overrideFinding,
  'finding.dismiss': dismissFinding,
  'comment.add': addComment,
  'comment.place': placeComment,
  'comment.reply': replyComment,
  'comment.change': changeComment,
  'picture.add': addPicture,
  'picture.describe': describePicture,
  'file.begin': beginFile,
  'file.write': writeFile,
  'file.keep': keepFile,
  'file.drop': dropFile,
  'file.describe': describeFile,
  'file.cameraData': readCameraData,
  'source.add': addSource,
  'source.edit': editSource,
  'source.merge': mergeSources,
  'source.destroy': destroySource,
  'source.facts': factsOfSource,
  'library.history': (room) => Promise.resolve(room.ledger.entries),
  'source.list': listSources,
  'profile.list': listProfiles,
  'profile.save': saveProfile,
  'profile.remove': removeProfile,
  'roster.add': addPerson,
  'pin.set': setPin,
  'pin.remove': removePin,
  'roster.list': listRoster,
  'library.doctor': examineLibrary,
  'library.tidy': tidyLibrary,
  'library.backUp': backUpLibrary,
  'library.settings': setLibrary,
}

/** Actions that need no name on the roster. Joining is one: otherwise nobody could be the first. */
const OPEN_TO_ALL: ReadonlySet<ActionName> = new Set<ActionName>([...READING_ACTIONS, 'roster.add'])

/**
 * Runs a parsed request of `by`, whom the caller has authenticated. Rejects with NewsroomError; an error of the disk
 * comes as `failed` and says what is safe. Everything but reading and joining needs a name on the roster and a library
 * that can be written.
 */
export async function runAction<A extends ActionName>(
  room: Newsroom,
  by: string,
  action: A,
  request: RequestOf<A>,
): Promise<AnswerOf<A>> {
  if (!room.store.writable && !READING_ACTIONS.has(action)) {
    throw new NewsroomError('failed', newsroomText('actions.libraryReadOnly', { place: room.store.place }))
  }
  if (!OPEN_TO_ALL.has(action) && !room.onRoster(by)) {
    throw new NewsroomError(
      'refused',
      newsroomText('actions.notOnRoster', { person: by === '' ? newsroomText('actions.nobody') : by }),
    )
  }
  try {
    return await handlers[action](room, by, request)
  } catch (error) {
    if (error instanceof StorageError) throw new NewsroomError('failed', error.message)
    throw error
  }
}

/**
 * The same for a caller that names who acts with each request (another process, the command line). A person with a PIN
 * gives it each time. Reading needs none.
 */
export async function runAuthenticated<A extends ActionName>(
  room: Newsroom,
  { by, pin }: { readonly by: string; readonly pin?: string | undefined },
  action: A,
  request: RequestOf<A>,
): Promise<AnswerOf<A>> {
  if (!READING_ACTIONS.has(action)) await room.pins.check(by, pin)
  return runAction(room, by, action, request)
}

export const ACTION_NAMES = Object.keys(handlers) as readonly ActionName[]
