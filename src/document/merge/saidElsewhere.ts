/**
 * What another machine changed of comments that were here: their words, their answers, and what was deleted of them.
 * It counts if the history that came along says so in the name of their writer. All else stays as it is here.
 */
import * as Y from 'yjs'
import { COMMENTS_MAP } from '../../story/copy/documentSchema'
import { isRecord } from '../../story/text/isRecord'
import { changeOfAnswer, saidSince, type SaidSince } from '../readComments'

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

type Stored = Readonly<Record<string, unknown>>

/** What has to be put back, each as one edit. Empty: nothing. */
export function saidOtherwise(before: Y.Doc, doc: Y.Doc, isSigned: IsSigned): readonly (() => void)[] {
  const now = doc.getMap(COMMENTS_MAP)
  return [...before.getMap(COMMENTS_MAP)].flatMap(([id, value]) => {
    if (!(value instanceof Y.Map)) return []
    const was = value.toJSON() as Stored
    const record = now.get(id)
    const is = record instanceof Y.Map ? (record.toJSON() as Stored) : undefined
    if (!(record instanceof Y.Map) || !is || !holdsSame(was, is)) return [() => void now.set(id, value.clone())]
    return wrongIn(id, record, { was, is }, isSigned)
  })
}

/** Writer, instant and words that a comment is about, and every answer, are those of before. */
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
): readonly (() => void)[] {
  const wrong: (() => void)[] = []
  const put = (name: string): void =>
    void wrong.push(() => (was[name] === undefined ? record.delete(name) : record.set(name, was[name])))
  if (SAID.some((name) => was[name] !== is[name])) {
    const saying = {
      comment,
      by: textOf(is['by']),
      text: textOf(is['text']),
      isDeleted: textOf(is['deletedAt']) !== '',
    }
    if (!isSigned(saying)) for (const name of SAID) put(name)
  }
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

const isSame = (a: SaidSince, b: SaidSince): boolean =>
  a.text === b.text && a.editedAt === b.editedAt && a.deletedAt === b.deletedAt
