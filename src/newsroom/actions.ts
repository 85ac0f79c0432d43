/** Maps every action to its handler. Requests of the window and of the command line both come here. */
import type { ActionName } from '../story/requests/requests'
import type { Action } from './state/action'
import { backUpLibrary } from './library/backUp'
import { readCameraData } from './files/cameraData'
import { createAlert } from './stories/create/createAlert'
import { makeSample } from './stories/sample/makeSample'
import { addComment, changeComment, placeComment, replyComment } from './stories/comments'
import { deleteComment, editComment, restoreComment } from './stories/ownComments'
import { createStory } from './stories/create/createStory'
import { duplicateStory } from './stories/create/duplicateStory'
import { archiveStories, listArchivable } from './library/deleting/archiveStories'
import { deleteStory, takeBackStory } from './library/deleting/deleteStory'
import { openingHandlers } from './openingActions'
import { showDeletion } from './library/deleting/showDeletion'
import { deskQueue } from './stories/list/deskQueue'
import { deriveFact, translateFact } from './facts/workings'
import { addEvidence, editEvidence, removeEvidence } from './facts/evidence/evidence'
import { handOver, handOverName } from './exports/bundle/handOver'
import { exportAgain } from './exports/again/exportAgain'
import { exportFailed } from './exports/exportFailed'
import { listProfiles, removeProfile, saveProfile } from './exports/exportProfiles'
import { exportHistory } from './exports/exportHistory'
import { exportName, exportStory, previewExport } from './exports/exportStory'
import { examineLibrary, tidyLibrary } from './library/doctor'
import { indexState } from './library/indexState'
import { beginFile, describeFile, dropFile, keepFile, writeFile } from './files/files'
import { dismissFinding, overrideFinding } from './gate/findings'
import { dismissTogether, undismiss } from './gate/dismissTogether'
import { importStory, previewImport, stopImport } from './stories/create/importStory'
import { acceptLoss } from './gate/acceptLoss'
import { movePen } from './gate/movePen'
import { acceptLibraryLoss } from './library/acceptLibraryLoss'
import { libraryHistory } from './library/libraryHistory'
import { moveStory, showGate } from './gate/moveStory'
import { addPicture, describePicture } from './files/pictures'
import { inviteToPin, resetPin } from './library/roster/invitations'
import { endingPins, recoverPin, removePin, setPin } from './library/roster/pins'
import { answerQuery, fileAnswers, listQueries } from './facts/queries'
import { listStories, readHistory, showStory } from './stories/list/readStories'
import { dropOverridesOfStory } from './stories/dropOverridesOfStory'
import { replaceCopy } from './stories/replaceCopy'
import { endDevice, listDevices, ownCard, readDeviceCard, trustDevice } from './library/roster/devices'
import { leaveDesk, returnToDesk } from './library/roster/leaveDesk'
import { addPerson, listRoster, setLibrary, showDefaults } from './library/roster/roster'
import { addWord, listDeskWords, removeWord, tryWordOn } from './library/words'
import { searchStories } from './stories/list/searchStories'
import { setField } from './stories/setField'
import { strikeByline } from './stories/create/nameAuthors'
import { sinceSigned } from './facts/signing/sinceSigned'
import { signFact } from './facts/signing/signFact'
import { findInSource, readCaptured } from './facts/evidence/findInSource'
import { withdrawSignOff } from './facts/signing/withdrawSignOff'
import { acceptContext, signAgain } from './facts/signing/signAgain'
import { noteCorrection } from './exports/corrections/noteCorrection'
import { noteTold } from './exports/corrections/noteTold'
import { noteKillTold, showKill } from './exports/corrections/showKill'
import { showCorrection } from './exports/corrections/showCorrection'
import { noteResponse } from './facts/noteResponse'
import { editSource } from './sources/editSource'
import { destroySource } from './sources/destroySource'
import { mergeSources } from './sources/mergeSources'
import { addSource } from './sources/addSource'
import { tracesOfSource } from './exports/tracesOfSource'
import { lookAtSource } from './sources/lookAtSource'
import { factsOfSource, listSources } from './sources/listSources'
import {
  acceptSuggestions,
  listSuggestions,
  proposeReplacement,
  rejectSuggestions,
} from './facts/suggestions/suggestions'
import { retagFact, tagFact } from './facts/tags/tagFact'
import { mergeBundle, previewMerge } from './merging/mergeStory'
import { decideApart, listApart } from './merging/apart/decideApart'
import { putBackSince, sinceHandedOver } from './merging/sinceHandedOver'
import { undoMerge } from './merging/undoMerge'
import { readKeptTranscript } from './facts/evidence/readKeptTranscript'
import { restore } from './stories/recoveryFile'
import { letGo, putBack } from './stories/tray'
import { describeFact } from './facts/describeFact'
import { retypeFact } from './facts/tags/retypeFact'
import { untagFact } from './facts/tags/untagFact'
import { compare, keepNamedSnapshot, listSnapshots, restoreSnapshot, showSnapshot } from './stories/snapshots'

/** What each action does, without the guard of `runAction`. */
export const handlers: { readonly [A in ActionName]: Action<A> } = {
  ...openingHandlers,
  'story.create': createStory,
  'story.sample': makeSample,
  'story.alert': createAlert,
  'story.list': listStories,
  'story.sinceSigned': sinceSigned,
  'story.show': showStory,
  'story.duplicate': duplicateStory,
  'story.setField': setField,
  'story.strikeByline': strikeByline,
  'story.import': importStory,
  'story.previewImport': previewImport,
  'story.stopImport': stopImport,
  'story.movePen': movePen,
  'story.move': moveStory,
  'story.acceptLoss': acceptLoss,
  'story.deletion': showDeletion,
  'story.delete': deleteStory,
  'story.takeBack': takeBackStory,
  'story.archivable': listArchivable,
  'story.archive': archiveStories,
  'story.gate': showGate,
  'story.export': exportStory,
  'story.previewExport': previewExport,
  'story.exportName': exportName,
  'story.exportAgain': exportAgain,
  'story.previewMerge': previewMerge,
  'story.merge': mergeBundle,
  'story.undoMerge': undoMerge,
  'story.sinceHandedOver': sinceHandedOver,
  'story.putBackSince': putBackSince,
  'story.apart': listApart,
  'story.decideApart': decideApart,
  'story.handOver': handOver,
  'story.handOverName': handOverName,
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
  'tray.putBack': putBack,
  'tray.letGo': letGo,
  'copy.replace': replaceCopy,
  'copy.dropOverrides': dropOverridesOfStory,
  'fact.tag': tagFact,
  'fact.untag': untagFact,
  'fact.retag': retagFact,
  'fact.retype': retypeFact,
  'fact.describe': describeFact,
  'fact.sign': signFact,
  'fact.withdraw': withdrawSignOff,
  'fact.find': findInSource,
  'file.text': readCaptured,
  'fact.answer': answerQuery,
  'fact.translate': translateFact,
  'fact.derive': deriveFact,
  'fact.signAgain': signAgain,
  'query.list': listQueries,
  'query.answers': fileAnswers,
  'desk.queue': deskQueue,
  'transcript.read': readKeptTranscript,
  'fact.addEvidence': addEvidence,
  'fact.editEvidence': editEvidence,
  'fact.removeEvidence': removeEvidence,
  'fact.acceptContext': acceptContext,
  'fact.response': noteResponse,
  'correction.show': showCorrection,
  'correction.note': noteCorrection,
  'correction.told': noteTold,
  'kill.show': showKill,
  'kill.told': noteKillTold,
  'suggestion.list': listSuggestions,
  'suggestion.propose': proposeReplacement,
  'suggestion.accept': acceptSuggestions,
  'suggestion.reject': rejectSuggestions,
  'finding.override': overrideFinding,
  'finding.dismiss': dismissFinding,
  'finding.dismissTogether': dismissTogether,
  'finding.undismiss': undismiss,
  'comment.add': addComment,
  'comment.place': placeComment,
  'comment.reply': replyComment,
  'comment.change': changeComment,
  'comment.edit': editComment,
  'comment.delete': deleteComment,
  'comment.restore': restoreComment,
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
  'source.traces': tracesOfSource,
  'source.look': lookAtSource,
  'source.facts': factsOfSource,
  'library.history': libraryHistory,
  'source.list': listSources,
  'profile.list': listProfiles,
  'profile.save': saveProfile,
  'profile.remove': removeProfile,
  'roster.add': addPerson,
  'roster.leave': leaveDesk,
  'roster.return': returnToDesk,
  'pin.set': setPin,
  'pin.recover': recoverPin,
  'pin.remove': removePin,
  'device.card': ownCard,
  'device.read': readDeviceCard,
  'device.trust': trustDevice,
  'device.end': endDevice,
  'device.list': listDevices,
  'pin.invite': inviteToPin,
  'pin.reset': resetPin,
  'pin.ends': endingPins,
  'roster.list': listRoster,
  'library.doctor': examineLibrary,
  'library.index': indexState,
  'library.tidy': tidyLibrary,
  'library.backUp': backUpLibrary,
  'library.losses': (room) => Promise.resolve(room.library.losses),
  'library.acceptLoss': acceptLibraryLoss,
  'library.defaults': showDefaults,
  'library.settings': setLibrary,
  'words.list': listDeskWords,
  'words.add': addWord,
  'words.remove': removeWord,
  'words.try': tryWordOn,
}
