/**
 * Ground rules in the sentence. Background: the sentence has the agreed description and not the name. Deep background:
 * no quotation, attribution or name. If another source supports the fact under milder rules, the rules for quotations
 * do not apply, but those for names do.
 */
import { checksText } from '../../../../catalogue/rooms/checks'
import type { Assessment } from '../../../../story/assessment/assessment'
import type { Finding } from '../../../../story/assessment/finding'
import type { GroundRules, Source } from '../../../../story/desk/source'
import { fold } from '../../../detect/fold'
import { inSentenceKeys } from '../../../finding/findingKey'
import { evidenceSeen, standsIn, supportingSources } from '../../../finding/supportingSources'
import type { Check } from '../../../finding/check'
import { isNamed } from './isNamed'
import { isReported } from './isReported'
import { placeOfFact } from '../../../finding/factPlace'
import { named } from '../../../finding/wording'

export const groundRules: Check = ({ assessments, desk }) =>
  assessments.flatMap((fact): Finding[] => {
    if (fact.ranges.length === 0) return []
    const seen = supportingSources(evidenceSeen(fact), desk.sources)
    const all = supportingSources(fact.evidence, desk.sources)
    return [...quotation(fact, seen), ...nameGiven(fact, all)].map(([what, message]) => ({
      rule: 'groundRules',
      ...inSentenceKeys(fact, (key) => `${what}|${key}`),
      severity: 'block',
      message,
      where: placeOfFact(fact),
      overridable: true,
      dismissable: false,
    }))
  })

type Breach = readonly [what: string, message: string]

const isUnder =
  (rules: GroundRules) =>
  (source: Source): boolean =>
    source.groundRules === rules

function quotation(fact: Assessment, sources: readonly Source[]): readonly Breach[] {
  const said = sources.filter((source) => source.groundRules !== 'offTheRecord')
  const quoted = fact.tag.type === 'quote'
  const words = named(fact.words)
  if (said.length > 0 && said.every(isUnder('deepBackground'))) {
    if (quoted) return [['quoted', checksText('groundRules.deepQuoted', { words })]]
    const speaker = fact.tag.attributedTo?.trim() ?? ''
    // A paraphrase is what somebody said: where the sentence says so, readers are told, whatever the tag says.
    const attributed = speaker !== '' || (fact.tag.type === 'paraphrase' && isReported(fact.sentence))
    return !attributed ? [] : [['attributed', checksText('groundRules.deepAttributed', { words })]]
  }
  if (!quoted || said.some(isUnder('onTheRecord'))) return []
  const onBackground = said.filter(isUnder('background'))
  if (onBackground.length === 0) return []
  const agreed = onBackground.flatMap(({ description }) => (description === undefined ? [] : [description]))
  if (agreed.length === 0) return [['noDescription', checksText('groundRules.noDescription', { words })]]
  if (agreed.some((description) => standsIn(fact.sentence, description))) return []
  return [['description', checksText('groundRules.needsDescription', { words, description: agreed[0] ?? '' })]]
}

function nameGiven(fact: Assessment, sources: readonly Source[]): readonly Breach[] {
  const unnamed = sources.filter(({ groundRules: rules }) => rules === 'background' || rules === 'deepBackground')
  // A source may also be in the book on the record: then it may be named.
  const given = unnamed.some((source) => [source.name, ...source.aliases].some((name) => isGiven(fact.sentence, name)))
  return given ? [['name', checksText('groundRules.named', { words: named(fact.words) })]] : []
}

/**
 * Several words are a name in any case; one may be a word of the language: “it may rain” gives nobody called May. A
 * name is given also with characters that nobody sees, in other hyphens and in letters that look alike.
 */
const isGiven = (sentence: string, name: string): boolean =>
  /\S\s+\S/u.test(name)
    ? standsIn(sentence, name) || standsIn(fold(sentence).text, fold(name).text)
    : isNamed(sentence, name) || isNamed(shownLetters(sentence), name)

const shownLetters = (text: string): string => text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
