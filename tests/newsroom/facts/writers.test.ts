/** Who wrote the words of a fact (rule 8): laundering, late bylines, deletions, and the two people who clear. */
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { replaceText } from '../../../src/document/editStory'
import { readCopy } from '../../../src/document/reading/readStory'
import { newsDesk, windowOn, type NewsDesk } from '../newsDesk'
import { seenOfFinding } from '../../../src/story/assessment/seenFinding'

type Desk = NewsDesk & { readonly story: string; readonly pool: string }

const text = (body: string): Uint8Array =>
  new TextEncoder().encode(`Council meets in town\n\nA day at the town hall\n\n${body}`)

/** A story of Reporter. Editor edits it; Checker is a third person. */
async function desk(body: string): Promise<Desk> {
  const news = await newsDesk()
  await news.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  await news.act('Editor', 'roster.add', { name: 'Chief', role: 'editor' })
  const { id: story } = await news.act('Reporter', 'story.import', { name: 'a.txt', bytes: text(body) })
  const { id: pool } = await news.act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  await news.act('Reporter', 'story.setField', { story, field: 'slug', value: 'council' })
  return { ...news, story, pool }
}

const edit = ({ act, story }: Desk, by: string, replace: string, now: string): Promise<unknown> =>
  act(by, 'copy.replace', { story, replace, with: now })
const tag = async ({ act, story }: Desk, words: string, type: 'figure' | 'event' | 'quote' = 'figure') =>
  (await act('Checker', 'fact.tag', { story, text: words, type })).id
const verify = ({ act, story, pool }: Desk, by: string, fact: string): Promise<unknown> =>
  act(by, 'fact.sign', {
    story,
    fact,
    status: 'verified',
    evidence: { source: pool, locator: 'p. 1', stance: 'supports' },
  })
/** What came of it: the refusal, or the status with its reasons. */
async function outcome(on: Desk, by: string, fact: string): Promise<string> {
  try {
    await verify(on, by, fact)
  } catch (error) {
    return (error as Error).message
  }
  return status(on, fact)
}
async function status({ act, story }: Desk, fact: string): Promise<string> {
  const found = (await act('Editor', 'story.show', { story })).facts.find(({ id }) => id === fact)
  return [found?.status, ...(found?.reasons ?? [])].join(' ')
}
/** Types in a window of a person. */
async function type(on: Desk, by: string, change: (doc: Y.Doc) => void): Promise<void> {
  const window = await windowOn(on, on.story, by)
  await (await on.room.storyNow(on.story)).applyWindowUpdate(window.type(change), by)
}
const typed =
  (from: string, to: string) =>
  (doc: Y.Doc): void => {
    const copy = readCopy(doc)
    const block = copy.findIndex(({ text: line }) => line.includes(from))
    const at = copy[block]?.text.indexOf(from) ?? -1
    replaceText(doc, { block, from: at, to: at + from.length }, to)
  }
const nodes = (doc: Y.Doc): Y.XmlElement[] => doc.getXmlFragment('copy').toArray() as Y.XmlElement[]
/** Splits a graf as the window does: the rest is typed anew in a new block. */
const split =
  (graf: string, at: string) =>
  (doc: Y.Doc): void => {
    const index = readCopy(doc).findIndex(({ text: line }) => line.includes(graf))
    const block = nodes(doc)[index] as Y.XmlElement
    const words = block.get(0) as Y.XmlText
    const from = words.toString().indexOf(at)
    const rest = words.toString().slice(from)
    words.delete(from, rest.length)
    const made = new Y.XmlElement('block')
    made.setAttribute('role', 'paragraph')
    made.insert(0, [new Y.XmlText(rest)])
    doc.getXmlFragment('copy').insert(index + 1, [made])
  }

const WROTE = /wrote these words/

describe('words that somebody changed', () => {
  test.each<[string, string, (on: Desk) => Promise<string>]>([
    [
      'by deleting “not” before anybody tagged them',
      'The minister did not pay the bill.',
      async (on) => {
        await edit(on, 'Editor', 'not ', '')
        return tag(on, 'did pay', 'event')
      },
    ],
    [
      'by deleting “not” from tagged words',
      'The minister did not pay the bill.',
      async (on) => {
        const fact = await tag(on, 'did not pay', 'event')
        await edit(on, 'Editor', 'not ', '')
        return fact
      },
    ],
    [
      'by deleting words at the edge of a tag',
      'It cost nearly 100 won.',
      async (on) => {
        const fact = await tag(on, 'nearly 100')
        await edit(on, 'Editor', 'nearly ', '')
        return fact
      },
    ],
    [
      'by deleting a digit beside a later tag',
      'It cost 1000 won.',
      async (on) => {
        await type(on, 'Editor', typed('0 won', ' won'))
        return tag(on, '100')
      },
    ],
    [
      'by deleting “not” and splitting the graf before it',
      'The council met at noon. The minister did not pay the bill.',
      async (on) => {
        await edit(on, 'Editor', 'not ', '')
        await type(on, 'Editor', split('The council met', 'The minister'))
        return tag(on, 'did pay', 'event')
      },
    ],
    [
      'by deleting “not” in a graf that its author splits twice',
      'The council met at noon. It was cold outside. The minister did not pay the bill.',
      async (on) => {
        await edit(on, 'Editor', 'not ', '')
        await type(on, 'Reporter', split('The council met', 'It was cold'))
        await type(on, 'Reporter', split('It was cold', 'The minister'))
        return tag(on, 'did pay', 'event')
      },
    ],
    [
      'and back under another name',
      'It cost 100 won.',
      async (on) => {
        const fact = await tag(on, '100')
        await edit(on, 'Editor', '100', '200')
        await edit(on, 'Checker', '200', '300')
        await edit(on, 'Checker', '300', '200')
        return fact
      },
    ],
    [
      'and whose tag was set anew',
      'It cost 100 won.',
      async (on) => {
        const fact = await tag(on, '100')
        await edit(on, 'Editor', '100', '200')
        await on.act('Checker', 'fact.untag', { story: on.story, fact, reason: 'wrong tag' })
        await type(on, 'Reporter', typed('200', '2\u00AD00'))
        return tag(on, '2\u00AD00')
      },
    ],
    [
      'to what they had been before somebody else corrected them',
      'It cost 100 won.',
      async (on) => {
        const fact = await tag(on, '100')
        await edit(on, 'Reporter', '100', '200')
        await edit(on, 'Editor', '200', '100')
        return fact
      },
    ],
    [
      'and that another person moved',
      'A first graf here.\n\nA second graf.',
      async (on) => {
        await type(on, 'Editor', typed('A second graf.', 'It cost 200 won.'))
        await type(on, 'Reporter', split('A first graf here.', 'graf here.'))
        await type(on, 'Reporter', (doc) => {
          const last = nodes(doc).length - 1
          const copy = (nodes(doc)[last] as Y.XmlElement).clone()
          doc.getXmlFragment('copy').delete(last, 1)
          doc.getXmlFragment('copy').insert(2, [copy as Y.XmlElement])
        })
        return tag(on, '200')
      },
    ],
  ])('are not verified by that person: %s', async (_how, body, change) => {
    const on = await desk(body)
    const fact = await change(on)
    expect(await outcome(on, 'Editor', fact)).toMatch(WROTE)
    expect(await outcome(on, 'Chief', fact)).toBe('verified')
    // Somebody else's tick stands on exactly these words: now the writer may sign, too.
    expect(await outcome(on, 'Editor', fact)).toBe('verified')
  })

  test('stay the author’s when an editor splits, joins or moves the graf', async () => {
    const on = await desk('The council met at noon today. It cost 100 won in all.')
    await type(on, 'Editor', split('The council met', 'It cost'))
    expect(await outcome(on, 'Editor', await tag(on, '100'))).toBe('verified')
  })

  test('stay the author’s when an editor took other words out of the graf before it was split', async () => {
    const on = await desk('The council met at noon today. It cost 100 won in all.')
    await edit(on, 'Editor', ' today', '')
    await type(on, 'Reporter', split('The council met', 'It cost'))
    expect(await outcome(on, 'Editor', await tag(on, '100 won'))).toBe('verified')
  })

  test('are nobody’s when one person changes them and changes them back', async () => {
    const on = await desk('It cost 100 won.')
    const fact = await tag(on, '100')
    await edit(on, 'Editor', '100', '200')
    await edit(on, 'Editor', '200', '100')
    expect(await outcome(on, 'Editor', fact)).toBe('verified')
  })

  test('after the verdict, and back, make nobody a writer', async () => {
    const on = await desk('It cost 100 won.')
    const fact = await tag(on, '100')
    await verify(on, 'Editor', fact)
    await edit(on, 'Editor', '100', '200')
    await edit(on, 'Reporter', '200', '100')
    expect(await status(on, fact)).toBe('verified')
  })

  test('are the acceptor’s when they were a suggestion', async () => {
    const on = await desk('It cost 100 won.')
    const fact = await tag(on, '100')
    const { id } = await on.act('Editor', 'suggestion.propose', { story: on.story, replace: '100', with: '200' })
    await on.act('Checker', 'suggestion.accept', { story: on.story, suggestions: [{ id }] })
    expect(await outcome(on, 'Checker', fact)).toMatch(WROTE)
    expect(await outcome(on, 'Editor', fact)).toBe('verified')
  })

  test('are the proposer’s when they accept them alone', async () => {
    const on = await desk('It cost 100 won.')
    const fact = await tag(on, '100')
    const { id } = await on.act('Editor', 'suggestion.propose', { story: on.story, replace: '100', with: '200' })
    await on.act('Editor', 'suggestion.accept', { story: on.story, suggestions: [{ id }] })
    expect(await outcome(on, 'Editor', fact)).toMatch(WROTE)
  })

  test('keep their writers in a duplicate of the story', async () => {
    const on = await desk('A first graf.\n\nA second graf.')
    await type(on, 'Editor', typed('A second graf.', 'It cost 200 won.'))
    const { id } = await on.act('Checker', 'story.duplicate', { story: on.story })
    const copy = { ...on, story: id }
    const fact = await tag(copy, '200')
    expect(await outcome(copy, 'Editor', fact)).toMatch(WROTE)
    expect(await outcome(copy, 'Checker', fact)).toBe('verified')
  })

  test('are dismissed and overridden by somebody else', async () => {
    const on = await desk('A first graf.\n\nA second graf.')
    const { act, story } = on
    await type(on, 'Editor', typed('A second graf.', 'It cost 200 won, and Kim Min-jun left.'))
    const { blocks, warns } = await act('Editor', 'story.gate', { story, door: 'clear' })
    const { rule, key } = blocks.find((finding) => finding.rule === 'untaggedFigure') ?? { rule: '', key: '' }
    for (const action of ['finding.dismiss', 'finding.override'] as const)
      await expect(act('Editor', action, { story, rule, key, reason: 'so' })).rejects.toThrow(WROTE)
    await act('Chief', 'finding.dismiss', { story, rule, key })
    const names = warns.filter((finding) => finding.rule === 'untaggedName')
    const { copy } = (await on.room.storyNow(story)).value()
    const findings = names.map((one) => ({ rule: one.rule, key: one.key, seen: seenOfFinding(one, copy, []) }))
    const together = async (by: string) => await act(by, 'finding.dismissTogether', { story, findings })
    expect((await together('Editor')).refused.map(({ why }) => why)).toEqual([expect.stringMatching(WROTE)])
    expect((await together('Chief')).dismissed).toHaveLength(1)
  })
})

describe('an author', () => {
  test('who joins the byline later takes the tick away, and another editor gives it back by striking the name', async () => {
    const on = await desk('It cost 100 won.')
    const { act, story } = on
    const fact = await tag(on, '100')
    await verify(on, 'Editor', fact)
    await act('Chief', 'story.setField', { story, field: 'byline', value: 'By EDITOR in Busan' })
    expect(await status(on, fact)).toBe('toCheck notEntitled')
    await act('Chief', 'story.setField', { story, field: 'byline', value: [] })
    expect(await status(on, fact)).toBe('toCheck notEntitled')
    const strike = { story, name: 'By EDITOR in Busan', reason: 'A slip' }
    await expect(act('Editor', 'story.strikeByline', strike)).rejects.toThrow('Another editor must say')
    await act('Chief', 'story.strikeByline', strike)
    expect(await status(on, fact)).toBe('verified')
  })

  test('cannot strike their own name, but another editor can', async () => {
    const on = await desk('It cost 100 won.')
    const { act, story } = on
    const fact = await tag(on, '100')
    await verify(on, 'Editor', fact)
    await act('Chief', 'story.setField', { story, field: 'byline', value: 'Editor' })
    await expect(act('Editor', 'story.strikeByline', { story, name: 'Editor', reason: 'A slip' })).rejects.toThrow(
      'Another editor must say',
    )
    await expect(act('Checker', 'story.strikeByline', { story, name: 'Editor', reason: 'A slip' })).rejects.toThrow(
      'Only an editor can remove a mistaken byline',
    )
    await act('Chief', 'story.strikeByline', { story, name: 'Editor', reason: 'A slip' })
    expect(await status(on, fact)).toBe('verified')
    expect((await act('Chief', 'story.history', { story })).at(-1)).toMatchObject({
      kind: 'bylineStruck',
      name: 'Editor',
      by: 'Chief',
    })
  })

  test('leaves no trace when the name goes before the first word', async () => {
    const on = await desk('It cost 100 won.')
    const { id } = await on.act('Editor', 'story.create', {})
    await on.act('Editor', 'story.setField', { story: id, field: 'author', value: 'Reporter' })
    const early = { ...on, story: id }
    await type(early, 'Reporter', (doc) => {
      const block = nodes(doc)[2] as Y.XmlElement
      block.insert(0, [new Y.XmlText('It cost 100 won.')])
    })
    expect(await outcome(early, 'Editor', await tag(early, '100'))).toBe('verified')
  })
})

describe('a verdict against words', () => {
  test('is replaced and taken back only by its giver or an editor', async () => {
    const on = await desk('It cost 100 won.')
    const { act, story } = on
    const fact = await tag(on, '100')
    await act('Editor', 'fact.sign', { story, fact, status: 'wrong', reason: 'It was 200.' })
    for (const given of ['verified', 'disputed', 'queried'] as const)
      await expect(
        act('Checker', 'fact.sign', {
          story,
          fact,
          status: given,
          evidence: { source: on.pool, locator: 'p. 1', stance: 'supports' },
        }),
      ).rejects.toThrow('Editor marked exactly these words wrong')
    await expect(act('Checker', 'fact.withdraw', { story, fact, reason: 'so' })).rejects.toThrow('an editor')
    // Nor after a detour over other words.
    await edit(on, 'Chief', '100', '300')
    await expect(act('Checker', 'fact.withdraw', { story, fact, reason: 'so' })).rejects.toThrow('an editor')
    expect(await outcome(on, 'Checker', fact)).toBe('verified')
    await edit(on, 'Chief', '300', '100')
    await expect(verify(on, 'Checker', fact)).rejects.toThrow('Editor marked exactly these words wrong')
    expect(await outcome(on, 'Chief', fact)).toMatch(/wrote these words|verified/)
  })
})

test('words typed to and fro by another person stay those of their first writer', async () => {
  const on = await desk('Exports rose in June.')
  await edit(on, 'Chief', 'Exports', '5% of them')
  const window = await windowOn(on, on.story, 'Editor')
  const story = await on.room.storyNow(on.story)
  for (const [now, next] of [
    ['5%', '6%'],
    ['6%', '5%'],
    ['5%', '6%'],
    ['6%', '5%'],
  ] as const)
    await story.applyWindowUpdate(window.type(typed(now, next)), 'Editor')
  const fact = await tag(on, '5%')
  expect(await outcome(on, 'Chief', fact)).toMatch(WROTE)
})

describe('the context that the verifier wrote', () => {
  test('needs one look by anybody else, the author included', async () => {
    const on = await desk('Exports rose 5% in June.')
    const { act, story } = on
    const fact = await tag(on, '5%')
    await verify(on, 'Editor', fact)
    await edit(on, 'Editor', 'rose', 'fell')
    expect(await status(on, fact)).toBe('reCheck context')
    await act('Editor', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await status(on, fact)).toBe('reCheck ownContext')
    await act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await status(on, fact)).toBe('verified')
    expect((await act('Editor', 'story.show', { story })).facts[0]?.signed?.by).toBe('Editor')
  })

  test.each([
    ['Reporter', 'the look', 'reCheck context'],
    ['Editor', 'the verdict with the look', 'toCheck'],
  ])('%s takes back %s', async (by, _what, left) => {
    const on = await desk('Exports rose 5% in June.')
    const { act, story } = on
    const fact = await tag(on, '5%')
    await verify(on, 'Editor', fact)
    await edit(on, 'Editor', 'rose', 'fell')
    await act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await status(on, fact)).toBe('verified')
    await act(by, 'fact.withdraw', { story, fact, reason: 'a slip' })
    expect(await status(on, fact)).toBe(left)
  })

  test.each([
    ['another kind of space, then the first again', ['\u00A0', ' '], 'verified'],
    ['a wider space, a third and the first', ['  ', '\u00A0', ' '], 'verified'],
    ['another word and back, twice', [' never ', ' ', ' never ', ' '], 'verified'],
    ['another word', [' never ', ' ', ' never '], 'reCheck ownContext'],
  ])('typed: %s', async (_what, spaces, found) => {
    const on = await desk('Exports rose in June, by 5%.')
    const window = await windowOn(on, on.story, 'Editor')
    const story = await on.room.storyNow(on.story)
    let before = ' '
    for (const space of spaces) {
      await story.applyWindowUpdate(window.type(typed(`Exports${before}`, `Exports${space}`)), 'Editor')
      before = space
    }
    const fact = await tag(on, '5%')
    await verify(on, 'Editor', fact)
    expect(await status(on, fact)).toBe(found)
  })

  test('is accepted again by the author who took back a look', async () => {
    const on = await desk('Exports rose 5% in June.')
    const { act, story } = on
    const fact = await tag(on, '5%')
    await verify(on, 'Editor', fact)
    await edit(on, 'Editor', 'rose', 'fell')
    for (const _ of ['once', 'again']) {
      await act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })
      expect(await status(on, fact)).toBe('verified')
      await act('Reporter', 'fact.withdraw', { story, fact, reason: 'a slip' })
      expect(await status(on, fact)).toBe('reCheck context')
    }
    await edit(on, 'Reporter', 'fell', 'sank')
    await expect(act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })).rejects.toThrow('is the author')
  })

  test('is not accepted by the author who changed it', async () => {
    const on = await desk('Exports rose 5% in June.')
    const { act, story } = on
    const fact = await tag(on, '5%')
    await verify(on, 'Editor', fact)
    await edit(on, 'Editor', 'June', 'May')
    await edit(on, 'Reporter', 'rose', 'fell')
    await expect(act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })).rejects.toThrow('is the author')
    expect(await status(on, fact)).toBe('reCheck context')
  })

  test('was not changed by whoever changed the words and changed them back', async () => {
    const on = await desk('Kim came at night. Exports rose 5% in June.')
    const { act, story } = on
    const fact = await tag(on, '5%')
    await verify(on, 'Editor', fact)
    await edit(on, 'Checker', '5%', '6%')
    await edit(on, 'Reporter', 'Kim came', 'Kim never came')
    await edit(on, 'Checker', '6%', '5%')
    await act('Checker', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await status(on, fact)).toBe('verified')
  })

  test('is not looked at by the author who changed the rest of the graf since', async () => {
    const on = await desk('“We are ready,” Kim said. The hall was open. The aides walked home at night.')
    const { act, story } = on
    const fact = await tag(on, '“We are ready,”', 'quote')
    await verify(on, 'Editor', fact)
    await edit(on, 'Editor', 'was open', 'was full')
    await act('Editor', 'fact.acceptContext', { story, facts: [{ fact }] })
    await edit(on, 'Reporter', 'walked home', 'walked slowly home')
    expect(await status(on, fact)).toBe('reCheck ownContext')
    await expect(act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })).rejects.toThrow('is the author')
    await act('Editor', 'fact.acceptContext', { story, facts: [{ fact }] })
    await act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await status(on, fact)).toBe('verified')
  })

  test('is looked at by the author who changed the rest of the graf and changed it back', async () => {
    const on = await desk('“We are ready,” Kim said. The hall was open. The aides walked home at night.')
    const { act, story } = on
    const fact = await tag(on, '“We are ready,”', 'quote')
    await verify(on, 'Editor', fact)
    await edit(on, 'Editor', 'was open', 'was full')
    await act('Editor', 'fact.acceptContext', { story, facts: [{ fact }] })
    await edit(on, 'Reporter', 'walked home', 'walked slowly home')
    await edit(on, 'Reporter', 'walked slowly home', 'walked home')
    await act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await status(on, fact)).toBe('verified')
  })

  test('stays the writer’s when somebody moves the graf without having heard of the last words in it', async () => {
    const on = await desk('The boats lay in the wide harbour at night and cost 5 won.\n\nThe council met.')
    await edit(on, 'Editor', 'cost', 'never cost')
    const window = await windowOn(on, on.story, 'Chief')
    const story = await on.room.storyNow(on.story)
    const moved = window.type((doc) => {
      const index = readCopy(doc).findIndex(({ text: line }) => line.includes('boats'))
      const words = nodes(doc)[index]?.get(0)?.toString() ?? ''
      doc.getXmlFragment('copy').delete(index, 1)
      const made = new Y.XmlElement('block')
      made.setAttribute('role', 'paragraph')
      made.insert(0, [new Y.XmlText(words)])
      doc.getXmlFragment('copy').push([made])
    })
    await edit(on, 'Reporter', 'harbour', 'har\u00ADbour')
    await story.applyWindowUpdate(moved, 'Chief')
    const fact = await tag(on, '5 won')
    await verify(on, 'Editor', fact)
    expect(await status(on, fact)).toBe('reCheck ownContext')
  })

  test('is seen when a new sign-off rests on it', async () => {
    const on = await desk('Exports rose 5% in June.')
    await edit(on, 'Editor', 'rose', 'fell')
    const fact = await tag(on, '5%')
    await verify(on, 'Editor', fact)
    expect(await status(on, fact)).toBe('reCheck ownContext')
  })
})

test('a one-person desk marks what it signs for good', async () => {
  const on = await desk('It cost 100 won.')
  const { act, story } = on
  const fact = await tag(on, '100')
  await act('Chief', 'story.setField', { story, field: 'byline', value: 'Editor' })
  await act('Editor', 'library.settings', { deskOfOne: true })
  await verify(on, 'Editor', fact)
  await act('Editor', 'library.settings', { deskOfOne: false })
  const { blocks, warns } = await act('Chief', 'story.gate', { story, door: 'clear' })
  expect([await status(on, fact), [...blocks, ...warns].some(({ rule }) => rule === 'selfChecked')]).toEqual([
    'verified',
    true,
  ])
})

test('an author and one editor who made every edit clear a story without an override', async () => {
  const on = await desk(
    'Exports rose 5 percnet in June, the ministry said. The bureau confirmed it.\n\n“We are glad,” Kim Min said on Friday.',
  )
  const { act, story } = on
  const figure = (await act('Reporter', 'fact.tag', { story, text: '5 percnet', type: 'figure' })).id
  const quote = (
    await act('Reporter', 'fact.tag', { story, text: '“We are glad,”', type: 'quote', attributedTo: 'Kim Min' })
  ).id
  await verify(on, 'Editor', figure)
  await verify(on, 'Editor', quote)
  // Words of a fact: proposed by the editor, accepted by the author, verified by the editor.
  const { id } = await act('Editor', 'suggestion.propose', { story, replace: 'percnet', with: 'percent' })
  await act('Reporter', 'suggestion.accept', { story, suggestions: [{ id }] })
  await verify(on, 'Editor', figure)
  // A new figure in the headline: the same way.
  const headline = await act('Editor', 'suggestion.propose', {
    story,
    replace: 'Council meets in town',
    with: 'Exports rise 5 percent',
  })
  await act('Reporter', 'suggestion.accept', { story, suggestions: [{ id: headline.id }] })
  const top = (await act('Editor', 'fact.tag', { story, text: '5 percent', type: 'figure' })).id
  await verify(on, 'Editor', top)
  // Everything around the facts: edited at will, looked at once by the author.
  await edit(on, 'Editor', ' The bureau confirmed it.', '')
  await edit(on, 'Editor', 'the ministry said', 'ministry figures show')
  await edit(on, 'Editor', ' on Friday', '')
  await type(on, 'Editor', split('Exports rose', 'ministry figures'))
  for (const fact of [figure, quote, top]) {
    const before = await status(on, fact)
    if (before !== 'verified') await act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })
  }
  expect([await status(on, figure), await status(on, quote), await status(on, top)]).toEqual([
    'verified',
    'verified',
    'verified',
  ])
  const { blocks } = await act('Editor', 'story.gate', { story, door: 'clear' })
  expect(blocks.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  await act('Reporter', 'story.move', { story, to: 'filed' })
  await act('Editor', 'story.move', { story, to: 'inReview' })
  await act('Editor', 'story.move', { story, to: 'cleared' })
})
