/**
 * What changed between a sign-off and the view of its fact now, part by part, each with its weight (rules 2, 4 and 7).
 */
import { sameWords } from '../../copy/words/factWords'
import { readsOtherwise, sentencesOf } from '../../copy/words/sentences'
import { QUOTE_LIKE, SENTENCE_BOUND, type FactType, type SignOff } from '../../ledger/facts/fact'
import { sameText } from '../../text/compare'
import { changesWhoSays } from '../attributions'
import { samePart, readable } from '../claims'
import { backingChanges, type Backing } from './compareBacking'
import { hashShown, type FactContext } from '../context'
import { grafStands } from '../grafStands'
import type { BuiltView } from '../buildView'
import { sentencesOfView, VIEW_RULE, type ViewContext } from '../signedView'
import type { ViewChange, ViewPart } from './viewChange'
import type { PartHash, PartText, ViewParts } from '../../ledger/facts/viewParts'
import { defined } from '../../text/defined'

/** The fact now. `sentence` and `preceding`: by the sentence rule of the sign-off. */
export interface FactNow extends Backing {
  readonly words: string
  readonly sentence: string
  readonly preceding: string
  readonly built: BuiltView
}

/** Every change, heaviest parts first. Empty: nothing changed. */
export function compareViews(signed: SignOff, now: FactNow): readonly ViewChange[] {
  const changes = signed.parts ? partChanges(signed, signed.parts, now) : oldChanges(signed, now)
  return [...changes, ...backingChanges(signed, now)]
}

/** Sign-offs from before views mean three texts: words, sentence, and the sentence before. */
function oldChanges(signed: SignOff, { words, sentence, preceding, built }: FactNow): ViewChange[] {
  if (!sameWords(words, signed.words)) return [blocks('words', signed.words, words)]
  const { type } = built.view
  const changes: ViewChange[] = []
  if (!sameText(sentence, signed.sentence))
    changes.push({ ...lapse('context', type), before: signed.sentence, now: sentence })
  if (QUOTE_LIKE.has(type) && !sameText(preceding, signed.preceding))
    changes.push({ ...warning('before'), before: signed.preceding, now: preceding })
  return changes
}

function partChanges(signed: SignOff, parts: ViewParts, now: FactNow): ViewChange[] {
  const { built, words, sources } = now
  const { view } = built
  const around = aroundBy(parts.rule, built)
  const { context } = around
  const changes: ViewChange[] = []
  if (!sameWords(words, signed.words)) changes.push(blocks('words', signed.words, words))
  else if (parts.shown !== (sameText(view.words, words) ? undefined : hashShown(view.words)))
    changes.push(blocks('words', '', view.words))
  if (parts.type !== view.type) changes.push(blocks('claim', parts.type, view.type))
  if (!samePart(parts.claim, built.claim, sources)) changes.push(blocks('claim', readable(parts.claim), built.claim))
  if (!samePart(parts.saidBy, built.saidBy, sources))
    changes.push(blocks('claim', readable(parts.saidBy), built.saidBy))
  // Words that changed show the change of their sentence already.
  const belonging = belongings(parts, now, context)
  if (changes.some(({ part }) => part === 'words')) return [...changes, ...belonging]
  const beside = contextChanges(signed, parts, now, around)
  if (parts.beside === undefined || samePart(parts.beside, context.beside, sources))
    return [...changes, ...beside, ...belonging]
  const denial = { ...lapse('graf', view.type), before: readable(parts.beside), now: context.beside ?? '' }
  return [...changes, denial, ...beside.filter(({ part }) => part !== 'graf'), ...belonging]
}

/** What stands around as the rule of a sign-off reads it. */
const aroundBy = (rule: number, { view: { context }, rest, grafs, formers }: BuiltView): FactContext =>
  formers.find((former) => former.rule === rule) ?? { context, grafs, ...defined({ rest }) }

function contextChanges(
  signed: SignOff,
  parts: ViewParts,
  { built, sources }: FactNow,
  { context: { near, nth, nearShown, graf, before }, grafs, rest }: FactContext,
): ViewChange[] {
  const { type, context: whole } = built.view
  const signedNear = parts.near ?? signed.sentence
  const sameNear = samePart(signedNear, near, sources)
  const sameOrder = parts.nearShown === (nearShown === undefined ? undefined : hashShown(nearShown))
  const earlier = sameHash(parts.before, before, grafs.before, sources)
    ? []
    : [{ ...warning('before'), before: '', now: '' }]
  // The mark is on another place of the same words: a tick never moves (rule 6).
  if (sameNear && parts.nth !== nth) return [{ ...lapse('context', type), before: '', now: near }, ...earlier]
  if (sameNear && sameOrder && sameHash(parts.graf, graf, grafs.graf, sources)) return earlier
  if (parts.rest && rest && sameOrder && grafStands(parts.rest, readable(signedNear), rest)) return earlier
  if (!sameNear) return [{ ...lapse('context', type), before: readable(signedNear), now: near }, ...earlier]
  if (!sameOrder) return [{ ...lapse('context', type), before: '', now: nearShown ?? near }, ...earlier]
  // Its rule cut the sentence short, and the change may be in the rest of that sentence: nobody knows how it read.
  if (near !== whole.near || wasCutShort(signed, parts))
    return [{ ...lapse('context', type), before: readable(signedNear), now: whole.near }, ...earlier]
  if (!parts.rest || !rest) return [{ ...warning('graf'), before: '', now: '' }, ...earlier]
  const [was, is] = [
    `${readable(parts.rest.left)} ${readable(parts.rest.right)}`.trim(),
    `${rest.left} ${rest.right}`.trim(),
  ]
  const isSealed = typeof parts.rest.left !== 'string' || typeof parts.rest.right !== 'string'
  if (isSealed && samePart(parts.rest.left, rest.left, sources) && samePart(parts.rest.right, rest.right, sources))
    return earlier
  const tells = isSealed || changesWhoSays(was, is, near)
  return [{ ...(tells ? lapse('graf', type) : warning('graf')), before: was, now: is }, ...earlier]
}

/**
 * Whether the rule of a sign-off cut its sentence short when it was signed, as far as it keeps what stood beside: of a
 * quotation the graf, of another fact the sentence before.
 */
function wasCutShort({ sentence, preceding }: SignOff, { rule, near, rest }: ViewParts): boolean {
  if (rule >= VIEW_RULE) return false
  const sentences = sentencesOfView(rule)
  const textsOf = (text: string): readonly string[] =>
    sentencesOf(text, sentences).map(({ from, to }) => text.slice(from, to))
  const before = rest ? textsOf(readable(rest.left)).at(-1) : preceding
  const after = rest ? textsOf(readable(rest.right))[0] : undefined
  const own = rest ? readable(near ?? sentence) : sentence
  return readsOtherwise([before, own, after].filter((text) => text).join(' '), sentences)
}

/** Whether the text is still the one whose hash was kept. */
const sameHash = (signed: PartHash | undefined, hash: string, text: string, sources: FactNow['sources']): boolean =>
  typeof signed === 'object' ? samePart(signed, text, sources) : (signed ?? '') === hash

/**
 * Headers of a cell, the lead-in and number of an item, the picture of a caption, where links lead, the date that a day
 * counts from.
 */
function belongings(parts: ViewParts, { built, sources }: FactNow, context: ViewContext): ViewChange[] {
  const { type } = built.view
  const changes: ViewChange[] = []
  for (const part of ['headers', 'belongsTo'] as const) {
    const [was, is] = [parts[part] ?? [], context[part] ?? []]
    if (was.length !== is.length || was.some((one, index) => !samePart(one, is[index], sources)))
      changes.push({ ...lapse(part, type), before: joined(was), now: is.join(' · ') })
  }
  // Items that change places say another rank of the same words. The status stays, as one item more changes all below.
  const [rank = '', rankNow = ''] = [parts.ranks, context.ranks].map((ranks) => ranks?.join(', '))
  if (rank !== '' && rankNow !== '' && rank !== rankNow)
    changes.push({ ...warning('rank'), before: rank, now: rankNow })
  const [was, is] = [parts.picture, context.picture]
  const samePicture =
    was && is
      ? was.file === is.file &&
        was.captured === is.captured &&
        samePart(was.alt, is.alt, sources) &&
        samePart(was.credit, is.credit, sources)
      : !was && !is
  // A link that is put on the words later changes nothing that the person relied on.
  const [led, leads] = [parts.links, context.links ?? []]
  if (led && (led.length !== leads.length || led.some((one, index) => !samePart(one, leads[index], sources))))
    changes.push({ ...lapse('links', type), before: joined(led), now: leads.join(' · ') })
  if (parts.dateline !== context.dateline)
    changes.push({ ...lapse('dateline', type), before: parts.dateline ?? '', now: context.dateline ?? '' })
  if (!samePicture)
    changes.push({
      ...lapse('picture', type),
      // The picture is what a visual fact is about.
      ...(type === 'visual' ? { weight: 'blocks' as const } : {}),
      before: was ? joined([was.file.slice(0, 12), was.alt, was.credit, was.captured]) : '',
      now: is ? joined([is.file.slice(0, 12), is.alt, is.credit, is.captured]) : '',
    })
  return changes
}

const joined = (texts: readonly PartText[]): string =>
  texts
    .map(readable)
    .filter((text) => text !== '')
    .join(' · ')

const lapse = (part: ViewPart, type: FactType) => ({
  part,
  weight: SENTENCE_BOUND.has(type) ? ('blocks' as const) : ('warns' as const),
  lapses: true,
})
const blocks = (part: ViewPart, before: string, now: string): ViewChange => ({
  part,
  weight: 'blocks',
  lapses: true,
  before,
  now,
})
const warning = (part: ViewPart) => ({ part, weight: 'warns' as const, lapses: false })
