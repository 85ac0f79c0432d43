/**
 * Which texts of a request enter a story or leave with it. Direction overrides and control characters are
 * dropped from them, and rare separators become spaces.
 */
import type { ActionName, RequestOf } from '../../story/requests/requests'
import { cleanEntering, enteringNames, enteringWords } from '../../story/text/words/strayCharacters'

/** Whether a value holds a text that is not one of a few given ones. */
type HoldsText<T> = string extends T
  ? true
  : T extends Uint8Array
    ? false
    : T extends readonly (infer Item)[]
      ? HoldsText<Item>
      : T extends object
        ? { [K in keyof T]: HoldsText<T[K]> }[keyof T]
        : false

/** Ids, hashes, places and names of things. They are never words for a story. */
type NamesThing =
  | ('story' | 'fact' | 'facts' | 'comment' | 'suggestions' | 'findings' | 'losses' | 'entries' | 'file' | 'fileName')
  | ('bundle' | 'item' | 'mark' | 'ref' | 'rule' | 'key' | 'seen' | 'standing' | 'echoes' | 'to' | 'due')
  | ('assignee' | 'addressee' | 'destination' | 'saveAs' | 'fileNamePattern' | 'formatVersion')

type TextOf<A extends ActionName> = Exclude<
  keyof { [K in keyof RequestOf<A> as true extends HoldsText<RequestOf<A>[K]> ? K : never]: unknown },
  NamesThing
>

/** The requests about one story, and those whose words come into stories later. */
type Bringing =
  | { [A in ActionName]: RequestOf<A> extends { readonly story: string } ? A : never }[ActionName]
  | ('story.alert' | 'library.settings' | 'words.add' | 'words.try')

/** For each text of a request whether it enters. One that is left out is an error of types. */
type Entering = {
  readonly [A in Bringing as TextOf<A> extends never ? never : A]: { readonly [K in TextOf<A>]: boolean }
}

const PICTURE_WORDS = { alt: true, credit: true, rights: true, captured: true }

/**
 * False: the words that a person saw and those to find, as a story from before may hold such characters. Evidence and
 * derivations are signed exactly as they were given.
 */
const ENTERING: Entering = {
  'story.alert': { headline: true, slug: true },
  'story.setField': { value: true },
  'story.strikeByline': { name: false, reason: true },
  'story.movePen': { reason: true },
  'story.move': { reason: true, override: true },
  'story.acceptLoss': { reason: true },
  'story.takeBack': { from: false },
  'story.decideApart': { reason: true },
  'story.export': { override: true },
  'story.previewExport': { override: false },
  'story.exportName': { override: false },
  // The message of the machine, which may name a file.
  'story.exportFailed': { reason: false },
  'copy.replace': { replace: false, with: true },
  'suggestion.propose': { replace: false, with: true },
  'comment.add': { text: true, on: false, place: false },
  'comment.place': { on: false, place: false },
  'comment.reply': { text: true },
  'comment.edit': { text: true, was: false },
  'comment.delete': { was: false },
  'picture.add': { cutline: true, ...PICTURE_WORDS },
  'picture.describe': PICTURE_WORDS,
  'finding.override': { reason: true },
  'finding.dismiss': { reason: true },
  'fact.tag': { text: false, statement: true, attributedTo: true },
  'fact.untag': { reason: true },
  'fact.retype': { reason: true },
  'fact.describe': { statement: true, attributedTo: true },
  'fact.sign': { proposed: true, reason: true, evidence: false },
  'fact.find': { source: false },
  'fact.withdraw': { reason: true },
  'fact.answer': { text: true },
  'query.answers': { text: true },
  'fact.translate': { translation: true },
  'fact.derive': { derivation: false },
  'fact.addEvidence': { evidence: false },
  'fact.editEvidence': { evidence: false, locator: false, excerpt: false, note: false },
  'fact.removeEvidence': { evidence: false },
  'fact.response': { who: true, how: true, when: true, reply: true },
  'correction.note': { was: true, is: true, cause: true, publicText: true },
  'correction.told': { how: true },
  'kill.told': { how: true },
  'version.keep': { name: true },
  'library.settings': { defaults: true },
  'words.add': { words: true, source: true, language: false },
  'words.try': { words: true, language: false, sentence: false },
}

/** Fields that name people. */
const NAMES: ReadonlySet<unknown> = new Set(['author', 'assignee', 'byline', 'contributors'])

/** A request whose texts have no hidden direction or control characters. `dropped`: how many were taken out. */
export function withoutOverrides<A extends ActionName>(
  action: A,
  request: RequestOf<A>,
): { readonly request: RequestOf<A>; readonly dropped: number } {
  let dropped = 0
  const clean: Record<string, unknown> = { ...request }
  const texts: Readonly<Partial<Record<ActionName, Readonly<Record<string, boolean>>>>> = ENTERING
  for (const [name, enters] of Object.entries(texts[action] ?? {})) {
    if (!enters) continue
    const isName = name === 'value' && NAMES.has(clean['field'])
    const { value, count } = cleanEntering(clean[name], isName ? enteringNames : enteringWords)
    if (count > 0) clean[name] = value
    dropped += count
  }
  return { request: dropped === 0 ? request : (clean as RequestOf<A>), dropped }
}
