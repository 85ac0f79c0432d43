/** `stet quote` calls a quote clear exactly where the gate of a story does not block it. */
import { expect, test } from 'vitest'
import { runChecks } from '../../src/checks/runChecks'
import { quoteAgainst } from '../../src/newsroom/reading/quoteAgainst'
import { assessStory } from '../../src/story/assessment/assessStory'
import type { Transcript } from '../../src/story/assessment/copy/transcript'
import { BACKUP, deskFrom, signedOn, storyFrom } from '../builders/stories/storyFrom'
import { NO_WRITER } from '../builders/noWriter'

const TURNS = [
  ['Trump', 'He is a very tough negotiator. I do not think we will raise the tariffs.'],
  ['Xi', 'We met. If the harbour opens, we will pay 12 percent.'],
] as const
const TRANSCRIPT: Transcript = { turns: TURNS.map(([speaker, text]) => ({ speaker, text })) }
const BYTES = new TextEncoder().encode(TURNS.map(([speaker, text]) => `${speaker}: ${text}\n`).join(''))
const FILE = 'a'.repeat(64)

test.each([
  ['a plain match', '“a very tough negotiator”', 'Trump', []],
  ['words left out that weigh nothing', '“He is a ... negotiator”', 'Trump', []],
  ['a cut near a negation', '“we will raise the tariffs”', 'Trump', ['quoteCut']],
  ['a cut near a condition', '“we will pay 12 percent”', 'Xi', ['quoteCut']],
  ['words in brackets', '“a very tough negotiator [on trade]”', 'Trump', ['quoteCut']],
  ['a negation in brackets', '“He is [not] a very tough negotiator”', 'Trump', ['quoteCut', 'quoteCut']],
  ['other words', '“a tough negotiator”', 'Trump', ['quoteDiffers']],
  ['words of another person', '“We met”', 'Trump', ['quoteDiffers']],
  ['words that nobody said', '“The moon is blue”', 'Xi', ['quoteDiffers']],
])('%s: the gate and the command line agree', async (_case, quote, speaker, blocks) => {
  const page = `Leaders meet\nA deck\nHe said {f1:${quote}} and left.`
  const made = storyFrom(page, { f1: 'quote' }, signedOn(page, 'f1', 'verified', [{ ...BACKUP, file: FILE }]))
  const story = { ...made, tags: new Map([...made.tags].map(([id, tag]) => [id, { ...tag, attributedTo: speaker }])) }
  const desk = deskFrom({ transcripts: new Map([[FILE, TRANSCRIPT]]) })
  const found = runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
  const blocking = found.filter(({ rule, severity }) => rule.startsWith('quote') && severity === 'block')
  expect(blocking.map(({ rule }) => rule)).toEqual(blocks)

  const { detail } = await quoteAgainst({ quote, speaker, name: 'call.txt', bytes: BYTES })
  expect(detail.open).toHaveLength(blocks.length)
})
