import { exportCommand } from './exports/exportCommand'
import {
  addProfileCommand,
  profilesCommand,
  removeProfileCommand,
  renameProfileCommand,
} from './exports/profileCommands'
import { correctionCommand } from './facts/correctionCommand'
import { killCommand } from './facts/killCommand'
import { topicsCommand } from './stories/copy/topicsCommand'
import { acceptSentenceCommand } from './facts/acceptSentenceCommand'
import { evidenceEditCommand, evidenceRemoveCommand } from './facts/evidenceCommands'
import { factCommand, tagCommand, untagCommand } from './facts/factCommands'
import { alertCommand, historyCommand, responseCommand } from './facts/proofCommands'
import { answerCommand, deriveCommand, queriesCommand, queueCommand, translateCommand } from './facts/queryCommands'
import { quoteCommand } from './facts/quoteCommand'
import { withdrawCommand } from './facts/withdrawCommand'
import { archiveCommand } from './library/archiveCommand'
import { backupCommand, restoreBackupCommand } from './library/backupCommands'
import {
  sourceAddCommand,
  sourceDestroyCommand,
  sourceEditCommand,
  sourceFactsCommand,
  sourceTracesCommand,
  sourceListCommand,
  sourceMergeCommand,
} from './library/sourceCommands'
import { defaultsCommand } from './library/defaultsCommand'
import { doctorCommand, tidyCommand } from './library/doctorCommand'
import { indexCommand } from './library/indexCommand'
import { rosterLeaveCommand, rosterReturnCommand } from './library/leaveCommands'
import { rosterInviteCommand, rosterPinCommand, rosterRecoverCommand, rosterResetCommand } from './library/pinCommands'
import {
  rosterDevicesCommand,
  rosterDistrustCommand,
  rosterKeyCommand,
  rosterTrustCommand,
} from './library/deviceCommands'
import { rosterAddCommand, rosterListCommand } from './library/rosterCommands'
import { wordsAddCommand, wordsListCommand, wordsRemoveCommand, wordsTryCommand } from './library/wordCommands'
import type { CliCommand } from './run/command'
import { acceptLossCommand } from './stories/review/acceptLossCommand'
import { apartCommand } from './stories/merging/apartCommand'
import { commentCommand } from './stories/review/commentCommand'
import { deleteCommand, takeBackCommand } from './stories/deleteCommands'
import { dropOverridesCommand } from './stories/review/dropOverridesCommand'
import { duplicateCommand } from './stories/copy/duplicateCommand'
import { importCommand } from './stories/copy/importCommand'
import { mergeCommand } from './stories/merging/mergeCommand'
import { penCommand } from './stories/merging/penCommand'
import { sinceCommand } from './stories/merging/sinceCommand'
import { pictureCommand } from './stories/copy/pictureCommand'
import { recoverCommand } from './stories/copy/recoverCommand'
import { editCommand } from './stories/copy/editCommand'
import { gateCommand } from './stories/gateCommand'
import { listCommand } from './stories/listCommand'
import { moveCommand } from './stories/moveCommand'
import { searchCommand } from './stories/searchCommand'
import { setCommand } from './stories/setCommand'
import { showCommand } from './stories/showCommand'
import { acceptCommand, rejectCommand, suggestCommand, suggestionsCommand } from './stories/review/suggestionCommands'
import { dismissCommand } from './stories/review/dismissCommand'
import { strikeBylineCommand } from './stories/review/strikeBylineCommand'
import { trayCommand } from './stories/copy/trayCommand'
import { compareCommand, restoreCommand, snapshotCommand, snapshotsCommand } from './stories/copy/snapshotCommands'

export const COMMANDS: readonly CliCommand[] = [
  importCommand,
  mergeCommand,
  sinceCommand,
  apartCommand,
  listCommand,
  showCommand,
  setCommand,
  tagCommand,
  untagCommand,
  factCommand,
  acceptSentenceCommand,
  evidenceEditCommand,
  evidenceRemoveCommand,
  withdrawCommand,
  editCommand,
  dropOverridesCommand,
  moveCommand,
  gateCommand,
  dismissCommand,
  duplicateCommand,
  deleteCommand,
  takeBackCommand,
  acceptLossCommand,
  strikeBylineCommand,
  penCommand,
  exportCommand,
  snapshotsCommand,
  snapshotCommand,
  compareCommand,
  restoreCommand,
  trayCommand,
  recoverCommand,
  suggestCommand,
  suggestionsCommand,
  acceptCommand,
  rejectCommand,
  searchCommand,
  pictureCommand,
  commentCommand,
  quoteCommand,
  queriesCommand,
  answerCommand,
  queueCommand,
  translateCommand,
  deriveCommand,
  sourceAddCommand,
  sourceListCommand,
  sourceEditCommand,
  sourceMergeCommand,
  sourceDestroyCommand,
  sourceFactsCommand,
  sourceTracesCommand,
  defaultsCommand,
  rosterAddCommand,
  rosterListCommand,
  rosterPinCommand,
  rosterInviteCommand,
  rosterResetCommand,
  rosterRecoverCommand,
  rosterLeaveCommand,
  rosterReturnCommand,
  rosterKeyCommand,
  rosterTrustCommand,
  rosterDevicesCommand,
  rosterDistrustCommand,
  wordsListCommand,
  wordsAddCommand,
  wordsRemoveCommand,
  wordsTryCommand,
  alertCommand,
  responseCommand,
  correctionCommand,
  killCommand,
  topicsCommand,
  historyCommand,
  doctorCommand,
  tidyCommand,
  indexCommand,
  // Before `backup`, which begins with the same word.
  restoreBackupCommand,
  backupCommand,
  archiveCommand,
  addProfileCommand,
  renameProfileCommand,
  removeProfileCommand,
  profilesCommand,
]
