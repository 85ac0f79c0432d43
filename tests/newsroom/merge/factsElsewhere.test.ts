/** What a fact is comes from what people signed, and not from the document of a bundle. */
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { FACTS_MAP } from '../../../src/story/copy/documentSchema'
import type { FactType } from '../../../src/story/ledger/facts/fact'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { changedDocument, tampered } from './tampered'
import { bothTrust, handOver, merge, replace, two } from './twoMachines'

const WORDS = 'took bribes from a bank'

/** An allegation that Ben wrote and Lee tagged, on both machines. */
async function allegation() {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  await replace(desk, 'Ben', story, 'They left separately.', `They ${WORDS}.`)
  const { id: fact } = await desk.act('Lee', 'fact.tag', { story, text: WORDS, type: 'allegation' })
  await desk.act('Lee', 'fact.describe', { story, fact, statement: 'A bank paid them.', attributedTo: 'Police' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'comment.add', { story, text: 'Hello.' })
  return { desk, train, story, fact }
}

type Both = Awaited<ReturnType<typeof allegation>>

/** What the desk shows of the fact, and which rules block, after a bundle of the train. */
async function after(
  { desk, train, story, fact }: Both,
  change?: (record: Y.Map<unknown>, facts: Y.Map<unknown>) => void,
) {
  const bundle = await handOver(train, 'Kim', story)
  const sent =
    change === undefined
      ? bundle
      : await tampered(
          bundle,
          ({ document }) => ({
            document: changedDocument(document, (doc) => {
              const facts = doc.getMap(FACTS_MAP)
              const record = facts.get(fact)
              if (record instanceof Y.Map) change(record, facts)
            }),
          }),
          { on: train, by: 'Kim' },
        )
  const done = await merge(desk, 'Lee', sent)
  const { facts } = await desk.act('Lee', 'story.show', { story })
  const { blocks } = await desk.act('Lee', 'story.gate', { story, door: 'clear' })
  return {
    refused: done?.refused,
    fact: facts.flatMap(({ id, type, status, statement, attributedTo }) =>
      id === fact ? [[type, status, statement, attributedTo]] : [],
    ),
    rules: blocks.map(({ rule }) => rule).filter((rule) => ABOUT.has(rule)),
    inDocument: (await desk.room.story(story)).value().tags.get(fact)?.type,
  }
}

const ABOUT: ReadonlySet<string> = new Set(['factStatus', 'allegationBacking', 'responseSought', 'needsLegal'])

const WHOLE = {
  refused: undefined,
  fact: [['allegation', 'toCheck', 'A bank paid them.', 'Police']],
  inDocument: 'allegation',
}

test.each<[string, (record: Y.Map<unknown>, facts: Y.Map<unknown>) => void]>([
  ['makes it an event', (record) => record.set('type', 'event')],
  ['makes it what Stet does not know', (record) => record.set('type', 'rumour')],
  ['changes its claim', (record) => record.set('statement', 'Nobody paid them.')],
  ['takes its claim away', (record) => record.delete('statement')],
  ['changes who said it', (record) => record.set('attributedTo', 'The bank')],
])('an allegation stays as people signed it when a bundle %s', async (_what, change) => {
  const both = await allegation()
  const asks = (await after(both)).rules
  expect(asks).toEqual(expect.arrayContaining(['factStatus', 'needsLegal']))
  await both.train.act('Kim', 'comment.add', { story: both.story, text: 'Hello again.' })
  expect(await after(both, change)).toEqual({ ...WHOLE, rules: asks })
})

test('a type and a claim that somebody changed on another machine come along', async () => {
  const both = await allegation()
  const { train, story, fact } = both
  await train.act('Kim', 'fact.describe', { story, fact, statement: 'A bank gave them money.' })
  await train.act('Kim', 'fact.retype', { story, fact, type: 'event', reason: 'A court said so.' })
  expect(await after(both)).toMatchObject({
    fact: [['event', 'toCheck', 'A bank gave them money.', 'Police']],
    inDocument: 'event',
  })
})

test('who tags a known fact a second time gives it no milder type', async () => {
  const both = await allegation()
  const { train, story, fact } = both
  const open = await train.room.story(story)
  const again: LedgerEvent = { kind: 'tagged', fact, type: 'event' satisfies FactType, words: WORDS, writers: ['Ben'] }
  await open.note('Kim', again).written
  expect(await after(both)).toMatchObject(WHOLE)
})
