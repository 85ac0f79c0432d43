/** A quote that matches only by the desk's words blocks until another person accepts it. */
import { expect, it } from 'vitest'
import { runChecks } from '../../../../src/checks/runChecks'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import type { Transcript } from '../../../../src/story/assessment/copy/transcript'
import type { Finding } from '../../../../src/story/assessment/finding'
import type { DeskWord } from '../../../../src/story/desk/deskWords'
import type { LedgerEvent } from '../../../../src/story/ledger/ledgerEntry'
import { BACKUP, deskFrom, signedOn, storyFrom } from '../../../builders/stories/storyFrom'
import { NO_WRITER } from '../../../builders/noWriter'

const FILE = 'a'.repeat(64)
const TRANSCRIPT: Transcript = {
  turns: [{ speaker: 'Xi', text: 'We will open the gates on Monday, see, and the ships will leave at noon.' }],
}
const SEE: DeskWord = {
  id: 'see',
  list: 'filler',
  words: 'see',
  language: 'en',
  source: 'The mayor says it',
  by: 'Editor',
  at: '2026-11-27T09:00:00.000Z',
}
const PAGE = 'Leaders meet\nA deck\n{f1:“We will open the gates on Monday, and the ships will leave at noon,”} Xi said.'

function findings(
  words: readonly DeskWord[],
  more: readonly (LedgerEvent & { readonly by?: string })[] = [],
): readonly Finding[] {
  const story = storyFrom(PAGE, { f1: 'quote' }, [
    ...signedOn(PAGE, 'f1', 'verified', [{ ...BACKUP, file: FILE }]),
    ...more,
  ])
  const desk = deskFrom({ transcripts: new Map([[FILE, TRANSCRIPT]]), words })
  return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER).filter(({ rule }) =>
    rule.startsWith('quote'),
  )
}

it('still blocks, says by which word it matches, and another person accepts it', () => {
  expect(findings([]).map(({ severity, rule, dismissable }) => [severity, rule, dismissable])).toEqual([
    ['block', 'quoteDiffers', false],
  ])
  const [finding, ...others] = findings([SEE])
  expect([finding, others.length]).toMatchObject([
    { severity: 'block', rule: 'quoteCut', dismissable: true, dismissNotAuthor: true },
    0,
  ])
  expect(finding?.message).toContain('only because of the desk’s words “see”')
  const accepted = {
    kind: 'dismissed',
    rule: 'quoteCut',
    key: finding?.key ?? '',
    message: '',
    reason: 'Heard.',
  } as const
  expect(findings([SEE], [{ ...accepted, by: 'Editor' } as LedgerEvent & { readonly by: string }])).toEqual([])
  // Without the word it differs again, whatever was accepted.
  expect(findings([], [{ ...accepted, by: 'Editor' } as LedgerEvent & { readonly by: string }])).toHaveLength(1)
})
