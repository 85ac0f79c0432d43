import { describe, expect, test } from 'vitest'
import { Assessor, assessStory } from '../../../src/story/assessment/assessStory'
import type { Block, BlockRole, Copy } from '../../../src/story/copy/copy'
import type { Story } from '../../../src/story/assessment/story'
import { copyFrom } from '../../builders/copy/copyFrom'
import type { FactRecord } from '../../../src/story/ledger/record/factRecord'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { deskFrom, signedOn, storyFrom } from '../../builders/stories/storyFrom'

const PAGE = `Talks after {six:six years}
Leaders meet
The session ran for {min:about {fig:100} minutes}. It ended well.
He said “{q:we are close}” and left.`
const TYPES = { six: 'figure', min: 'figure', fig: 'figure', q: 'quote', gone: 'name' } as const
const EVENTS = [...signedOn(PAGE, 'six'), ...signedOn(PAGE, 'min'), ...signedOn(PAGE, 'fig'), ...signedOn(PAGE, 'q')]
const { sources } = deskFrom()
const start = storyFrom(PAGE, TYPES, EVENTS)

/** The copy after an edit. Unchanged blocks are the same objects, as in the sheet. */
const edited = (before: Copy, page: string): Copy => keeping(before, copyFrom(page))

function keeping(before: Copy, after: Copy): Copy {
  return after.map((block, index) =>
    JSON.stringify(block) === JSON.stringify(before[index]) ? (before[index] ?? block) : block,
  )
}
const onPage = (page: string, before: Story = start): Story => ({ ...start, copy: edited(before.copy, page) })

const PAGES: Readonly<Record<string, string>> = {
  'other words': PAGE.replace('100', '90'),
  'a digit at the edge': PAGE.replace('{fig:100}', '{fig:100}0'),
  'another sentence': PAGE.replace('The session ran', 'The session never ran'),
  'another sentence before a quote, across grafs': PAGE.replace('It ended well', 'It ended badly'),
  'a graf moved down': PAGE.replace('The session', 'A new graf.\nThe session'),
  'a split graf': PAGE.replace(' It ended', '\nIt ended'),
  'a tag gone': PAGE.replace('{q:we are close}', 'we are close'),
  'words gone': PAGE.replace('{six:six years}', 'a gap'),
}

describe('an assessor that knows the story', () => {
  test.each(Object.entries(PAGES))('gives the answer of a new one after %s', (_name, page) => {
    const assessor = new Assessor()
    assessor.assess(start, deskFrom({ sources }))
    const story = onPage(page)
    expect(assessor.inCopy(story, deskFrom({ sources }))).toEqual(
      assessStory(story, deskFrom({ sources })).filter(({ ranges }) => ranges.length > 0),
    )
    expect(assessor.assess(story, deskFrom({ sources }))).toEqual(assessStory(story, deskFrom({ sources })))
    expect(assessor.assess(start, deskFrom({ sources }))).toEqual(assessStory(start, deskFrom({ sources })))
  })

  test('gives the answer of a new one after a merge, when a source is another one elsewhere', () => {
    const record = start.ledger.facts.get('six')
    if (!record) throw new Error('six has no record')
    const note = { entry: 1000, signer: 'train', differs: true }
    const facts = new Map([...start.ledger.facts, ['six', { ...record, sourceNotes: [note] } as FactRecord]])
    const before = { ...start, ledger: { ...start.ledger, facts } }
    const merged = { ...before, ledger: { ...before.ledger, shared: true as const } }
    const desk = deskFrom({ sources })
    const assessor = new Assessor()
    assessor.assess(before, desk)
    const now = assessor.assess(merged, desk)
    expect(now).toEqual(assessStory(merged, desk))
    expect(now).not.toEqual(assessStory(before, desk))
  })

  test.each<[string, BlockRole]>([
    ['a cell', 'cell'],
    ['a cutline', 'cutline'],
    ['an empty graf', 'paragraph'],
  ])('sees another sentence before a quote behind %s', (_what, role) => {
    const between = (page: string): Copy =>
      copyFrom(page).map((block) =>
        block.text === 'Between' ? { ...block, role, text: role === 'paragraph' ? '' : block.text } : block,
      )
    const page = PAGE.replace('\nHe said', '\nBetween\nHe said')
    const was = { ...start, copy: between(page) }
    const now = { ...start, copy: keeping(was.copy, between(page.replace('It ended well', 'It ended badly'))) }
    const assessor = new Assessor()
    assessor.assess(was, deskFrom({ sources }))
    expect(assessor.assess(now, deskFrom({ sources }))).toEqual(assessStory(now, deskFrom({ sources })))
    expect(assessor.assess(now, deskFrom({ sources })).find(({ id }) => id === 'q')?.precedingChanged).toBe(true)
  })

  test.each(Object.entries(PAGES))('that read ahead gives the answer of a new one after %s', (_name, page) => {
    const desk = deskFrom({ sources })
    const facts = assessStory(start, desk).filter(({ ranges }) => ranges.length > 0).length
    for (let read = 0; read <= facts; read++) {
      const assessor = new Assessor()
      const ahead = assessor.ahead(start, desk)
      for (let fact = 0; fact < read; fact++) ahead.next()
      const story = onPage(page)
      expect(assessor.assess(story, desk)).toEqual(assessStory(story, desk))
    }
  })

  test('that read ahead keeps what it read', () => {
    const desk = deskFrom({ sources })
    const assessor = new Assessor()
    const steps = [...assessor.ahead(start, desk)].length
    const seen = assessor.inCopy(start, desk)
    for (const _step of assessor.ahead(start, desk));
    const now = assessor.inCopy(start, desk)
    expect({ steps, kept: now.filter((fact, at) => fact === seen[at]).length }).toEqual({
      steps: seen.length,
      kept: seen.length,
    })
  })

  test('keeps the assessments of unchanged facts', () => {
    const assessor = new Assessor()
    const desk = deskFrom({ sources })
    const before = assessor.assess(start, desk)
    const after = assessor.assess(onPage(PAGE.replace('100', '90')), desk)
    const kept = after.filter((fact) => before.includes(fact)).map((fact) => fact.id)
    expect(kept).toEqual(['six'])
  })

  test('gives the answer of a new one after each of many changes of words, places and kinds of block', () => {
    let state = 11
    const below = (limit: number): number => (state = (state * 48271) % 2147483647) % limit
    const desk = deskFrom({ sources })
    const kinds: readonly Pick<Block, 'role' | 'level' | 'list' | 'cell'>[] = [
      { role: 'paragraph' },
      { role: 'subhead', level: 2 },
      { role: 'quote' },
      { role: 'listItem', level: 1, list: 'bullet' },
      { role: 'listItem', level: 2, list: 'bullet' },
      { role: 'cutline' },
      ...[0, 1, 2, 3].map((at) => ({ role: 'cell' as const, cell: { row: at >> 1, column: at & 1 } })),
    ]
    const changes: readonly ((block: Block) => Block)[] = [
      (block) => ({ ...block, text: `${block.text} more` }),
      (block) => ({ ...block, text: '', spans: [] }),
      (block) => ({ ...block, text: block.text.replace('100', '101') }),
      (block) => ({ role: 'paragraph', ...kinds[below(kinds.length)], text: block.text, spans: block.spans }),
    ]
    const six: LedgerEvent = {
      kind: 'derived',
      fact: 'six',
      derivation: { expression: 'a', inputs: [{ name: 'a', value: '', fact: 'fig' }] },
    }
    const derived = storyFrom(PAGE, TYPES, [...EVENTS, six, ...signedOn(PAGE, 'six')]).ledger
    const untagged = storyFrom(PAGE, TYPES, [
      ...EVENTS,
      { kind: 'untagged', fact: 'q', words: 'we are close', reason: 'Not said', lastStatus: 'verified' },
    ]).ledger
    for (let story = 0; story < 60; story++) {
      const assessor = new Assessor()
      let { ledger } = start
      let copy: Copy = [...start.copy, ...copyFrom('Before\nBetween\nAfter')]
      for (let step = 0; step < 25; step++) {
        const at = below(copy.length)
        const block = copy[at]
        if (!block) throw new Error('There is no such block.')
        const how = below(10)
        copy =
          how === 0 && copy.length > 2
            ? copy.toSpliced(at, 1)
            : how === 1
              ? copy.toSpliced(at, 0, ...copyFrom('A new graf'))
              : how === 2
                ? copy.toSpliced(at, 1).toSpliced(below(copy.length), 0, block)
                : copy.with(at, changes[below(changes.length)]?.(block) ?? block)
        if (below(6) === 0) ledger = [start.ledger, derived, untagged][below(3)] ?? ledger
        const now = { ...start, copy, ledger }
        if (below(3) > 0) expect(assessor.inCopy(now, desk)).toEqual(new Assessor().inCopy(now, desk))
        else expect(assessor.assess(now, desk)).toEqual(assessStory(now, desk))
      }
    }
  })

  test('after a letter, looks only at facts around it', () => {
    const page = Array.from({ length: 1000 }, (_, at) => `Graf ${at} has {f${at}:${at} people} in it.`).join('\n')
    const facts = Array.from({ length: 1000 }, (_, at) => [`f${at}`, 'figure'] as const)
    const story = storyFrom(page, Object.fromEntries(facts))
    let lookups = 0
    const counted = new Map(story.ledger.facts)
    counted.get = (id) => (lookups++, Map.prototype.get.call(counted, id) as FactRecord | undefined)
    const before = { ...story, ledger: { ...story.ledger, facts: counted } }
    const desk = deskFrom({ sources })
    const assessor = new Assessor()
    assessor.assess(before, desk)
    expect(lookups).toBeGreaterThanOrEqual(1000)
    lookups = 0
    const block = story.copy[500]
    if (!block) throw new Error('There is no such block.')
    const after = { ...before, copy: story.copy.with(500, { ...block, text: `${block.text} Yes.` }) }
    expect(assessor.inCopy(after, desk)).toEqual(assessStory(after, desk))
    lookups = 0
    const again = { ...before, copy: story.copy.with(500, { ...block, text: `${block.text} No.` }) }
    assessor.inCopy(again, desk)
    expect(lookups).toBeGreaterThan(0)
    expect(lookups).toBeLessThanOrEqual(5)
  })
})
