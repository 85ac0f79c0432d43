import { listWords } from '../text/words/listWords'
import { shownStored } from './storedText'
import { entriesText } from '../../catalogue/story/entries'
import { STATUS_WORDS, TYPE_WORDS, typeWithArticle, type FactStatus } from '../ledger/facts/fact'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import { reasonNote, type EntryWords } from './entryLine'
import { lapseWords } from './lapseWords'

type Signed = Extract<LedgerEntry, { readonly kind: 'signed' }>

/**
 * Describes an entry about a fact. `about`: the words of the fact after the entries before. `giver`: whose verdict the
 * entry only looked at.
 */
export function factEntryWords(
  entry: Extract<LedgerEntry, { readonly fact: string }>,
  about: string | undefined,
  sourceName: (id: string) => string,
  giver?: string,
): EntryWords {
  const withWords = about === undefined ? {} : { words: about }
  switch (entry.kind) {
    case 'tagged':
      return {
        did: entriesText('entry.tagged', { type: typeWithArticle(entry.type) }),
        words: entry.words,
        notes: [],
      }
    case 'retyped':
      return {
        did: entriesText('entry.retyped', {
          from: TYPE_WORDS[entry.from].toLowerCase(),
          to: TYPE_WORDS[entry.to].toLowerCase(),
        }),
        ...withWords,
        notes: reasonNote(entry.reason),
      }
    case 'described':
      return {
        did: entriesText('entry.described'),
        ...withWords,
        notes: [
          ...(entry.statement ? [entriesText('entry.statement', { statement: entry.statement })] : []),
          ...(entry.attributedTo ? [entriesText('entry.attributed', { attributedTo: entry.attributedTo })] : []),
        ],
      }
    case 'reworded':
      if (entry.of !== undefined) {
        const names = listWords([...new Set([...(entry.writers ?? []), ...(entry.around ?? [])])])
        return { did: entriesText('entry.writersFound', { names }), words: entry.words, notes: [] }
      }
      return { did: entriesText('entry.reworded'), change: { old: about ?? '', now: entry.words }, notes: [] }
    case 'signed':
      return {
        did: signedWords(entry, giver),
        words: entry.words,
        notes: [
          ...(entry.selfChecked ? [entriesText('entry.selfChecked')] : []),
          ...reasonNote(entry.reason),
          ...(entry.addressee ? [entriesText('entry.to', { addressee: entry.addressee })] : []),
          ...(entry.due ? [entriesText('entry.until', { due: entry.due })] : []),
        ],
      }
    case 'withdrawn':
      return {
        did: entriesText('entry.withdrawn'),
        ...withWords,
        notes: entry.reason ? [shownStored(entry.reason)] : [],
      }
    case 'answered':
      return { did: entriesText('entry.answered'), ...withWords, notes: [`“${shownStored(entry.text)}”`] }
    case 'translated':
      return entry.translation
        ? {
            did: entriesText('entry.translated'),
            ...withWords,
            notes: [
              `“${entry.translation.original}”`,
              entriesText('entry.translator', { translator: entry.translation.translator }),
              ...(entry.translation.officialInterpreter
                ? [entriesText('entry.officialInterpreter')]
                : entry.translation.secondReader
                  ? [entriesText('entry.secondReader', { secondReader: entry.translation.secondReader })]
                  : []),
            ],
          }
        : { did: entriesText('entry.notTranslated'), ...withWords, notes: [] }
    case 'derived':
      return entry.derivation
        ? { did: entriesText('entry.derived'), ...withWords, notes: [entry.derivation.expression] }
        : { did: entriesText('entry.notDerived'), ...withWords, notes: [] }
    case 'evidenceAdded':
      return {
        did:
          entry.replaces !== undefined
            ? entriesText('entry.evidenceChanged')
            : entry.evidence.stance === 'supports'
              ? entriesText('entry.evidenceAdded')
              : entriesText('entry.contradictionAdded'),
        ...withWords,
        notes: [
          [sourceName(entry.evidence.source), entry.evidence.locator].filter((text) => text !== '').join(' '),
          ...(entry.evidence.excerpt ? [`“${entry.evidence.excerpt}”`] : []),
          // Otherwise a change that attaches the file reads like none.
          ...(entry.replaces !== undefined && entry.evidence.fileName
            ? [entriesText('entry.evidenceFile', { fileName: entry.evidence.fileName })]
            : []),
          ...(entry.evidence.note ? [entriesText('entry.evidenceNote', { note: entry.evidence.note })] : []),
        ],
      }
    case 'evidenceRemoved':
      return { did: entriesText('entry.evidenceRemoved'), ...withWords, notes: [] }
    case 'responseSought':
      return {
        did: entriesText('entry.responseSought'),
        ...withWords,
        notes: [
          [entry.response.who, entry.response.how, entry.response.when].filter((text) => text !== '').join(', '),
          entry.response.reply === '' ? entriesText('entry.noReply') : `“${entry.response.reply}”`,
        ],
      }
    case 'lapsed':
      return {
        did: entriesText('entry.lapsed', { reasons: lapseWords(entry.reasons) }),
        ...changed(about, entry.words),
        notes: [],
      }
    case 'restored':
      return { did: entriesText('entry.restored'), words: entry.words, notes: [] }
    case 'untagged':
      return {
        did: entriesText('entry.untagged'),
        words: entry.words,
        notes: [...reasonNote(entry.reason), ...statusNote(entry.lastStatus)],
      }
    case 'retagged':
      return { did: entriesText('entry.retagged'), words: entry.words, notes: [] }
  }
}

/** Who only looks at a changed sentence signs no verdict: it stays that of its giver. */
function signedWords({ status: token, contextAccepted }: Signed, giver: string | undefined): string {
  const status = STATUS_WORDS[token]
  if (giver !== undefined) return entriesText('entry.looked', { status, giver })
  return entriesText(contextAccepted ? 'entry.signedContext' : 'entry.signed', { status })
}

const changed = (old: string | undefined, now: string): Pick<EntryWords, 'words' | 'change'> =>
  old !== undefined && old !== now ? { change: { old, now } } : { words: now }

const statusNote = (status: string): readonly string[] =>
  status in STATUS_WORDS ? [entriesText('entry.wasStatus', { status: STATUS_WORDS[status as FactStatus] })] : []
