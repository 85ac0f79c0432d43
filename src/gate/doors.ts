/** The table of rules and doors: how each door treats each finding. */
import type { RuleId } from '../story/assessment/finding'
import type { Door } from '../story/ledger/stages'

/** `asks`: the finding counts with its own severity. `shows`: it is a warning. `–`: the door ignores it. */
export type Answer = 'asks' | 'shows' | '–'

const asks: Answer = 'asks'
const shows: Answer = 'shows'
const no: Answer = '–'

/** Columns in the order of `DOOR_COLUMNS`. */
const ROWS: Readonly<Record<RuleId, readonly [Answer, Answer, Answer, Answer, Answer, Answer, Answer, Answer]>> = {
  //                    file   sendBack  spike  clear  publish  kill  factsheet  draftExport
  factStatus: [shows, shows, shows, asks, asks, no, no, no],
  context: [shows, shows, shows, asks, asks, no, no, no],
  precedingSentence: [shows, shows, shows, asks, asks, no, no, no],
  hole: [shows, shows, shows, asks, asks, no, no, no],
  factLeftStanding: [shows, shows, shows, asks, asks, no, no, no],
  untaggedQuote: [shows, shows, shows, asks, asks, no, no, no],
  untaggedFigure: [shows, shows, shows, asks, asks, no, no, no],
  untaggedSuperlative: [shows, shows, shows, asks, asks, no, no, no],
  untaggedName: [shows, shows, shows, asks, asks, no, no, no],
  quoteDiffers: [shows, shows, shows, asks, asks, no, no, no],
  quoteCut: [shows, shows, shows, asks, asks, no, no, no],
  quoteSpeaker: [shows, shows, shows, asks, asks, no, no, no],
  translation: [shows, shows, shows, asks, asks, no, no, no],
  derivedFigure: [shows, shows, shows, asks, asks, no, no, no],
  echo: [shows, shows, shows, asks, asks, no, no, no],
  unreadLanguage: [shows, shows, shows, asks, asks, no, no, no],
  openTk: [shows, shows, shows, asks, asks, no, no, no],
  deskLine: [shows, shows, shows, asks, asks, no, no, no],
  mustFix: [shows, shows, shows, asks, asks, no, no, no],
  pictureCredit: [shows, shows, shows, asks, asks, no, no, no],
  pictureRights: [shows, shows, shows, asks, asks, no, no, no],
  pictureAlt: [shows, shows, shows, asks, asks, no, no, no],
  mandatoryField: [shows, shows, shows, asks, asks, no, no, no],
  needsLegal: [shows, shows, shows, asks, asks, no, no, no],
  legalChanged: [shows, shows, shows, asks, asks, no, no, no],
  selfChecked: [shows, shows, shows, asks, asks, no, no, no],
  openSuggestion: [shows, shows, shows, asks, asks, no, no, no],
  alertOnly: [shows, shows, shows, asks, asks, no, no, no],
  correctionRecord: [shows, shows, shows, asks, asks, no, no, no],
  offTheRecord: [shows, shows, shows, asks, asks, no, no, no],
  groundRules: [shows, shows, shows, asks, asks, no, no, no],
  otherOutlet: [shows, shows, shows, asks, asks, no, no, no],
  allegationBacking: [shows, shows, shows, asks, asks, no, no, no],
  responseSought: [shows, shows, shows, asks, asks, no, no, no],
  directionOverride: [shows, shows, shows, asks, asks, no, asks, asks],
  // A kill leaves without the words that the leak scan refuses. Its bytes are scanned all the same.
  sourceProtection: [shows, shows, shows, asks, asks, no, asks, asks],
  loss: [shows, shows, shows, asks, asks, no, asks, asks],
  copyChanged: [no, no, no, no, asks, no, no, no],
  embargo: [no, no, no, no, asks, no, no, no],
  relativeDay: [no, no, no, no, asks, no, no, no],
  killText: [no, no, no, no, no, asks, no, no],
  sampleStory: [no, no, no, shows, asks, no, no, no],
}
const DOOR_COLUMNS: Readonly<Record<Door, number>> = {
  file: 0,
  sendBack: 1,
  spike: 2,
  clear: 3,
  publish: 4,
  kill: 5,
  factsheet: 6,
  draftExport: 7,
}

export const answerOf = (rule: RuleId, door: Door): Answer => ROWS[rule][DOOR_COLUMNS[door]] ?? no

/** Whether the door asks any rule about facts and copy. */
export const looksAtCopy = (door: Door): boolean => answerOf('factStatus', door) !== '–'
