/**
 * What another machine changed of comments that were here: their words, their answers, and what was deleted of them.
 * It counts if the history that came along says so in the name of their writer. All else stays as it is here.
 */
import * as Y from 'yjs'
import { COMMENTS_MAP } from '../../story/copy/documentSchema'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { isRecord } from '../../story/text/isRecord'
import { changeOfAnswer, saidSince, type SaidSince } from '../reading/readComments'

/** What a comment, or an answer in it, would say. `answer`: its instant. */
export interface Saying {
  readonly comment: string
  readonly by: string
  readonly answer?: string
  readonly text: string
  readonly isDeleted: boolean
}

/** Whether the writer signed, in what came along, that it says so. */
export type IsSigned = (saying: Saying) => boolean

type CommentMark = Extract<LedgerEvent, { kind: 'commentMarked' }>['says']

/** Who marked comments. */
export interface CommentMarks {
  /** Who signed it, in what came along. `withPin`: not with a key that has no PIN, where there are PINs. */
  readonly signedBy: (comment: string, mark: CommentMark, withPin?: boolean) => readonly string[]
  readonly isAuthor: (person: string) => boolean
  /**
   * Whether the person who let go of a comment knew its latest words, or the one who wrote these knew that it was let
   * go. Also if nobody let go of it.
   */
  readonly wasLetGoAsItReads: (comment: string) => boolean
}

/** Whether a person wrote the words that a comment is about. `words`: those that it was made on. */
export type WroteCommented = (person: string, comment: { readonly id: string; readonly words: string }) => boolean

interface MarksOfOne extends CommentMarks {
  /** An author, or who wrote the words. */
  readonly isBound: (person: string) => boolean
}

type Stored = Readonly<Record<string, unknown>>

/** What has to be put back, each as one edit. Empty: nothing. */
export function commentsToPutBack(
  before: Y.Doc,
  doc: Y.Doc,
  isSigned: IsSigned,
  marks: CommentMarks,
  wrote: WroteCommented,
): readonly (() => void)[] {
  const now = doc.getMap(COMMENTS_MAP)
  return [...before.getMap(COMMENTS_MAP)].flatMap(([id, value]) => {
    if (!(value instanceof Y.Map)) return []
    const was = value.toJSON() as Stored
    const record = now.get(id)
    const is = record instanceof Y.Map ? (record.toJSON() as Stored) : undefined
    if (!(record instanceof Y.Map) || !is || !holdsSame(was, is)) return [() => void now.set(id, value.clone())]
    const words = textOf(was['words'])
    const of = { ...marks, isBound: (by: string) => marks.isAuthor(by) || wrote(by, { id, words }) }
    return wrongIn(id, record, { was, is }, isSigned, of)
  })
}

/** Writer, instant and words that a comment is about, and every answer, are as they were. */
function holdsSame(was: Stored, is: Stored): boolean {
  const answers = new Set(answersOf(is).map((answer) => JSON.stringify(answer)))
  return (
    ['by', 'at'].every((name) => was[name] === is[name]) &&
    answersOf(was).every((answer) => answers.has(JSON.stringify(answer)))
  )
}

interface Answer {
  readonly by: string
  readonly at: string
  readonly text: string
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const answersOf = ({ replies }: Stored): readonly Answer[] =>
  Array.isArray(replies)
    ? replies.flatMap((reply: unknown) =>
        isRecord(reply) ? [{ by: textOf(reply['by']), at: textOf(reply['at']), text: textOf(reply['text']) }] : [],
      )
    : []

const SAID = ['text', 'editedAt', 'deletedAt'] as const

function wrongIn(
  comment: string,
  record: Y.Map<unknown>,
  { was, is }: { readonly was: Stored; readonly is: Stored },
  isSigned: IsSigned,
  marks: MarksOfOne,
): readonly (() => void)[] {
  const wrong: (() => void)[] = []
  const put = (name: string): void =>
    void wrong.push(() => (was[name] === undefined ? record.delete(name) : record.set(name, was[name])))
  const differs = (name: string): boolean => textOf(was[name]) !== textOf(is[name])
  if (SAID.some(differs)) {
    const saying = {
      comment,
      by: textOf(is['by']),
      text: textOf(is['text']),
      isDeleted: textOf(is['deletedAt']) !== '',
    }
    const letsGo = saying.isDeleted && textOf(was['deletedAt']) === ''
    const isBack =
      !saying.isDeleted && !differs('text') && !differs('editedAt') && mayStandAgain(comment, was, is, marks)
    if ((!isBack && !isSigned(saying)) || (letsGo && !mayLetGo(saying.by, was, marks)))
      for (const name of SAID) put(name)
  }
  if (mustStandAgain(was, is, marks)) wrong.push(() => void record.set('deletedAt', ''))
  for (const name of wrongMarks(comment, { was, is }, marks)) put(name)
  if (mustOpenAgain(comment, { was, is }, marks))
    wrong.push(() => {
      for (const name of RESOLVED) record.set(name, '')
    })
  for (const answer of answersOf(was)) {
    const name = changeOfAnswer(answer)
    const since = saidSince(is[name])
    if (isSame(saidSince(was[name]), since)) continue
    const text = since.text || answer.text
    const saying = { comment, by: answer.by, answer: answer.at, text, isDeleted: textOf(since.deletedAt) !== '' }
    if (!isSigned(saying)) put(name)
  }
  return wrong
}

/** Who says that it must be fixed. '': nobody. */
const askerOf = (of: Stored): string => (of['mustFix'] === true ? textOf(of['mustFixBy']) || textOf(of['by']) : '')

/** Authors and writers of the words may resolve only what nobody else asked to be fixed. */
const mayLetGo = (by: string, was: Stored, { isBound }: MarksOfOne): boolean =>
  ['', by].includes(askerOf(was)) || !isBound(by)

/**
 * What is to be put back of the marks of a comment. To let go of what must be fixed takes the signature of somebody who
 * may. To ask for a fix, and to open a comment again, takes trust away: anybody may.
 */
function wrongMarks(
  comment: string,
  { was, is }: { readonly was: Stored; readonly is: Stored },
  marks: MarksOfOne,
): readonly string[] {
  const wrong: string[] = []
  const by = textOf(is['resolvedBy'])
  // Nobody lets go of what must be fixed without having read what it says.
  const isUnread = askerOf(was) !== '' && !marks.wasLetGoAsItReads(comment)
  if (by !== '' && RESOLVED.some((name) => textOf(was[name]) !== textOf(is[name])))
    if (!marks.signedBy(comment, 'resolved', askerOf(was) !== '').includes(by) || !mayLetGo(by, was, marks) || isUnread)
      wrong.push(...RESOLVED)
  const [asked, asks] = [askerOf(was), askerOf(is)]
  if (asked === '' || asked === asks) return wrong
  const isRight =
    asks === ''
      ? !isUnread && marks.signedBy(comment, 'notMustFix', true).some((person) => mayLetGo(person, was, marks))
      : marks.signedBy(comment, 'mustFix').includes(asks) && comesFirst(asks, asked, marks)
  return isRight ? wrong : [...wrong, 'mustFix', 'mustFixBy']
}

const RESOLVED = ['resolvedBy', 'resolvedAt'] as const

/**
 * Whether a comment that was resolved here opens again: somebody asks for the fix without having heard of that, and an
 * author, or who wrote the words, resolved it, or it says something else now.
 */
function mustOpenAgain(
  comment: string,
  { was, is }: { readonly was: Stored; readonly is: Stored },
  marks: MarksOfOne,
): boolean {
  const by = textOf(is['resolvedBy'])
  const isStillResolved = by !== '' && RESOLVED.every((name) => textOf(was[name]) === textOf(is[name]))
  if (!isStillResolved || askerOf(is) === '') return false
  return (askerOf(was) === '' && !mayLetGo(by, is, marks)) || !marks.wasLetGoAsItReads(comment)
}

/**
 * Whether a comment that was deleted here may stand again, as it does in what came along: it must be fixed, and
 * somebody undid the merge that brought the deletion, or its writer was not free to delete it.
 */
const mayStandAgain = (comment: string, was: Stored, is: Stored, marks: MarksOfOne): boolean =>
  (askerOf(was) !== '' && marks.signedBy(comment, 'reopened').length > 0) || !mayLetGo(textOf(is['by']), is, marks)

/**
 * Whether a comment that was deleted here stands again: its writer is an author, or wrote the words, and somebody asks
 * for the fix without having heard of the deletion.
 */
const mustStandAgain = (was: Stored, is: Stored, marks: MarksOfOne): boolean =>
  textOf(is['deletedAt']) !== '' &&
  was['deletedAt'] === is['deletedAt'] &&
  askerOf(was) === '' &&
  !mayLetGo(textOf(is['by']), is, marks)

/** Of two who ask for the same, all machines name the same one: rather nobody who is an author. */
const comesFirst = (one: string, other: string, { isAuthor }: CommentMarks): boolean =>
  isAuthor(one) === isAuthor(other) ? one < other : isAuthor(other)

const isSame = (a: SaidSince, b: SaidSince): boolean =>
  a.text === b.text && a.editedAt === b.editedAt && a.deletedAt === b.deletedAt
