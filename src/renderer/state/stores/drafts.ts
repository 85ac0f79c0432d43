import type { KeptDraft } from '../../../ipc/startup'
import type { CorrectionText } from '../../../story/ledger/leaving/corrections/correctionNote'
import type { Derivation } from '../../../story/ledger/facts/derivation'
import type { Evidence } from '../../../story/ledger/facts/fact'
import type { Picture } from '../../../story/copy/picture'
import type { WordList } from '../../../story/desk/deskWords'
import type { Role } from '../../../story/desk/roster'
import type { Source } from '../../../story/desk/source'
import type { Translation } from '../../../story/ledger/facts/translation'
import type { Stage } from '../../../story/ledger/stages'
import type { AnswerOf } from '../../../story/requests/requests'

/** Keeps drafts when the page of the window reloads. */
export interface DraftKeeper {
  /** The drafts from before the reload. */
  readonly kept: readonly KeptDraft[]
  /** Without `text`: deletes the draft. */
  readonly tell: (draft: Pick<KeptDraft, 'form' | 'key'> & { readonly text?: string }) => void
}

const NO_KEEPER: DraftKeeper = { kept: [], tell: () => undefined }

/** What a person chooses in a form, and which earlier words it began with. It is no written word. */
const CHOSEN: ReadonlySet<string> = new Set([
  ...(['source', 'stance', 'kind', 'groundRules', 'language', 'assignee', 'earlierWords'] as const),
  ...(['stage', 'list', 'role', 'stories'] as const),
])

/** Whether there are written words in a draft. */
function hasWords(draft: unknown): boolean {
  if (typeof draft === 'string') return draft.trim() !== ''
  if (typeof draft !== 'object' || draft === null) return false
  return Object.entries(draft).some(([field, value]) => !CHOSEN.has(field) && hasWords(value))
}

/** What of a draft nobody wrote: choices, ids, and what Stet knows of a file. */
const NOT_WRITTEN: ReadonlySet<string> = new Set([
  ...CHOSEN,
  ...(['taken', 'replaced', 'replacedFile', 'derivedFrom', 'fact', 'sha256', 'mediaType', 'trouble'] as const),
])

/** The written words of a draft, a line for each field. */
function linesOf(draft: unknown): readonly string[] {
  if (typeof draft === 'string') return draft.trim() === '' ? [] : [draft.trim()]
  if (typeof draft !== 'object' || draft === null) return []
  return Object.entries(draft).flatMap(([field, value]) => (NOT_WRITTEN.has(field) ? [] : linesOf(value)))
}

/** Whether a draft is about a source that is to be protected. */
function isProtected(draft: unknown): boolean {
  if (typeof draft !== 'object' || draft === null) return false
  return Object.entries(draft).some(([field, value]) => (field === 'protected' && value === true) || isProtected(value))
}

/** The stories of a draft for several. */
function storiesOf(draft: unknown): readonly string[] {
  if (typeof draft !== 'object' || draft === null || !('stories' in draft) || !Array.isArray(draft.stories)) return []
  return draft.stories.filter((id) => typeof id === 'string')
}

/** The drafts of one kind of form, by key. */
export class Drafts<T> {
  readonly #begun: Map<string, T>
  readonly #form: string
  readonly #tell: DraftKeeper['tell']
  #changes = 0

  constructor(form: string, { kept, tell }: DraftKeeper = NO_KEEPER) {
    this.#form = form
    this.#tell = tell
    // The keeper returns what this same form stored.
    this.#begun = new Map(
      kept.filter((draft) => draft.form === form).map(({ key, text }) => [key, JSON.parse(text) as T]),
    )
  }

  readonly keys = (): readonly string[] => [...this.#begun.keys()]

  /** Number of changes so far. */
  get changes(): number {
    return this.#changes
  }

  /** The drafts that have written words in them. */
  get written(): readonly Omit<WrittenDraft, 'form'>[] {
    return [...this.#begun].flatMap(([key, draft]) => {
      if (!hasWords(draft)) return []
      const end = key.indexOf('\n')
      const words = isProtected(draft) ? '' : linesOf(draft).join('\n')
      return [{ person: key.slice(0, end), key: key.slice(end + 1), words, stories: storiesOf(draft) }]
    })
  }

  readonly get = (key: string): T | undefined => this.#begun.get(key)

  readonly keep = (key: string, draft: T): void => {
    this.#begun.set(key, draft)
    this.#changes += 1
    this.#tell({ form: this.#form, key, text: JSON.stringify(draft) })
  }

  readonly forget = (key: string): void => {
    if (this.#begun.delete(key)) this.#tell({ form: this.#form, key })
  }
}

/** The forms whose drafts survive another tab, fact or story, Escape and a reload of the page. */
export class FormDrafts {
  readonly ask: Drafts<AskDraft>
  readonly comment: Drafts<CommentDraft>
  /** Where the comment that is being written goes. */
  readonly commenting: Drafts<CommentAsked>
  readonly reply: Drafts<string>
  /** Own words in a comment that are being edited. */
  readonly editedComment: Drafts<string>
  readonly override: Drafts<string>
  readonly response: Drafts<ResponseDraft>
  readonly move: Drafts<MoveDraft>
  readonly correction: Drafts<CorrectionDraft>
  readonly told: Drafts<string>
  readonly evidence: Drafts<EvidenceDraft>
  readonly translation: Drafts<TranslationDraft>
  readonly derivation: Drafts<DerivationDraft>
  readonly picture: Drafts<PictureDraft>
  readonly source: Drafts<SourceDraft>
  readonly reason: Drafts<ReasonDraft>
  readonly answers: Drafts<AnswersDraft>
  readonly alert: Drafts<AlertDraft>
  readonly exportOverride: Drafts<ReasonDraft>
  readonly bulk: Drafts<BulkDraft>
  readonly spelling: Drafts<SpellingDraft>
  readonly profile: Drafts<ProfileDraft>
  readonly snapshot: Drafts<SnapshotDraft>
  readonly word: Drafts<WordDraft>
  readonly newPerson: Drafts<NewPersonDraft>
  readonly locator: Drafts<LocatorDraft>

  constructor(keeper: DraftKeeper = NO_KEEPER) {
    this.ask = new Drafts('ask', keeper)
    this.comment = new Drafts('comment', keeper)
    this.commenting = new Drafts('commenting', keeper)
    this.reply = new Drafts('reply', keeper)
    this.editedComment = new Drafts('editedComment', keeper)
    this.override = new Drafts('override', keeper)
    this.response = new Drafts('response', keeper)
    this.move = new Drafts('move', keeper)
    this.correction = new Drafts('correction', keeper)
    this.told = new Drafts('told', keeper)
    this.evidence = new Drafts('evidence', keeper)
    this.translation = new Drafts('translation', keeper)
    this.derivation = new Drafts('derivation', keeper)
    this.picture = new Drafts('picture', keeper)
    this.source = new Drafts('source', keeper)
    this.reason = new Drafts('reason', keeper)
    this.answers = new Drafts('answers', keeper)
    this.alert = new Drafts('alert', keeper)
    this.exportOverride = new Drafts('exportOverride', keeper)
    this.bulk = new Drafts('bulk', keeper)
    this.spelling = new Drafts('spelling', keeper)
    this.profile = new Drafts('profile', keeper)
    this.snapshot = new Drafts('snapshot', keeper)
    this.word = new Drafts('word', keeper)
    this.newPerson = new Drafts('newPerson', keeper)
    this.locator = new Drafts('locator', keeper)
  }

  /** The drafts with written words that were neither sent nor cancelled, of everybody who wrote in this window. */
  readonly written = (): readonly WrittenDraft[] =>
    WRITTEN_IN.flatMap((form) => this[form].written.map((draft) => ({ form, ...draft })))

  /** Number of changes of all drafts so far. */
  readonly changes = (): number => WRITTEN_IN.reduce((sum, form) => sum + this[form].changes, 0)
}

/** The forms with words that a person writes, in the order in which they are listed. */
export const WRITTEN_IN = [
  ...(['comment', 'reply', 'editedComment', 'ask', 'answers', 'evidence', 'translation', 'derivation'] as const),
  ...(['response', 'picture', 'source', 'override', 'move', 'correction', 'told', 'reason'] as const),
  ...(['exportOverride', 'alert', 'locator', 'snapshot', 'bulk', 'spelling', 'profile', 'word'] as const),
  ...(['newPerson'] as const),
] satisfies readonly (keyof FormDrafts)[]

/** A draft that has written words in it. */
export interface WrittenDraft {
  readonly form: (typeof WRITTEN_IN)[number]
  /** Who wrote it. Empty: nobody acted in this window yet. */
  readonly person: string
  /** Which form of that kind, as useDraft was given it. */
  readonly key: string
  /** Empty: it is about a source that is to be protected. */
  readonly words: string
  /** Ids of the stories of a form for several. Empty: it is no such form. */
  readonly stories: readonly string[]
}

/** The key of the draft of a new source, profile, word of the desk or person. */
export const NEW_ONE = 'new'

export interface AskDraft {
  readonly text: string
  readonly more: {
    readonly addressee?: string
    readonly due?: string
    readonly proposed?: string
    readonly attributedTo?: string
  }
}
/** The story of a new comment and the words it is on. Without `place`: the whole story. */
export interface CommentAsked {
  readonly story: string
  readonly place?:
    | { readonly block: number; readonly from: number; readonly to: number; readonly words: string }
    | undefined
}
export interface CommentDraft {
  readonly text: string
  readonly mustFix: boolean
  readonly assignee: string
}
/** `earlierWords`: the form began with the response on these words of the allegation. Absent: it began empty. */
export interface ResponseDraft {
  readonly who: string
  readonly how: string
  readonly when: string
  readonly reply: string
  readonly earlierWords?: string
}
/** The reason of a move or the kill text, and the reason for overriding blocks. */
export interface MoveDraft {
  readonly reason: string
  readonly override: string
}
/** What was typed into the record of a correction and is not recorded yet. */
export type CorrectionDraft = Readonly<Partial<Record<CorrectionText | 'since', string>>>
/** A source that is added together with its evidence. */
export type NewSource = Pick<Source, 'name' | 'kind' | 'groundRules' | 'protected' | 'aliases'>
export interface EvidenceDraft {
  readonly source?: string | undefined
  readonly fresh?: NewSource | undefined
  /** What was typed into the field of the source and picks none yet. */
  readonly sought?: string | undefined
  /** The person picked or named the source. Without it, the source is the one before, or that of a captured file. */
  readonly chosen?: boolean
  readonly locator: string
  readonly excerpt: string
  readonly note?: string
  readonly stance: Evidence['stance']
  readonly file?: AnswerOf<'file.keep'> | undefined
  /** Why the fact stands although other evidence contradicts it. */
  readonly reason: string
  /** The passage of a captured file that was taken last. */
  readonly taken?: { readonly excerpt: string; readonly locator: string } | undefined
  /** What a passage took the place of in a saved piece of evidence. */
  readonly replaced?: { readonly excerpt: string; readonly locator: string } | undefined
  /** What another file took the place of in this draft. */
  readonly replacedFile?: (Pick<EvidenceDraft, 'source'> & { readonly file: AnswerOf<'file.keep'> }) | undefined
}
/** The key of a draft of evidence, as useDraft makes it. Without `evidence`: of a new piece. */
export const evidenceDraftKey = (person: string, story: string, fact: string, evidence?: string): string =>
  `${person}\n${[story, fact, ...(evidence === undefined ? [] : [evidence])].join(' ')}`
export interface TranslationDraft extends Pick<Translation, 'original' | 'language' | 'translator'> {
  readonly secondReader: string
  readonly official: boolean
}
export interface DerivationDraft extends Pick<Derivation, 'expression' | 'inputs'> {
  readonly rate: NonNullable<Derivation['rate']>
  readonly rounded: string
}
export type PictureDraft = Pick<Picture, 'credit' | 'rights' | 'alt' | 'captured'>
/** `aliases` as typed. */
export interface SourceDraft extends Omit<NewSource, 'aliases'> {
  readonly aliases: string
  readonly contact: string
  readonly wording: string
  readonly description: string
  readonly pooler: string
  readonly poolNumber: string
  readonly derivedFrom: readonly string[]
  readonly officialRecord: boolean
  readonly reason: string
  /** What was typed into “Based on” and picks no source yet. */
  readonly sought?: string | undefined
}
export interface ReasonDraft {
  readonly reason: string
}
export interface AnswersDraft {
  readonly text: string
}
export interface AlertDraft {
  readonly headline: string
  readonly slug: string
}
/** What is done to several stories at once: the stage they go to, the name of a desk or assignee, and the reason. */
export interface BulkDraft {
  /** Ids of the stories that it is for. Absent in a draft that an earlier Stet kept. */
  readonly stories?: readonly string[]
  readonly stage: Stage
  readonly words: string
  readonly reason: string
}
/** `protected`: of the source whose name it is. */
export interface SpellingDraft {
  readonly name: string
  readonly reason: string
  readonly protected: boolean
}
export interface ProfileDraft {
  readonly name: string
  readonly pattern: string
}
/** The name of a snapshot. */
export interface SnapshotDraft {
  readonly name: string
}
/** A word that the desk teaches the checks, and the sentence that it is tried on. */
export interface WordDraft {
  readonly list: WordList
  readonly words: string
  readonly language: string
  readonly source: string
  readonly sentence: string
}
export interface NewPersonDraft {
  readonly name: string
  readonly role: Role | ''
}
/** Where the source before says it: typed, because Stet found no place. */
export interface LocatorDraft {
  readonly locator: string
}
