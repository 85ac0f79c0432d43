/**
 * Texts that Stet itself writes into records: names of snapshots, reasons of its own moves. They are always stored in
 * English, whatever language the person reads: equal acts give equal records, and every desk can read them. They are
 * shown in the reader's language. Who rewords such a message keeps the old one here: records have it.
 */
import { languageNow, writtenMessage, type TextValues } from '../../catalogue/area'
import { factsText } from '../../catalogue/story/facts'
import { ledgerText } from '../../catalogue/story/ledger'
import { aboutOf, describeSuggestion } from '../copy/suggestions/suggestion'
import { lazy } from '../text/lazy'

const STORED = [
  'stored.autosaved',
  'stored.beforeMerge',
  'stored.beforeRestore',
  'stored.byHand',
  'stored.copyChanged',
  'stored.editedAfterCleared',
  'stored.exported',
  'stored.handedOver',
  'stored.legalRead',
  'stored.saidInOriginal',
  'stored.suggested',
  'stored.takenOver',
  'stored.takenOverUnknown',
  'stored.undone',
] as const
export type StoredText = (typeof STORED)[number]

const MOVES = [
  'move.clear',
  'move.clearAlert',
  'move.file',
  'move.kill',
  'move.openNextVersion',
  'move.publish',
  'move.reopenReview',
  'move.restore',
  'move.sendBack',
  'move.spike',
  'move.takeIntoReview',
] as const

/** Parts of what a suggestion is about, beside its words. */
const SUGGESTIONS = [
  'suggestion.addSpace',
  'suggestion.bold',
  'suggestion.cutSpace',
  'suggestion.italic',
  'suggestion.join',
  'suggestion.link',
  'suggestion.makeIt',
  'suggestion.newLine',
  'suggestion.newParagraph',
  'suggestion.noLink',
  'suggestion.not.bold',
  'suggestion.not.italic',
] as const
const SHAPES = [
  'shape.bulletItem',
  'shape.bulletItemAt',
  'shape.cell',
  'shape.cutline',
  'shape.deck',
  'shape.headline',
  'shape.orderedItem',
  'shape.orderedItemAt',
  'shape.paragraph',
  'shape.quote',
  'shape.subhead',
] as const

/** A text to store, in English. */
export const storedText = (key: StoredText, values: TextValues = {}): string => ledgerText(key, values, 'en')

interface Known {
  readonly pattern: RegExp
  readonly shown: (values: TextValues) => string
}

/** The English message as a pattern that names its values. */
function patternOf(area: string, key: string): RegExp {
  const message = writtenMessage('en', area, key) ?? ''
  const source = message
    .split(/(\{\w+\})/)
    .map((part) =>
      /^\{\w+\}$/.test(part) ? `(?<${part.slice(1, -1)}>[^]*?)` : part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
    )
    .join('')
  return new RegExp(`^${source}$`, 'u')
}

const TEXTS = lazy((): readonly Known[] => [
  ...[...MOVES, ...STORED].map((key) => ({
    pattern: patternOf('ledger', key),
    shown: (values: TextValues) => ledgerText(key, values),
  })),
])
const PARTS = lazy((): readonly Known[] => [
  ...[...SUGGESTIONS, ...SHAPES].map((key) => ({
    pattern: patternOf('facts', key),
    shown: (values: TextValues) =>
      factsText(key, 'shape' in values ? { ...values, shape: shownIn(PARTS(), String(values['shape'])) } : values),
  })),
])

function shownIn(known: readonly Known[], text: string): string {
  for (const { pattern, shown } of known) {
    const match = pattern.exec(text)
    if (match) return shown({ ...match.groups })
  }
  return text
}

/** Longer than any text of Stet's own, whose values are names and short words. */
const LONGEST = 10_000

/** Shows a stored text in the reader's language, if it is Stet's own. What a person wrote stays as it is. */
export const shownStored = (text: string): string =>
  languageNow() === 'en' || text.length > LONGEST ? text : shownIn(TEXTS(), text)

/** What a suggestion is about, from a ledger entry, in the reader's language. */
export function aboutWords({ about, inserted, deleted }: About): string {
  if (languageNow() === 'en' || about.length > LONGEST) return about
  const words = { changes: [], inserted, deleted }
  const first = aboutOf(words)
  if (first === '' || (about !== first && !about.startsWith(`${first}, `)))
    return about.split(', ').map(shownPart).join(', ')
  const more = about.slice(first.length + 2)
  return [describeSuggestion(words), ...(more === '' ? [] : more.split(', ').map(shownPart))].join(', ')
}

interface About {
  readonly about: string
  readonly inserted: string
  readonly deleted: string
}

/** Such as “bold: “war””. */
function shownPart(part: string): string {
  const [, style, words] = /^([^“]*): (“[^]*)$/.exec(part) ?? []
  return style === undefined || words === undefined ? shownIn(PARTS(), part) : `${shownIn(PARTS(), style)}: ${words}`
}
