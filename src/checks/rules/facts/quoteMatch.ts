/**
 * Quotes that differ from their transcript, are cut beside a negation, number or hedge, or are in another language
 * without their original words, block. A speaker whom nobody can make out warns.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Finding, RuleId } from '../../../story/assessment/finding'
import type { Transcript } from '../../../story/assessment/copy/transcript'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { addedSince } from '../../finding/supportingSources'
import { quoteOfFact, type QuoteOfFact } from '../../quote/quoteOfFact'
import { joined, named } from '../../finding/wording'

const NO_TRANSCRIPTS: ReadonlyMap<string, Transcript> = new Map()

export const quoteMatch: Check = ({ story, assessments, desk }) =>
  assessments.flatMap((fact): readonly Finding[] => {
    const quote = quoteOfFact(fact, desk.transcripts ?? NO_TRANSCRIPTS, story.copy, desk.words)
    if (!quote) return []
    const { check, quoted, compared, file = '', who = '' } = quote
    // What somebody accepts is how the quote stands to this transcript and speaker. Other evidence asks again. The
    // ledger keeps the key, so it names no speaker: one may be a protected source.
    const against = `@${file.slice(0, 32)}.${who}`
    const finding: MakeFinding = (rule, severity, message, more, accepted = false, before = more) => ({
      rule,
      key: `${fact.id}:${keyText(quoted)}:${against}:${more}`,
      formerKeys: [`${fact.id}:${keyText(quoted)}:${before}`],
      severity,
      message: severity === 'block' ? withSince(message, fact) : message,
      where: placeOfFact(fact),
      overridable: true,
      dismissable: accepted,
      ...(accepted ? { dismissNotAuthor: true } : {}),
    })
    switch (check.result) {
      case 'differs':
        return [
          finding(
            'quoteDiffers',
            'block',
            checksText('quoteMatch.differs', { quoted: named(quoted), said: check.said ?? '' }),
            'differs',
          ),
        ]
      case 'otherSpeaker':
        // Overrides of a named speaker were given under "notFound", with the same message.
        return [
          finding(
            'quoteDiffers',
            'block',
            `${named(quoted)}: ${lower(check.message)}`,
            (fact.tag.attributedTo ?? '').trim() === '' ? 'otherSpeaker' : 'notFound',
          ),
        ]
      case 'notFound':
        return [finding('quoteDiffers', 'block', `${named(quoted)}: ${lower(check.message)}`, 'notFound')]
      case 'ambiguous':
        // No matter which of them said it: a person has to accept what is cut or in brackets.
        return [
          finding('quoteSpeaker', 'warn', `${named(quoted)}: ${check.message}`, 'ambiguous'),
          ...toAccept(quote, finding),
        ]
      case 'translation':
        return [
          finding(
            'translation',
            'block',
            checksText(compared === 'original' ? 'quoteMatch.originalLanguage' : 'quoteMatch.otherLanguage', {
              quoted: named(quoted),
            }),
            'translation',
          ),
        ]
      case 'matches':
      case 'matchesWithElision':
      case 'matchesWithInsertion':
        return [...openSpeaker(quote, finding), ...uncheckedSpeaker(quote, finding), ...toAccept(quote, finding)]
      case 'noTranscript':
        return []
    }
  })

type MakeFinding = (
  rule: RuleId,
  severity: Finding['severity'],
  message: string,
  more: string,
  accepted?: boolean,
  /** `more` as an earlier Stet wrote it into the key. */
  before?: string,
) => Finding

/** Nobody is named for the words, or copy and tag name two people: a person accepts that, or names the speaker. */
const openSpeaker = ({ check, quoted }: QuoteOfFact, finding: MakeFinding): readonly Finding[] =>
  check.speakerOpen === undefined
    ? []
    : [
        finding(
          'quoteSpeaker',
          'block',
          `${named(quoted)}: ${lower(check.speakerOpen)}`,
          `open:${keyText(check.speakerOpen)}`,
          true,
          `open:${check.speakers.join(' ')}:${keyText(check.speakerOpen)}`,
        ),
      ]

/**
 * Copy or tag name a speaker, and the transcript names nobody. It warns only: the transcript of an interview often has
 * no names, and its source is the person who was interviewed.
 */
const uncheckedSpeaker = ({ check, quoted }: QuoteOfFact, finding: MakeFinding): readonly Finding[] =>
  check.speakerUnchecked && check.speakerOpen === undefined
    ? [
        finding(
          'quoteSpeaker',
          'warn',
          checksText('quoteMatch.speakerUnchecked', { quoted: named(quoted) }),
          'unchecked',
          true,
        ),
      ]
    : []

/** What a person accepts of words that were said: cuts, words in brackets, words of the desk. */
function toAccept({ check, quoted }: QuoteOfFact, finding: MakeFinding): readonly Finding[] {
  const found: Finding[] = []
  const add = (message: string, more: string, before = more): void =>
    void found.push(finding('quoteCut', 'block', message, more, true, before))
  const near = [...new Set(check.cuts.map(({ word }) => word))]
  if (near.length > 0) {
    const words = near.map((word) => `“${word}”`).join(', ')
    add(checksText('quoteMatch.cutNear', { quoted: named(quoted), near: words }), near.join(' '))
  }
  const taught = check.taught ?? []
  if (taught.length > 0) {
    const words = joined(taught.map((one) => `“${one}”`))
    const said = keyText(check.said ?? '')
    const before = `desk:${taught.join(' ')}:${check.speakers.join(' ')}:${said}`
    add(checksText('quoteMatch.taught', { quoted: named(quoted), words }), `desk:${taught.join(' ')}:${said}`, before)
  }
  const inserted = check.insertions.map((one) => `[${one.trim()}]`)
  if (inserted.length > 0)
    add(checksText('quoteMatch.inserted', { quoted: named(quoted), words: inserted.join(', ') }), inserted.join(' '))
  return found
}

/** The message, and that support was added since the verdict, if it was. */
function withSince(message: string, fact: Assessment): string {
  const since = addedSince(fact)
  return since === '' ? message : message.replace(/(?<![.?!])$/u, '.') + since
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
