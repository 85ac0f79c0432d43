/**
 * What another machine changed of comments that were here: their words, their answers, and what was deleted of them.
 * It counts if the history that came along says so in the name of their writer. All else stays as it is here.
 */
import * as Y from 'yjs'
import { COMMENTS_MAP } from '../../story/copy/documentSchema'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import type { AsksForFix, IsBound } from '../../story/merge/asksForFix'
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
  /** Who asks for the fix, as the whole history says. */
  readonly asks: (comment: string, isBound: IsBound) => AsksForFix
  /** Whether entries that were here before took off every mark. What their writers became since is not asked again. */
  readonly wasAllTakenOff: (comment: string) => boolean
}

/** Whether a person wrote the words that a comment is about. `words`: those that it was made on. */
export type WroteCommented = (person: string, comment: { readonly id: string; readonly words: string }) => boolean

interface MarksOfOne extends CommentMarks {
  /** An author, or who wrote the words. */
  readonly isBound: IsBound
  /** Those who ask for the fix, as the entries say. */
  readonly open: ReadonlySet<string>
}

type Bound = Omit<MarksOfOne, 'open'>
type Stored = Readonly<Record<string, unknown>>

/** What has to be put back, each as one edit. Empty: nothing. */
export function commentsToPutBack(
  before: Y.Doc,
  doc: Y.Doc,
  isSigned: IsSigned,
  marks: CommentMarks,
  wrote: WroteCommented,
): readonly (() => void)[] {
  const [then, now] = [before.getMap(COMMENTS_MAP), doc.getMap(COMMENTS_MAP)]
  const boundOn = (id: string, { words }: Stored): Bound => ({
    ...marks,
    isBound: (by) => marks.isAuthor(by) || wrote(by, { id, words: textOf(words) }),
  })
  const known = [...then].flatMap(([id, value]) => {
    if (!(value instanceof Y.Map)) return []
    const was = value.toJSON() as Stored
    const record = now.get(id)
    const is = record instanceof Y.Map ? (record.toJSON() as Stored) : undefined
    if (!(record instanceof Y.Map) || !is || !holdsSame(was, is)) return [() => void now.set(id, value.clone())]
    return wrongIn(id, record, { was, is }, isSigned, boundOn(id, was))
  })
  const fresh = [...now].flatMap(([id, record]) => {
    if (then.has(id) || !(record instanceof Y.Map)) return []
    const is = record.toJSON() as Stored
    const of = boundOn(id, is)
    const asks = firstOf(of.asks(id, of.isBound).open, of)
    // Somebody signed that it must be fixed: it came with that, whatever the document says became of it.
    const was = { ...is, mustFix: true, mustFixBy: asks, resolvedBy: '', resolvedAt: '', deletedAt: '' }
    return asks === undefined ? [] : wrongIn(id, record, { was, is }, isSigned, of)
  })
  return [...known, ...fresh]
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
  bound: Bound,
): readonly (() => void)[] {
  const isOff = askerOf(was) === '' && askerOf(is) === '' && bound.wasAllTakenOff(comment)
  const marks = { ...bound, open: isOff ? NOBODY : bound.asks(comment, bound.isBound).open }
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
  const [asks, right] = [askerOf(is), rightAsker(comment, { was, is }, marks)]
  if (asks !== right)
    if (right === askerOf(was)) for (const name of ['mustFix', 'mustFixBy']) put(name)
    else
      wrong.push(() => {
        record.set('mustFix', right !== '')
        record.set('mustFixBy', right === textOf(is['by']) ? '' : right)
      })
  if (mustOpenAgain(comment, { was, is: { ...is, mustFix: right !== '', mustFixBy: right } }, marks))
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

const NOBODY: ReadonlySet<string> = new Set()

/** Authors and writers of the words may resolve only what nobody else asked to be fixed. */
const mayLetGo = (by: string, was: Stored, { isBound, open }: MarksOfOne): boolean =>
  [askerOf(was), ...open].every((name) => name === '' || name === by) || !isBound(by)

/**
 * Whether somebody who may not resolved a comment. To let go of what must be fixed takes the signature of somebody who
 * may. To open a comment again takes trust away: anybody may.
 */
function wrongMarks(
  comment: string,
  { was, is }: { readonly was: Stored; readonly is: Stored },
  marks: MarksOfOne,
): readonly string[] {
  const by = textOf(is['resolvedBy'])
  if (by === '' || RESOLVED.every((name) => textOf(was[name]) === textOf(is[name]))) return []
  // Nobody lets go of what must be fixed without having read what it says.
  const isUnread = askerOf(was) !== '' && !marks.wasLetGoAsItReads(comment)
  return !marks.signedBy(comment, 'resolved', askerOf(was) !== '').includes(by) || !mayLetGo(by, was, marks) || isUnread
    ? RESOLVED
    : []
}

/**
 * Who asks for the fix. '': nobody. That is what the signed entries say, so that all machines name the same person. To
 * ask for a fix takes trust away, so that needs no entry: a mark that no entry tells of stands until somebody who may
 * signed that it goes. A signed mark of somebody who may take off only their own one does not take its place.
 */
function rightAsker(
  comment: string,
  { was, is }: { readonly was: Stored; readonly is: Stored },
  marks: MarksOfOne,
): string {
  const { all } = marks.asks(comment, () => false)
  const [first, asked, asks] = [firstOf(marks.open, marks), askerOf(was), askerOf(is)]
  const isUntold = (name: string): boolean => name !== '' && !all.has(name)
  const isLetGo =
    asked !== asks &&
    marks.wasLetGoAsItReads(comment) &&
    marks.signedBy(comment, 'notMustFix', true).some((person) => mayLetGo(person, was, marks))
  if (isUntold(asked) && !isLetGo && (first === undefined || !marks.isBound(asked))) return asked
  if (isUntold(asks) && (first === undefined || (marks.isBound(first) && !marks.isBound(asks)))) return asks
  return first ?? ''
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
  const isNews =
    askerOf(was) === '' || marks.signedBy(comment, 'mustFix').some((name) => name !== by && marks.open.has(name))
  return (isNews && !mayLetGo(by, is, marks)) || !marks.wasLetGoAsItReads(comment)
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

/** Of those who ask, all machines name the same one: rather nobody who may take off only their own mark. */
const firstOf = (people: ReadonlySet<string>, { isBound }: Bound): string | undefined =>
  [...people].sort((one, other) => Number(isBound(one)) - Number(isBound(other)) || (one < other ? -1 : 1))[0]

const isSame = (a: SaidSince, b: SaidSince): boolean =>
  a.text === b.text && a.editedAt === b.editedAt && a.deletedAt === b.deletedAt
