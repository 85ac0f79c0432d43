/** Rule 8: whether a person wrote what stands around a fact, and nobody else has looked at it since. */
import { QUOTE_LIKE, strongest } from './context'
import type { Context, Seen, Truth } from './model'
import type { FactRecord } from './story'
import type { Traces } from './traces'

export interface Written {
  readonly truth: Truth
  /** Why it is left open, in words. */
  readonly why: string
}
const NO: Written = { truth: 'no', why: '' }
const open = (why: string): Written => ({ truth: 'either', why })

export function wroteContext(person: string, record: FactRecord, now: Seen, traces: Traces): Written {
  if (traces.isBlurred()) return open('moved characters whose typist is not clear')
  const isQuoteLike = QUOTE_LIKE.has(now.tag.type)
  const inGraf = isQuoteLike ? [record.context, record.beside] : [record.context]
  const writings = [...inGraf, record.belongs]
  const changed = strongest(inGraf.map((writing) => writing.wrote(person)))
  // What was typed without having heard of others, and came together with theirs. Two may type over the same space.
  const typed = changed === 'no' && (traces.inSentence() || traces.typedSpace()) ? 'either' : changed
  // Who took something away and put it back, or typed something and took it away, changed nothing.
  // Whoever wrote the words may have changed where they end. What was typed before the tag may have been another's.
  const undone: Truth =
    traces.typedFirst() || record.words.wrote(person) !== 'no' || inGraf.some((writing) => writing.isNewBy(person))
      ? 'either'
      : 'no'
  // What they wrote in another sentence of the graf does not tell.
  const inSentence: Truth =
    typed !== 'yes' || traces.aroundInSentence() ? typed : traces.around() ? strongest(['either', undone]) : undone
  const elsewhere: Truth = isQuoteLike ? traces.inGraf() : 'no'
  const belongs = record.belongs.wrote(person)
  const inBelongings = belongs === 'yes' ? traces.inBelongings() : belongs
  const arranged: Truth =
    traces.arranged() || traces.inLeadIn() || traces.movedHeads() || traces.tookFromGone() ? 'either' : 'no'
  const noted = strongest([inSentence, elsewhere, inBelongings, arranged])
  // While the tag was off, nobody noted who changed what stood around.
  const wrote = !record.retagged ? noted : noted !== 'no' || traces.inGraf() !== 'no' ? 'either' : 'no'
  // The context of other types is the sentence, and what the words belong to.
  if (wrote === 'no' && traces.isCrossed()) return open('typing that crossed')
  if (wrote === 'no')
    return record.rest.wrote(person) === 'no' || (!isQuoteLike && !traces.isListItem() && !traces.isInTable())
      ? NO
      : open('the rest of the graf or of the lead-in')
  // Somebody else looked at it since: whether a later change by a third person asks for another look is not said.
  const counted = isQuoteLike ? [...writings, record.rest] : writings
  const since = Math.max(...counted.map((writing) => writing.lastChangeBy(person)))
  const seen = wasSeen(person, record, now)
  if (seen === 'yes') return NO
  if (seen === 'either') return open('somebody looked at the same sentence')
  const looked = record.signOffs.some(
    ({ by, step, accepts }) =>
      (by !== person && step > since) || accepts.some((accept) => accept.by !== person && accept.step > since),
  )
  if (looked) return open('somebody looked since')
  if (wrote !== 'either') return { truth: wrote, why: '' }
  const reasons: readonly (readonly [string, boolean])[] = [
    ['what was typed before the tag, or typed back', inSentence === 'either'],
    ['somewhere in the graf of a quotation', elsewhere === 'either'],
    ['headers, lead-in or picture', inBelongings === 'either'],
    ['words moved side by side', arranged === 'either'],
    ['the tag was off meanwhile', record.retagged],
  ]
  return open(reasons.flatMap(([reason, holds]) => (holds ? [reason] : [])).join('; '))
}

/**
 * Whether somebody else's tick, or look, stands on exactly these words and all that stands around them. What was seen
 * of the nearest sentences while the rest was another is left open.
 */
function wasSeen(person: string, { signOffs, answered }: FactRecord, now: Seen): Truth {
  const whole = JSON.stringify(now.context)
  const near = nearest(now.context)
  const looks = signOffs.flatMap(({ by, status, withdrawn, step, seen, accepts }) =>
    status !== 'verified' || withdrawn || step <= answered || seen.words !== now.words
      ? []
      : [{ by, context: seen.context }, ...accepts].map((look) => ({ ...look, type: seen.tag.type })),
  )
  const others = looks.filter(({ by }) => by !== person)
  // What somebody saw of a fact of another type, which has another context, is left open.
  if (others.some(({ context, type }) => type === now.tag.type && JSON.stringify(context) === whole)) return 'yes'
  return others.some(({ context }) => nearest(context) === near) ? 'either' : 'no'
}

/** The sentences of the words, and what they belong to. */
const nearest = ({ readings, belongs, leadIn }: Context): string =>
  JSON.stringify([readings.map(({ own, shown }) => [own, shown]), belongs, leadIn])
