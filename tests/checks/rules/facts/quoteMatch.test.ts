import { expect, it } from 'vitest'
import { quoteOfFact } from '../../../../src/checks/quote/quoteOfFact'
import { runChecks } from '../../../../src/checks/runChecks'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import type { LedgerEvent } from '../../../../src/story/ledger/ledgerEntry'
import type { Transcript } from '../../../../src/story/assessment/copy/transcript'
import { BACKUP, deskFrom, signedOn, storyFrom } from '../../../builders/storyFrom'
import { NO_WRITER } from '../../../builders/noWriter'

const FILE = 'a'.repeat(64)
const TRANSCRIPT: Transcript = {
  turns: [
    { speaker: 'Trump', text: 'He is a very tough negotiator. I do not think we will raise the tariffs.' },
    { speaker: 'Xi', text: 'We met.' },
  ],
}

function findingsOn(
  graf: string,
  speaker = 'Trump',
  more: readonly (LedgerEvent & { readonly by?: string })[] = [],
  transcript = TRANSCRIPT,
) {
  const page = `Leaders meet\nA deck\n${graf}`
  const made = storyFrom(page, { f1: 'quote' }, [
    ...signedOn(page, 'f1', 'verified', [{ ...BACKUP, file: FILE }]),
    ...more,
  ])
  const story = { ...made, tags: new Map([...made.tags].map(([id, tag]) => [id, { ...tag, attributedTo: speaker }])) }
  const desk = deskFrom({ transcripts: new Map([[FILE, transcript]]) })
  return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
    .filter(({ rule }) => /^(?:quote|translation)/u.test(rule))
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)
}

it('a matching quote gives no finding', () =>
  expect(findingsOn('He called him {f1:“a very tough negotiator,”} and left.')).toEqual([]))
it('a verified quote that differs blocks', () => {
  expect(findingsOn('He called him {f1:“a tough negotiator,”} and left.')).toEqual([
    'block quoteDiffers: “a tough negotiator,” differs from the transcript, which says: a very tough negotiator',
  ])
})
it('words of another speaker block', () => {
  expect(findingsOn('He said {f1:“We met.”} and left.')).toEqual([
    'block quoteDiffers: “We met.”: in the transcript, Xi says this, not Trump.',
  ])
})
it('without a speaker in the tag the copy is read', () => {
  expect(findingsOn('Trump was pleased. “We agreed,” Xi said. {f1:“We met,”} he added.', '')).toEqual([])
  expect(findingsOn('{f1:“We met,”} Trump said.', '')).toEqual([
    'block quoteDiffers: “We met,”: in the transcript, Xi says this, not Trump.',
  ])
})
it('the graf that names whom a pronoun means counts, also when nothing else changed', () => {
  const page = (named: string): string =>
    `Leaders meet\nA deck\n${named} spoke last.\nIt rained.\n{f1:“We met,”} he added.`
  const story = (named: string) =>
    storyFrom(page(named), { f1: 'quote' }, signedOn(page('Xi'), 'f1', 'verified', [{ ...BACKUP, file: FILE }]))
  const transcripts = new Map([[FILE, TRANSCRIPT]])
  const desk = deskFrom({ transcripts })
  const [fact] = assessStory(story('Xi'), desk)
  const resultOf = (named: string) => fact && quoteOfFact(fact, transcripts, story(named).copy)?.check.result
  expect([resultOf('Xi'), resultOf('Trump'), resultOf('Xi')]).toEqual(['matches', 'otherSpeaker', 'matches'])
})
it('the copy names another speaker than the tag', () => {
  expect(findingsOn('{f1:“We met,”} Trump said.', 'Xi')).toEqual([
    'block quoteDiffers: “We met,”: in the transcript, Xi says this, not Trump.',
  ])
})
it('words in brackets block until somebody accepts them', () => {
  const graf = 'He said {f1:“a very tough [and good] negotiator”} and left.'
  expect(findingsOn(graf)).toEqual([
    'block quoteCut: “a very tough [and good] negotiator” has words in brackets that were not said: [and good].',
  ])
  const key = 'f1:"a very tough [and good] negotiator":[and good]'
  expect(findingsOn(graf, 'Trump', [{ kind: 'dismissed', rule: 'quoteCut', key }])).toEqual([])
  expect(findingsOn(graf, 'Trump', [{ kind: 'dismissed', rule: 'quoteCut', key, by: 'Reporter' }])).toHaveLength(1)
})
it('a negation in brackets blocks beside them', () => {
  expect(findingsOn('He said {f1:“He is [not] a very tough negotiator”} and left.')).toEqual([
    'block quoteCut: “He is [not] a very tough negotiator” is cut near “not”.',
    'block quoteCut: “He is [not] a very tough negotiator” has words in brackets that were not said: [not].',
  ])
})
it('a cut near a negation blocks until somebody accepts it', () => {
  const graf = 'He said {f1:“we will raise the tariffs.”} and left.'
  const [finding] = findingsOn(graf)
  expect(finding).toBe('block quoteCut: “we will raise the tariffs.” is cut near “not”, “think”.')
  const accepted = { kind: 'dismissed', rule: 'quoteCut', key: 'f1:“we will raise the tariffs.”:not think' } as const
  // The key has these words: dismissing another quote would not lift it.
  expect(findingsOn(graf, 'Trump', [{ ...accepted, key: accepted.key.replace(/[“”]/gu, '"') }])).toEqual([])
  expect(
    findingsOn(graf, 'Trump', [{ ...accepted, key: accepted.key.replace(/[“”]/gu, '"'), by: 'Reporter' }]),
  ).toHaveLength(1)
})
it('a translated quote is compared by its original words', () => {
  const korean: Transcript = { turns: [{ speaker: 'Trump', text: '그는 매우 강인한 협상가입니다.' }] }
  const note = (original: string): LedgerEvent => ({
    kind: 'translated',
    fact: 'f1',
    translation: { original, language: 'ko', translator: 'Kim', secondReader: 'Editor' },
  })
  const graf = 'He called him {f1:“a very tough negotiator,”} and left.'
  expect(findingsOn(graf, 'Trump', [], korean)).toEqual([
    'warn quoteSpeaker: “a very tough negotiator,” is in a different language from the transcript. Add the original words.',
  ])
  expect(findingsOn(graf, 'Trump', [note('매우 강인한 협상가')], korean)).toEqual([])
  expect(findingsOn(graf, 'Trump', [note('매우 유능한 협상가')], korean)).toHaveLength(1)
})
