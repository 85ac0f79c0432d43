/** What somebody typed without the pen on another machine arrives as a suggestion, on every machine the same. */
import { describe, expect, test } from 'vitest'
import { readTray } from '../../../src/document/rescueWords'
import { mergeSections } from '../../../src/story/requests/exchange/mergeSections'
import { typeStep, type TypingStep } from '../../builders/copy/typing'
import { bundleOf } from './bundleOf'
import { machine, trust, type Machine } from './machines'
import { bothTrust, handOver, merge, preview, replace, two } from './twoMachines'
import { windowOn } from '../newsDesk'

/** A filed story on both machines. Lee edits at the desk, Ben reports there; Kim edits on the train. */
async function filed() {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  await desk.act('Ben', 'story.move', { story, to: 'filed' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  return { desk, train, story }
}

async function read({ act, room }: Machine, story: string) {
  const { blocks, suggestions = [], pen } = await act('Lee', 'story.show', { story })
  const open = await room.storyNow(story)
  return {
    text: blocks.map(({ role, text }) => `${role} ${text}`),
    suggestions: suggestions.map(({ id, by, inserted, deleted }) => ({ id, by, inserted, deleted })),
    pen: pen?.holder,
    apart: open.apart.length,
    tray: readTray(open.doc).map(({ text }) => text),
  }
}

const typed = (suggestions: readonly { by: string; inserted: string; deleted: string }[]) =>
  suggestions.map(({ by, inserted, deleted }) => `${by}: ${deleted} → ${inserted}`)

/** Both machines hand the story over until there is no news. */
async function exchange(story: string, ...machines: readonly (readonly [Machine, string])[]) {
  for (let round = 0, news = 1; news > 0; round++) {
    expect(round).toBeLessThan(6)
    news = 0
    for (const [from, by] of machines) {
      const bundle = await bundleOf(from, by, story)
      for (const [to, who] of machines) if (to !== from && (await merge(to, who, bundle))?.outcome === 'merged') news++
    }
  }
}

const type = async (on: Machine, by: string, story: string, ...steps: readonly TypingStep[]) => {
  const open = await on.room.storyNow(story)
  const window = await windowOn(on as never, story, by)
  await open.applyWindowUpdate(
    window.type((doc) => steps.forEach((step) => typeStep(doc, step))),
    by,
  )
}

describe('typing on another machine while somebody has the pen here', () => {
  test('becomes suggestions of its typist, and the report says so', async () => {
    const { desk, train, story } = await filed()
    await desk.act('Lee', 'story.movePen', { story })
    const before = await read(desk, story)
    // Kim has not heard that Lee took the pen.
    await replace(train, 'Kim', story, 'glad', 'happy')
    await replace(train, 'Kim', story, 'They left separately.', '')
    const bundle = await handOver(train, 'Kim', story)
    const suggested = [{ by: 'Kim', holder: 'Lee', count: 2 }]
    expect(await preview(desk, 'Lee', bundle)).toMatchObject({ outcome: 'merged', words: [], suggested })
    const report = await merge(desk, 'Lee', bundle)
    expect(report).toMatchObject({ suggested })
    expect(report && mergeSections(report)).toContainEqual({
      title: 'What was typed without the pen',
      items: [['Kim typed while Lee had the pen: 2 suggestions']],
    })
    const after = await read(desk, story)
    expect(after.text).toEqual(before.text)
    expect(typed(after.suggestions)).toEqual(['Kim: glad → happy', 'Kim: They left separately. → '])
    expect(await merge(desk, 'Lee', bundle)).toMatchObject({ outcome: 'nothing' })
    await exchange(story, [desk, 'Lee'], [train, 'Kim'])
    expect(await read(train, story)).toEqual(after)
    expect(after.apart).toBe(0)
  })

  test('and whose merge it was: only who has the pen undoes it, and the report and the refusal say so', async () => {
    const { desk, train, story } = await filed()
    await desk.act('Lee', 'story.movePen', { story, to: 'Ben' })
    await train.act('Kim', 'comment.add', { story, text: 'Call them.' })
    const bundle = await handOver(train, 'Kim', story)
    expect(await merge(desk, 'Lee', bundle)).toMatchObject({ outcome: 'merged', undoable: true, undoneBy: 'Ben' })
    await expect(desk.act('Lee', 'story.undoMerge', { story })).rejects.toThrow(
      'Ben has the pen of this story, so only Ben can undo the merge. Nothing was changed. ' +
        'Ask Ben to undo it before anything else changes. A move of the pen is a change, too.',
    )
    expect(await desk.act('Ben', 'story.undoMerge', { story })).toMatchObject({ from: 'Kim' })
    const again = await merge(desk, 'Ben', bundle)
    expect([again?.undoable, again?.undoneBy]).toEqual([true, undefined])
  })

  test('becomes suggestions on the other machine, too, when it hears of the pen first', async () => {
    const { desk, train, story } = await filed()
    await desk.act('Lee', 'story.movePen', { story })
    const { text } = await read(desk, story)
    await type(train, 'Kim', story, { do: 'split', block: 3, at: 20 }, { do: 'remove', block: 2, at: 0 })
    expect(await merge(train, 'Kim', await handOver(desk, 'Lee', story))).toMatchObject({
      suggested: [{ by: 'Kim', holder: 'Lee', count: 2 }],
    })
    expect((await read(train, story)).text).toEqual(text)
    await exchange(story, [desk, 'Lee'], [train, 'Kim'])
    expect(await read(train, story)).toEqual(await read(desk, story))
    expect((await read(desk, story)).text).toEqual(text)
    const suggestions = (await read(desk, story)).suggestions.map(({ id }) => ({ id }))
    await desk.act('Lee', 'suggestion.accept', { story, suggestions })
    await exchange(story, [desk, 'Lee'], [train, 'Kim'])
    expect(await read(train, story)).toEqual(await read(desk, story))
    expect((await read(desk, story)).suggestions).toEqual([])
    expect((await read(desk, story)).text).toHaveLength(4)
  })

  test('stands if it was typed with the pen, which came back with the story', async () => {
    const { desk, train, story } = await filed()
    await desk.act('Lee', 'story.movePen', { story, to: 'Kim' })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await replace(train, 'Kim', story, 'glad', 'happy')
    await replace(train, 'Kim', story, 'happy', 'very happy')
    await replace(train, 'Kim', story, 'They left separately.', '')
    await train.act('Kim', 'story.movePen', { story, to: 'Lee' })
    expect(await merge(desk, 'Lee', await handOver(train, 'Kim', story))).not.toHaveProperty('suggested')
    const { text, suggestions, pen } = await read(desk, story)
    expect([text.join().includes('very happy'), text.join().includes('They left'), suggestions, pen]).toEqual([
      true,
      false,
      [],
      'Lee',
    ])
    await exchange(story, [desk, 'Lee'], [train, 'Kim'])
    expect(await read(train, story)).toEqual(await read(desk, story))
  })

  test('becomes a suggestion if an editor took the pen meanwhile, also when it was given on', async () => {
    const { desk, train, story } = await filed()
    await desk.act('Lee', 'story.movePen', { story, to: 'Kim' })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await replace(train, 'Kim', story, 'glad', 'happy')
    await desk.act('Lee', 'story.movePen', { story, reason: 'Deadline.' })
    await train.act('Kim', 'story.movePen', { story, to: '' })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const { suggestions, pen } = await read(desk, story)
    expect([typed(suggestions), pen]).toEqual([['Kim: glad → happy'], 'Lee'])
  })

  test('stands if nobody has the pen, or the story went back to draft', async () => {
    const { desk, train, story } = await filed()
    await desk.act('Lee', 'story.movePen', { story })
    await replace(train, 'Kim', story, 'glad', 'happy')
    await desk.act('Lee', 'story.move', { story, to: 'draft', reason: 'More, please.' })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const { text, suggestions } = await read(desk, story)
    expect([text.join().includes('happy'), suggestions]).toEqual([true, []])
  })

  test('that takes the own words away becomes a suggestion, and with the pen it does not', async () => {
    const { desk, train, story } = await filed()
    await replace(train, 'Kim', story, 'They left', 'Then they left')
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await desk.act('Lee', 'story.movePen', { story })
    await replace(train, 'Kim', story, 'Then they left', 'They left')
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const { text, suggestions } = await read(desk, story)
    expect([text.join().includes('Then they left'), typed(suggestions)]).toEqual([true, ['Kim: Then they → They']])
    await desk.act('Lee', 'story.movePen', { story, to: 'Kim' })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await train.act('Kim', 'suggestion.accept', { story, suggestions: suggestions.map(({ id }) => ({ id })) })
    await replace(train, 'Kim', story, 'They left separately.', '')
    await train.act('Kim', 'story.movePen', { story, to: 'Lee' })
    expect(await merge(desk, 'Lee', await handOver(train, 'Kim', story))).not.toHaveProperty('suggested')
    expect((await read(desk, story)).text.join()).not.toContain('left')
  })

  test('stands if its typist accepted it with the pen, which they had only then', async () => {
    const { desk, train, story } = await filed()
    await desk.act('Lee', 'story.movePen', { story })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const { id } = await train.act('Kim', 'suggestion.propose', { story, replace: 'glad', with: 'happy' })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await desk.act('Lee', 'story.movePen', { story, to: 'Kim' })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await train.act('Kim', 'suggestion.accept', { story, suggestions: [{ id }] })
    await train.act('Kim', 'story.movePen', { story, to: 'Lee' })
    expect(await merge(desk, 'Lee', await handOver(train, 'Kim', story))).not.toHaveProperty('suggested')
    const { text, suggestions } = await read(desk, story)
    expect([text.join().includes('was happy'), suggestions]).toEqual([true, []])
  })

  test('waits again where nobody trusts the computer on which it was accepted, and the machines are done', async () => {
    const { desk, train, story } = await filed()
    const home = await machine(3, [['Cho', 'editor']])
    await trust('Cho', home, 'Lee', desk, 'editor')
    await trust('Cho', home, 'Ben', desk, 'reporter')
    await trust('Cho', home, 'Kim', train, 'editor')
    await trust('Lee', desk, 'Cho', home, 'editor')
    await trust('Kim', train, 'Cho', home, 'editor')
    const all = [
      [desk, 'Lee'],
      [train, 'Kim'],
      [home, 'Cho'],
    ] as const
    await desk.act('Lee', 'story.movePen', { story })
    await exchange(story, ...all)
    await type(home, 'Cho', story, { do: 'type', block: 2, at: 0, text: 'Yes. ' })
    await exchange(story, ...all)
    const { id = '' } = (await read(train, story)).suggestions[0] ?? {}
    const { code } = await train.act('Kim', 'device.card', {})
    await desk.act('Lee', 'device.end', { key: code })
    await train.act('Kim', 'story.movePen', { story, reason: 'Deadline.' })
    await train.act('Kim', 'suggestion.accept', { story, suggestions: [{ id }] })
    await exchange(story, ...all)
    const [at, on, last] = await Promise.all(all.map(([one]) => read(one, story)))
    expect([at?.text, at?.suggestions]).toEqual([on?.text, on?.suggestions])
    expect(last).toEqual(on)
    expect(typed(at?.suggestions ?? [])).toEqual(['Cho:  → Yes. '])
  })

  test('keeps the tag on the words that stand', async () => {
    const { desk, train, story } = await filed()
    await desk.act('Lee', 'story.movePen', { story })
    await replace(train, 'Kim', story, 'about 100 minutes', 'two hours')
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const { facts } = await desk.act('Lee', 'story.show', { story })
    expect(facts.map(({ text, status }) => `${text}: ${status}`)).toEqual(['about 100 minutes: toCheck'])
  })

  test('is the holder’s words, too, once the holder accepts it', async () => {
    const { desk, train, story } = await filed()
    await desk.act('Lee', 'story.movePen', { story })
    await replace(train, 'Kim', story, 'about 100 minutes', 'two hours')
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const open = await desk.room.storyNow(story)
    const writers = () => [...open.writers.at(open.assessments()[0]?.ranges ?? [])]
    // Kim took words away at the edges of the fact. They came back, but a doubt makes writers.
    expect(writers()).toEqual(['Ben', 'Kim'])
    const [suggestion] = (await read(desk, story)).suggestions
    await desk.act('Lee', 'suggestion.accept', { story, suggestions: [{ id: suggestion?.id ?? '' }] })
    expect([open.assessments()[0]?.words, ...writers()]).toEqual(['two hours', 'Lee', 'Kim'])
  })
})

describe('a bundle that takes the pen along', () => {
  test('gives it to whom it names, there too, and what comes back stands', async () => {
    const { desk, train, story } = await filed()
    const { bytes } = await desk.act('Lee', 'story.handOver', { stories: [story], pen: 'Kim' })
    expect((await read(desk, story)).pen).toBe('Kim')
    await merge(train, 'Kim', bytes)
    expect((await read(train, story)).pen).toBe('Kim')
    await replace(train, 'Kim', story, 'glad', 'happy')
    expect(await merge(desk, 'Lee', await handOver(train, 'Kim', story))).not.toHaveProperty('suggested')
    expect((await read(desk, story)).text.join()).toContain('was happy')
    // Once more to the same person moves nothing.
    await desk.act('Lee', 'story.handOver', { stories: [story], pen: 'Kim' })
    expect((await desk.act('Lee', 'story.history', { story })).filter(({ kind }) => kind === 'pen')).toHaveLength(1)
  })

  test('moves it only when everything else may leave', async () => {
    const { desk, train, story } = await filed()
    await desk.act('Lee', 'source.add', { name: 'Trump', kind: 'person', protected: true })
    await expect(desk.act('Lee', 'story.handOver', { stories: [story], pen: 'Kim' })).rejects.toThrow('Source A')
    expect((await read(desk, story)).pen).toBeUndefined()
    await expect(train.act('Kim', 'story.handOver', { stories: [story], pen: 'Nobody' })).rejects.toThrow(
      '“Nobody” is not on the roster',
    )
  })
})

describe('the same typing that two machines turn into a suggestion', () => {
  async function three() {
    const { desk, train, story } = await filed()
    const home = await machine(3, [['Cho', 'editor']])
    for (const [here, by] of [
      [desk, 'Lee'],
      [train, 'Kim'],
    ] as const) {
      await trust(by, here, 'Cho', home, 'editor')
      await trust('Cho', home, by, here, 'editor')
    }
    await trust('Cho', home, 'Ben', desk, 'reporter')
    await desk.act('Lee', 'story.movePen', { story })
    await merge(home, 'Cho', await handOver(desk, 'Lee', story))
    return { desk, train, home, story }
  }
  const all = ({ desk, train, home }: Awaited<ReturnType<typeof three>>) =>
    [
      [desk, 'Lee'],
      [train, 'Kim'],
      [home, 'Cho'],
    ] as const
  const STEPS: readonly (readonly [what: string, steps: readonly TypingStep[]])[] = [
    [
      'words that go and come',
      [
        { do: 'delete', block: 2, at: 4, length: 20 },
        { do: 'type', block: 2, at: 4, text: 'So it' },
      ],
    ],
    ['a graf that is split', [{ do: 'split', block: 3, at: 20 }]],
    ['grafs that are joined', [{ do: 'join', block: 3, at: 0 }]],
    [
      'a graf that goes and one that comes',
      [
        { do: 'remove', block: 2, at: 0 },
        { do: 'add', block: 2, at: 7 },
      ],
    ],
  ]

  test.each(STEPS)('is one: %s', async (_what, steps) => {
    const made = await three()
    const { desk, train, home, story } = made
    const { text } = await read(desk, story)
    await type(train, 'Kim', story, ...steps)
    const bundle = await handOver(train, 'Kim', story)
    await merge(desk, 'Lee', bundle)
    await merge(home, 'Cho', bundle)
    const { suggestions } = await read(desk, story)
    expect((await read(home, story)).suggestions).toEqual(suggestions)
    await exchange(story, ...all(made))
    for (const [one] of all(made)) expect(await read(one, story)).toMatchObject({ text, suggestions, apart: 0 })
  })

  test.each(
    STEPS.flatMap(([what, steps]) => (['accept', 'reject'] as const).map((verdict) => [verdict, what, steps] as const)),
  )('is decided once: %s %s', async (verdict, _what, steps) => {
    const made = await three()
    const { desk, train, home, story } = made
    await type(train, 'Kim', story, ...steps)
    const bundle = await handOver(train, 'Kim', story)
    await merge(desk, 'Lee', bundle)
    const suggestions = (await read(desk, story)).suggestions.map(({ id }) => ({ id }))
    await desk.act('Lee', `suggestion.${verdict}`, { story, suggestions })
    const { text } = await read(desk, story)
    await merge(home, 'Cho', bundle)
    await exchange(story, ...all(made))
    for (const [one] of all(made)) expect(await read(one, story)).toMatchObject({ text, suggestions: [] })
  })
})
