import { listWords } from '../text/listWords'
import { shownStored } from './storedText'
import { ledgerText } from '../../catalogue/rooms/ledger'
import { STATUS_WORDS, TYPE_WORDS, typeWithArticle, type FactStatus } from '../ledger/fact'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import { reasonNote, type EntryWords } from './entryLine'
import { lapseWords } from './lapseWords'

/** Describes an entry about a fact. `about`: the words of the fact after the entries before. */
export function factEntryWords(
  entry: Extract<LedgerEntry, { readonly fact: string }>,
  about: string | undefined,
  sourceName: (id: string) => string,
): EntryWords {
  const withWords = about === undefined ? {} : { words: about }
  switch (entry.kind) {
    case 'tagged':
      return {
        did: ledgerText('entry.tagged', { type: typeWithArticle(entry.type) }),
        words: entry.words,
        notes: [],
      }
    case 'retyped':
      return {
        did: ledgerText('entry.retyped', {
          from: TYPE_WORDS[entry.from].toLowerCase(),
          to: TYPE_WORDS[entry.to].toLowerCase(),
        }),
        ...withWords,
        notes: reasonNote(entry.reason),
      }
    case 'described':
      return {
        did: ledgerText('entry.described'),
        ...withWords,
        notes: [
          ...(entry.statement ? [ledgerText('entry.statement', { statement: entry.statement })] : []),
          ...(entry.attributedTo ? [ledgerText('entry.attributed', { attributedTo: entry.attributedTo })] : []),
        ],
      }
    case 'reworded':
      if (entry.of !== undefined) {
        const names = listWords([...new Set([...(entry.writers ?? []), ...(entry.around ?? [])])])
        return { did: ledgerText('entry.writersFound', { names }), words: entry.words, notes: [] }
      }
      return { did: ledgerText('entry.reworded'), change: { old: about ?? '', now: entry.words }, notes: [] }
    case 'signed':
      return {
        did: ledgerText(entry.contextAccepted ? 'entry.signedContext' : 'entry.signed', {
          status: STATUS_WORDS[entry.status],
        }),
        words: entry.words,
        notes: [
          ...(entry.selfChecked ? [ledgerText('entry.selfChecked')] : []),
          ...reasonNote(entry.reason),
          ...(entry.addressee ? [ledgerText('entry.to', { addressee: entry.addressee })] : []),
          ...(entry.due ? [ledgerText('entry.until', { due: entry.due })] : []),
        ],
      }
    case 'withdrawn':
      return {
        did: ledgerText('entry.withdrawn'),
        ...withWords,
        notes: entry.reason ? [shownStored(entry.reason)] : [],
      }
    case 'answered':
      return { did: ledgerText('entry.answered'), ...withWords, notes: [`“${shownStored(entry.text)}”`] }
    case 'translated':
      return entry.translation
        ? {
            did: ledgerText('entry.translated'),
            ...withWords,
            notes: [
              `“${entry.translation.original}”`,
              ledgerText('entry.translator', { translator: entry.translation.translator }),
              ...(entry.translation.officialInterpreter
                ? [ledgerText('entry.officialInterpreter')]
                : entry.translation.secondReader
                  ? [ledgerText('entry.secondReader', { secondReader: entry.translation.secondReader })]
                  : []),
            ],
          }
        : { did: ledgerText('entry.notTranslated'), ...withWords, notes: [] }
    case 'derived':
      return entry.derivation
        ? { did: ledgerText('entry.derived'), ...withWords, notes: [entry.derivation.expression] }
        : { did: ledgerText('entry.notDerived'), ...withWords, notes: [] }
    case 'evidenceAdded':
      return {
        did:
          entry.replaces !== undefined
            ? ledgerText('entry.evidenceChanged')
            : entry.evidence.stance === 'supports'
              ? ledgerText('entry.evidenceAdded')
              : ledgerText('entry.contradictionAdded'),
        ...withWords,
        notes: [
          [sourceName(entry.evidence.source), entry.evidence.locator].filter((text) => text !== '').join(' '),
          ...(entry.evidence.excerpt ? [`“${entry.evidence.excerpt}”`] : []),
        ],
      }
    case 'evidenceRemoved':
      return { did: ledgerText('entry.evidenceRemoved'), ...withWords, notes: [] }
    case 'responseSought':
      return {
        did: ledgerText('entry.responseSought'),
        ...withWords,
        notes: [
          [entry.response.who, entry.response.how, entry.response.when].filter((text) => text !== '').join(', '),
          entry.response.reply === '' ? ledgerText('entry.noReply') : `“${entry.response.reply}”`,
        ],
      }
    case 'lapsed':
      return {
        did: ledgerText('entry.lapsed', { reasons: lapseWords(entry.reasons) }),
        ...changed(about, entry.words),
        notes: [],
      }
    case 'restored':
      return { did: ledgerText('entry.restored'), words: entry.words, notes: [] }
    case 'untagged':
      return {
        did: ledgerText('entry.untagged'),
        words: entry.words,
        notes: [...reasonNote(entry.reason), ...statusNote(entry.lastStatus)],
      }
    case 'retagged':
      return { did: ledgerText('entry.retagged'), words: entry.words, notes: [] }
  }
}

const changed = (old: string | undefined, now: string): Pick<EntryWords, 'words' | 'change'> =>
  old !== undefined && old !== now ? { change: { old, now } } : { words: now }

const statusNote = (status: string): readonly string[] =>
  status in STATUS_WORDS ? [ledgerText('entry.wasStatus', { status: STATUS_WORDS[status as FactStatus] })] : []
