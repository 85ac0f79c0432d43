/**
 * Quotes that differ from their transcript, or are cut beside a negation, number or hedge, block. Words of several
 * speakers without a named one warn.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Finding, RuleId } from '../../../story/assessment/finding'
import type { Transcript } from '../../../story/assessment/copy/transcript'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { addedSince } from '../../finding/supportingSources'
import { quoteOfFact } from '../../quote/quoteOfFact'
import { joined, named } from '../../finding/wording'

const NO_TRANSCRIPTS: ReadonlyMap<string, Transcript> = new Map()

export const quoteMatch: Check = ({ story, assessments, desk }) =>
  assessments.flatMap((fact): readonly Finding[] => {
    const quote = quoteOfFact(fact, desk.transcripts ?? NO_TRANSCRIPTS, story.copy, desk.words)
    if (!quote) return []
    const { check, quoted } = quote
    const finding = (
      rule: RuleId,
      severity: Finding['severity'],
      message: string,
      more: string,
      accepted = false,
    ): Finding => ({
      rule,
      key: `${fact.id}:${keyText(quoted)}:${more}`,
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
        return [finding('quoteSpeaker', 'warn', `${named(quoted)}: ${check.message}`, 'ambiguous')]
      case 'translation':
        return [
          finding(
            'quoteSpeaker',
            'warn',
            checksText('quoteMatch.otherLanguage', { quoted: named(quoted) }),
            'translation',
          ),
        ]
      case 'matches':
      case 'matchesWithElision':
      case 'matchesWithInsertion': {
        const words = check.insertions.map((one) => `[${one.trim()}]`)
        const taught = check.taught ?? []
        const byDesk =
          taught.length === 0
            ? []
            : [
                finding(
                  'quoteCut',
                  'block',
                  checksText('quoteMatch.taught', {
                    quoted: named(quoted),
                    words: joined(taught.map((one) => `“${one}”`)),
                  }),
                  `desk:${taught.join(' ')}:${check.speakers.join(' ')}:${keyText(check.said ?? '')}`,
                  true,
                ),
              ]
        const inserted =
          words.length === 0
            ? byDesk
            : [
                ...byDesk,
                finding(
                  'quoteCut',
                  'block',
                  checksText('quoteMatch.inserted', { quoted: named(quoted), words: words.join(', ') }),
                  words.join(' '),
                  true,
                ),
              ]
        if (check.cuts.length === 0) return inserted
        const near = [...new Set(check.cuts.map(({ word }) => word))]
        return [
          finding(
            'quoteCut',
            'block',
            checksText('quoteMatch.cutNear', {
              quoted: named(quoted),
              near: near.map((word) => `“${word}”`).join(', '),
            }),
            near.join(' '),
            true,
          ),
          ...inserted,
        ]
      }
      case 'noTranscript':
        return []
    }
  })

/** The message, and that support was added since the verdict, if it was. */
function withSince(message: string, fact: Assessment): string {
  const since = addedSince(fact)
  return since === '' ? message : message.replace(/(?<![.?!])$/u, '.') + since
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
