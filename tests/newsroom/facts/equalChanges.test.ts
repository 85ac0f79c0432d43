/** What is not a change under rule 2, moves, and later verdicts that do not count: they make nobody a writer. */
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { deleteInBlock, insertAt, replaceText } from '../../../src/document/editStory'
import { readCopy, textElements } from '../../../src/document/reading/readStory'
import { blockElement } from '../../../src/document/reading/storyElements'
import { insertRuns, sliceOf } from '../../oracle/window'
import { newsDesk, windowOn, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string; readonly record: string }

/** A story of Reporter that Editor edits. Checker verifies. */
async function desk(body: string): Promise<Desk> {
  const news = await newsDesk()
  await news.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  const bytes = new TextEncoder().encode(`Council meets\n\nA day in town\n\n${body}`)
  const { id: story } = await news.act('Reporter', 'story.import', { name: 'a.txt', bytes })
  const { id: record } = await news.act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  return { ...news, story, record }
}
async function outcome({ act, story, record }: Desk, by: string, text: string): Promise<string> {
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text, type: 'figure' })
  const evidence = { source: record, locator: 'p. 1', stance: 'supports' } as const
  await act(by, 'fact.sign', { story, fact, status: 'verified', evidence })
  return reads({ act, story }, fact)
}
async function reads({ act, story }: Pick<Desk, 'act' | 'story'>, fact: string): Promise<string> {
  const found = (await act('Editor', 'story.show', { story })).facts.find(({ id }) => id === fact)
  return [found?.status, ...(found?.reasons ?? [])].join(' ')
}
type Change = (doc: Y.Doc) => void
async function type(on: Desk, by: string, ...changes: readonly Change[]): Promise<void> {
  const window = await windowOn(on, on.story, by)
  const story = await on.room.storyNow(on.story)
  for (const change of changes) await story.applyWindowUpdate(window.type(change), by)
}
/** Puts characters in the place of others, behind some words. */
const put =
  (behind: string, old: string, text: string): Change =>
  (doc) => {
    const block = readCopy(doc).findIndex((one) => one.text.includes(behind + old))
    const from = (readCopy(doc)[block]?.text.indexOf(behind + old) ?? 0) + behind.length
    replaceText(doc, { block, from, to: from + old.length }, text)
  }
/** Takes characters away and types others in their place, without any that stay. */
const retype =
  (old: string, text: string): Change =>
  (doc) => {
    const block = readCopy(doc).findIndex((one) => one.text.includes(old))
    const from = readCopy(doc)[block]?.text.indexOf(old) ?? 0
    const element = textElements(doc)[block]?.element
    if (!element) return
    deleteInBlock(element, from, from + old.length)
    insertAt(element, from, text, {})
  }
/** Moves a graf to the end: its standing text is typed anew. */
const moveGraf =
  (graf: string): Change =>
  (doc) => {
    const copy = doc.getXmlFragment('copy')
    const block = readCopy(doc).findIndex((one) => one.text.includes(graf))
    const text = readCopy(doc)[block]?.text ?? ''
    copy.delete(block, 1)
    const made = new Y.XmlElement('block')
    made.setAttribute('role', 'paragraph')
    made.insert(0, [new Y.XmlText(text)])
    copy.push([made])
  }

test.each<[string, readonly Change[]]>([
  ['a soft hyphen', [put('har', '', '\u00AD')]],
  ['a soft hyphen that somebody else takes out', [put('har', '', '\u00AD')]],
  ['a word that they took out and typed again', [retype(' harbour', ''), put('The', '', ' harbour')]],
  ['a word typed over with itself', [retype('harbour', 'harbour')]],
])('who types %s around a figure has not written its context', async (what, changes) => {
  const on = await desk('The harbour cost 5 won.')
  await type(on, 'Checker', ...changes)
  if (what.includes('somebody else')) await type(on, 'Editor', put('har', '\u00AD', ''))
  expect(await outcome(on, 'Checker', '5 won')).toBe('verified')
})

test('a soft hyphen stays nobody’s words when somebody moves the graf', async () => {
  const on = await desk('The harbour cost 5 won.\n\nThe council met.')
  await type(on, 'Checker', put('har', '', '\u00AD'))
  await type(on, 'Editor', moveGraf('cost'))
  expect(await outcome(on, 'Checker', '5 won')).toBe('verified')
})

test.each([
  ['a wider space', ' \u200B', /^verified/],
  ['another word', ' wide ', /wrote these words|ownContext/],
])('%s in words that an editor then replaced', async (_what, space, found) => {
  const on = await desk('It took 100 minutes in June.')
  await type(on, 'Checker', retype(' minutes', `${space}minutes`))
  await type(on, 'Editor', retype(`100${space}minutes`, '90 days'))
  expect(await outcome(on, 'Checker', '90 days').catch((error: unknown) => String(error))).toMatch(found)
})

test('who types a word again beside their own proposal has not written its context', async () => {
  const on = await desk('The harbour cost 5 won.')
  await type(on, 'Checker', put('The', ' harbour', ''), put('The', '', ' harbour'))
  await on.act('Checker', 'suggestion.propose', { story: on.story, replace: 'The', with: 'Our' })
  expect(await outcome(on, 'Checker', '5 won')).toBe('verified')
})

test('who doubles a space has not written the context, also after somebody moves the graf', async () => {
  const on = await desk('The harbour was open and it cost 5 won.')
  await type(on, 'Checker', put('open', ' ', '  '))
  await type(on, 'Editor', moveGraf('The harbour'))
  expect(await outcome(on, 'Checker', '5 won')).toBe('verified')
})

test.each<[string, readonly Change[]]>([
  ['and the space', [put('100', ' ', ''), put('100', '0', '')]],
  ['with the space', [put('100', ' 0', '')]],
])('who parts a number with a space and takes its last digit away, %s, wrote it', async (_what, changes) => {
  const on = await desk('The harbour cost 1000 won.')
  await type(on, 'Checker', put('100', '', ' '), ...changes)
  await expect(outcome(on, 'Checker', '100')).rejects.toThrow('Checker wrote these words')
})

/** What comes of it when the checker verifies, or the refusal. */
const told = (on: Desk, words: string): Promise<string> => outcome(on, 'Checker', words).catch(String)

test.each<[string, string, readonly Change[], string, RegExp]>([
  [
    'a word that they typed again before',
    'The court did not fine Kim 1000 won.',
    [put('did ', 'not ', ''), put('did ', '', 'not '), put('did ', 'not ', '')],
    '1000 won',
    /^reCheck ownContext$/,
  ],
  [
    'a digit that they typed again before',
    'It cost 1000 won.',
    [put('100', '0', ''), put('100', '', '0'), put('100', '0', '')],
    '100',
    /wrote these words/,
  ],
  [
    'a digit that they parted from the others twice',
    'It cost 1000 won.',
    [put('100', '', ' '), put('100', '', ' '), put('100  ', '0', '')],
    '100',
    /wrote these words/,
  ],
  [
    'what stands before “Gov.” in a sentence',
    'It was denied by Gov. Kim that it cost 1000 won.',
    [retype('It was denied by Gov. ', '')],
    '1000 won',
    /^reCheck ownContext$/,
  ],
  [
    'who said a quotation that a mark ends',
    '“It cost 1000 won!” Kim falsely said.',
    [retype(' Kim falsely said.', '')],
    '1000 won',
    /^reCheck ownContext$/,
  ],
])('who takes away %s wrote what is left', async (_what, body, changes, words, found) => {
  const on = await desk(body)
  await type(on, 'Checker', ...changes)
  expect(await told(on, words)).toMatch(found)
})

test.each<[string, string, readonly Change[], string]>([
  ['types the end of one', 'The court denied that Kim paid 5 won.', [put('denied that', '', ' he came.')], '5 won'],
  ['parts its graf', 'It was denied that the harbour cost 5 won.', [(doc) => splitBefore('the harbour')(doc)], '5 won'],
  [
    'parts its graf and takes the rest of it away',
    'It cost 5 won, Kim falsely claimed at noon.',
    [(doc) => splitBefore('Kim falsely')(doc), retype('Kim falsely claimed at noon.', '')],
    '5 won',
  ],
  [
    'moves the end of one elsewhere',
    'It is not true that Kim paid 5 won.\n\nThe end.',
    [(doc) => (retype('Kim paid 5 won.', '')(doc), put('', 'The end.', 'Kim paid 5 won.')(doc))],
    '5 won',
  ],
  [
    'moves the beginning of one elsewhere',
    'Kim Min paid 5 won, he falsely claimed.\n\nThe end.',
    [(doc) => (retype('Kim Min paid 5 won', '')(doc), put('', 'The end.', 'Kim Min paid 5 won')(doc))],
    '5 won',
  ],
])('who makes a sentence of a part, as who %s, wrote its context', async (_how, body, changes, words) => {
  const on = await desk(body)
  await type(on, 'Checker', ...changes)
  expect(await told(on, words)).toBe('reCheck ownContext')
})

test('who parts a number with the end of a graf wrote what is left of it', async () => {
  const on = await desk('It cost 1000 won and that was all they said.')
  await type(on, 'Checker', (doc) => splitBefore('0 won and', 0)(doc))
  expect(await told(on, '100')).toMatch(/wrote these words/)
})

test.each<[string, string, readonly Change[]]>([
  ['another sentence before it', 'The hall was open. It cost 5 won.', [put('open.', '', ' It rained.')]],
  ['another sentence instead of that before it', 'Kim came. It cost 5 won.', [retype('Kim came.', 'Lee left.')]],
  [
    'a whole sentence that they moved over a graf',
    'The hall was open. Kim paid 5 won.\n\nThe end.',
    [(doc) => (retype(' Kim paid 5 won.', '')(doc), put('', 'The end.', 'Kim paid 5 won.')(doc))],
  ],
])('who puts in %s wrote nothing of a sentence', async (_what, body, changes) => {
  const on = await desk(body)
  await type(on, 'Checker', ...changes)
  expect(await told(on, '5 won')).toBe('verified')
})

test('who ends a sentence behind which its author goes on then wrote nothing of the next one', async () => {
  const on = await desk('The hall was')
  await type(on, 'Checker', put('hall was', '', ' open.'))
  await type(on, 'Reporter', put('open.', '', ' It cost 5 won.'))
  expect(await told(on, '5 won')).toBe('verified')
})

/** Joins a graf with the one before: its text is typed anew there. */
const joined =
  (graf: string, space = ''): Change =>
  (doc) => {
    const block = readCopy(doc).findIndex((one) => one.text.includes(graf))
    const text = readCopy(doc)[block]?.text ?? ''
    doc.getXmlFragment('copy').delete(block, 1)
    const element = textElements(doc)[block - 1]?.element
    if (element) insertAt(element, readCopy(doc)[block - 1]?.text.length ?? 0, space + text, {})
  }

test.each([
  ['two parts of a number', 'The attack left 1\n\n2 wounded in the hall', '2 wounded', '12', /wrote these words/],
  [
    'two parts of a sentence',
    'The court will never say\n\n that Kim took 5 won.',
    'Kim took',
    '5 won',
    /^reCheck ownContext$/,
  ],
  ['two sentences', 'The hall was open.\n\nKim then took 5 won.', 'Kim then', '5 won', /^verified$/],
])('who makes one graf of %s', async (_what, body, graf, words, found) => {
  const on = await desk(body)
  await type(on, 'Checker', joined(graf, body.includes('open.') ? ' ' : ''))
  expect(await told(on, words)).toMatch(found)
})

test.each([
  ['stay', []],
  ['go elsewhere then', [retype(' in no way known to men', ''), put('day in town', '', ' in no way known to men')]],
])('who moves the two ends of a sentence together, and lets the words between them %s', async (_what, more) => {
  const [start, end] = ['The court of the town held', ' that Kim paid 5 won to Lee.']
  const on = await desk(`${start} in no way known to men${end}\n\nThe end.`)
  await type(
    on,
    'Checker',
    (doc) => (retype(start, '')(doc), retype(end, '')(doc), put('', 'The end.', start + end)(doc)),
    ...more,
  )
  expect(await told(on, '5 won')).toBe('reCheck ownContext')
})

test.each<[string, string, Change, RegExp]>([
  [
    'the beginning of a',
    'It was denied that Kim paid 5 won.',
    retype('It was denied that ', ''),
    /^reCheck ownContext$/,
  ],
  ['the end of a', 'Kim paid 5 won in no case at all.', retype(' in no case at all.', ''), /^reCheck ownContext$/],
  ['all of the next', 'Kim paid 5 won. It was denied.', retype(' It was denied.', ''), /^reCheck ownContext$/],
  ['a word of the next', 'Kim paid 5 won. It was not denied.', retype('not ', ''), /^verified$/],
])('who takes away %s sentence is still noted in a duplicate of the story', async (_what, body, change, found) => {
  const on = await desk(body)
  await type(on, 'Checker', change)
  const { id: story } = await on.act('Checker', 'story.duplicate', { story: on.story })
  expect(await told({ ...on, story }, body.includes('case') ? 'paid' : '5 won')).toMatch(found)
})

test('who takes the lead-in of a list away is still noted in a duplicate of the story', async () => {
  const on = await desk('The court cleared these:\n\n- Kim Min of 12 counts')
  await type(on, 'Checker', (doc) => {
    const copy = doc.getXmlFragment('copy')
    const block = readCopy(doc).findIndex((one) => one.text.includes('counts'))
    const element = textElements(doc)[block]?.element
    for (const [name, value] of [
      ['role', 'listItem'],
      ['list', 'bullet'],
      ['level', '1'],
    ] as const)
      element?.setAttribute(name, value)
    copy.delete(block - 1, 1)
  })
  const { id: story } = await on.act('Checker', 'story.duplicate', { story: on.story })
  expect(await told({ ...on, story }, '12 counts')).toBe('reCheck ownContext')
})

/** Makes a proposed insertion of words that stand. */
const proposeStanding =
  (words: string): Change =>
  (doc) => {
    const block = readCopy(doc).findIndex((one) => one.text.includes(words))
    const text = textElements(doc)[block]?.element.toArray()[0]
    const record = new Y.Map<unknown>()
    record.set('by', 'Checker')
    record.set('at', '2026-10-30T09:00:00.000Z')
    doc.getMap('suggestions').set('s1', record)
    if (text instanceof Y.XmlText)
      text.format(readCopy(doc)[block]?.text.indexOf(words) ?? 0, words.length, { insertion: { id: 's1' } })
  }

test.each<[string, string, string, string, RegExp]>([
  ['a word', 'The court did not fine Kim 5 won.', 'not ', '5 won', /^reCheck ownContext$/],
  ['the end of a number', 'It cost 1000.', '0.', '100', /wrote these words/],
])(
  'who makes %s that stands a proposal took it away, also when it is rejected',
  async (_what, body, part, words, found) => {
    const on = await desk(body)
    await type(on, 'Checker', proposeStanding(part))
    expect(await told(on, words)).toMatch(found)
    const rejected = await desk(body)
    await type(rejected, 'Checker', proposeStanding(part))
    await rejected.act('Checker', 'suggestion.reject', { story: rejected.story, suggestions: [{ id: 's1' }] })
    expect(await told(rejected, words)).toMatch(found)
  },
)

test('who ends a sentence and takes its beginning away wrote what is left of it', async () => {
  const on = await desk('It was denied that The harbour cost 1000 won.')
  await type(on, 'Checker', put('denied that', '', '.'), retype('It was denied that. ', ''))
  expect(await outcome(on, 'Checker', '1000 won')).toBe('reCheck ownContext')
})

test('who types a word back with the space before it has not written what the word begins', async () => {
  const on = await desk('They walked out of the hall at night.')
  await type(on, 'Checker', put('out of', ' the', ''), put('out of', '', ' the'))
  expect(await outcome(on, 'Checker', 'the hall')).toBe('verified')
})

test('who takes a word from behind words that somebody else replaces then has not written the new ones', async () => {
  const on = await desk('They walked to 12 boats at night.')
  await type(on, 'Checker', put('boats', ' at', ''))
  await type(on, 'Editor', put('to ', '12 boats', 'Kim'))
  expect(await outcome(on, 'Checker', 'Kim')).toBe('reCheck ownContext')
})

test('who proposes the same words beside others has not written those when their author moves the graf', async () => {
  const on = await desk('Kim came.\n\nIt lasted 100 minutes in the wide hall.')
  const { act, story } = on
  await act('Checker', 'suggestion.propose', { story, replace: '100 minutes', with: '101 minutes' })
  await type(on, 'Reporter', (doc) => {
    moveGraf('lasted')(doc)
    put('', 'It lasted', ' It lasted')(doc)
  })
  expect(await outcome(on, 'Checker', '100 minutes')).toBe('verified')
})

test.each([
  ['the same space', ' ', 'verified'],
  ['another word', ' not ', 'reCheck ownContext'],
])('who doubles a space and types %s over it after somebody moves the graf', async (_what, typed, found) => {
  const on = await desk('The harbour was open and it cost 5 won.')
  await type(on, 'Checker', put('open', ' ', '  '))
  await type(on, 'Editor', moveGraf('The harbour'))
  await type(on, 'Checker', put('open', '  ', typed))
  expect(await outcome(on, 'Checker', '5 won')).toBe(found)
})

test.each([
  ['verified', ' after', ' vote', 'Kim wins vote after 100 minutes.'],
  ['reCheck ownContext', ' vote', ' after', 'Kim wins after vote 100 minutes.'],
])('two people who take neighbours away and type them back: %s', async (found, checkers, editors, text) => {
  const on = await desk('Kim wins vote after 100 minutes.')
  await type(on, 'Checker', retype(checkers, ''))
  await type(on, 'Editor', retype(editors, ''))
  await type(on, 'Editor', put('Kim wins', '', editors))
  await type(on, 'Checker', put(`Kim wins${editors}`, '', checkers))
  expect((await on.room.storyNow(on.story)).value().copy.at(-1)?.text).toBe(text)
  expect(await outcome(on, 'Checker', '100 minutes')).toBe(found)
})

test('who moves a graf with tags wrote nothing of its sentences', async () => {
  const on = await desk('“We won,” Kim said. The hall was open. It cost 5 won in June. Park left.\n\nThe council met.')
  const { act, story, record } = on
  await act('Reporter', 'fact.tag', { story, text: '“We won,”', type: 'quote' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '5 won', type: 'figure' })
  await type(on, 'Checker', (doc) => {
    const copy = doc.getXmlFragment('copy')
    const block = readCopy(doc).findIndex(({ text }) => text.includes('5 won'))
    const graf = readCopy(doc)[block]
    copy.delete(block, 1)
    if (graf) copy.push([blockElement(graf)])
  })
  const evidence = { source: record, locator: 'p. 1', stance: 'supports' } as const
  await act('Checker', 'fact.sign', { story, fact, status: 'verified', evidence })
  expect(await reads(on, fact)).toBe('verified')
})

test('a proposal that never stood gives its proposer no words of a graf that somebody moves', async () => {
  const on = await desk('It lasted 100 minutes in the wide hall of the old town.\n\nThe council met.')
  const { act, story } = on
  await act('Checker', 'suggestion.propose', { story, replace: '100 minutes', with: '101 minutes' })
  await type(on, 'Editor', moveGraf('lasted'))
  expect(await outcome(on, 'Checker', '100 minutes')).toBe('verified')
})

test('a proposal that never stood makes nobody a writer of the context when its graf is moved', async () => {
  const on = await desk('In June it took 100 minutes.\n\nThe council met.')
  const { act, story } = on
  await act('Reporter', 'suggestion.propose', { story, replace: 'June', with: 'the month of May' })
  await type(on, 'Checker', moveGraf('June'))
  expect(await outcome(on, 'Checker', '100 minutes')).toBe('verified')
})

test('who moves a graf has not put words together that somebody types into it later', async () => {
  const on = await desk('The meeting lasted 100 minutes in the hall.\n\nThe council met.')
  await type(on, 'Checker', moveGraf('lasted'))
  await type(on, 'Editor', retype('meeting', 'session'))
  expect(await outcome(on, 'Checker', '100 minutes')).toBe('verified')
})

test('who moves a graf has not put words together in which their own proposal was accepted', async () => {
  const on = await desk('The meeting lasted 100 minutes in the hall.\n\nThe council met.')
  const { act, story } = on
  await type(on, 'Checker', moveGraf('lasted'))
  await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'event' })
  await act('Checker', 'suggestion.propose', { story, replace: '100 minutes', with: '101 minutes' })
  const [suggestion] = (await on.room.storyNow(story)).value().suggestions ?? []
  await act('Editor', 'suggestion.accept', { story, suggestions: suggestion ? [suggestion] : [] })
  expect(await outcome(on, 'Checker', '101 minutes')).toBe('verified')
})

/** Splits a graf before some words: the rest is typed anew in a new block, with its tags, without `space`. */
const splitBefore =
  (words: string, space = 1): Change =>
  (doc) => {
    const copy = doc.getXmlFragment('copy')
    const block = readCopy(doc).findIndex((one) => one.text.includes(words))
    const source = readCopy(doc)[block]
    const element = textElements(doc)[block]?.element
    if (!source || !element) return
    const at = source.text.indexOf(words)
    deleteInBlock(element, at - space, source.text.length)
    const made = blockElement({ ...source, ...sliceOf(source, at, source.text.length) })
    copy.insert(copy.toArray().indexOf(element) + 1, [made])
  }

test('who splits a graf wrote nothing around the figure that begins the second part', async () => {
  const on = await desk('The hall was open. Some 100 minutes went by.\n\nThe council met.')
  await type(on, 'Checker', splitBefore('Some'))
  expect(await outcome(on, 'Checker', '100 minutes')).toBe('verified')
})

test('who changes the end of a graf wrote nothing around a quotation that somebody split from it before', async () => {
  const on = await desk('The council met. The hall was open. “It is a bad plan,” Kim said.')
  await type(on, 'Editor', splitBefore('“It is'))
  await type(on, 'Checker', put('The hall was', ' open.', '?'))
  const { act, story, record } = on
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '“It is a bad plan,”', type: 'quote' })
  const evidence = { source: record, locator: 'p. 1', stance: 'supports' } as const
  await act('Checker', 'fact.sign', { story, fact, status: 'verified', evidence })
  expect(await reads(on, fact)).toBe('verified')
})

/** Checker verifies a quotation, splits its graf, and then changes a sentence that is in the graf beside it now. */
async function splitAndChanged(body: string, before: string): Promise<Desk & { readonly fact: string }> {
  const on = await desk(`${body}\n\nThe council met.`)
  const { act, story, record } = on
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '“It is a bad plan,”', type: 'quote' })
  const evidence = { source: record, locator: 'p. 1', stance: 'supports' } as const
  await act('Checker', 'fact.sign', { story, fact, status: 'verified', evidence })
  await type(on, 'Checker', splitBefore(before))
  expect(await reads(on, fact)).toBe('verified')
  await type(on, 'Checker', put('The ', 'hall', 'door'))
  expect(await reads(on, fact)).toBe('reCheck context')
  return { ...on, fact }
}

describe.each([
  ['behind', '“It is a bad plan,” Kim said. The hall was open. The boats left.', 'The hall'],
  ['before', 'The boats left. The hall was open. “It is a bad plan,” Kim said.', '“It is'],
])('who changes what a split took from %s a quotation', (_where, body, at) => {
  test('is noted, and the author looks at it', async () => {
    const on = await splitAndChanged(body, at)
    const { act, story, fact } = on
    const history = await act('Editor', 'story.history', { story })
    expect(history.findLast(({ kind }) => kind === 'lapsed')?.by).toBe('Checker')
    await act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await reads(on, fact)).toBe('verified')
  })

  test('does not accept it alone', async () => {
    const on = await splitAndChanged(body, at)
    const { act, story, fact } = on
    await act('Checker', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await reads(on, fact)).toBe('reCheck ownContext')
  })
})

test.each([
  ['a mark', put('in the wide hall', '.', '?')],
  ['a figure', put('lasted 1', '0', '5')],
])('who types %s where words stood that somebody moves away wrote nothing of these', async (_what, change) => {
  const on = await desk('Kim came. It lasted 100 minutes in the wide hall. The boats left.\n\nThe council met.')
  const late = await windowOn(on, on.story, 'Checker')
  const typed = late.type(change)
  const sentence = ' It lasted 100 minutes in the wide hall.'
  await type(on, 'Editor', retype(sentence, ''), put('The council met.', '', sentence))
  await (await on.room.storyNow(on.story)).applyWindowUpdate(typed, 'Checker')
  expect(await outcome(on, 'Checker', '100 minutes')).toBe('verified')
})

/** Moves a graf and changes it before anything is sent. */
const moveAndChange =
  (graf: string, change: Change): Change =>
  (doc) => {
    moveGraf(graf)(doc)
    change(doc)
  }

test.each<[string, Change, RegExp]>([
  ['another figure', put('and cost ', '5', '15'), /^verified$/],
  ['this figure', put('lasted 1', '0', '5'), /wrote these words/],
  ['a word of its sentence', put('the wide ', 'hall', 'room'), /^reCheck ownContext$/],
  ['a word taken out of its sentence', retype('wide ', ''), /^reCheck ownContext$/],
])('who moves a graf and changes %s in one send wrote what they changed', async (_what, change, found) => {
  const on = await desk(
    'It lasted 100 minutes in the wide hall. The boats lay there and cost 5 won.\n\nThe council met.',
  )
  await type(on, 'Checker', moveAndChange('lasted', change))
  const words = /wrote/.test(found.source) ? '150 minutes' : '100 minutes'
  expect(await outcome(on, 'Checker', words).catch((error: unknown) => String(error))).toMatch(found)
})

test('who moves a graf without having heard of a word that went wrote that word alone', async () => {
  const on = await desk('Kim came at night. It lasted 100 minutes in the wide hall.\n\nThe council met.')
  const window = await windowOn(on, on.story, 'Checker')
  const moved = window.type(moveGraf('lasted'))
  await type(on, 'Editor', put('came', ' at night', ''))
  await (await on.room.storyNow(on.story)).applyWindowUpdate(moved, 'Checker')
  expect((await on.room.storyNow(on.story)).value().copy.at(-1)?.text).toMatch(/^Kim came at night/)
  expect(await outcome(on, 'Checker', '100 minutes')).toBe('verified')
  expect(await outcome(on, 'Checker', 'night').catch((error: unknown) => String(error))).toMatch(/wrote these words/)
})

test('what the verifier wrote before the sentence of a lead-in is no context of its items', async () => {
  const on = await desk('The council met. The deal covers:\n\n- The 12 boats')
  await type(on, 'Checker', put('The ', 'council', 'cabinet'))
  await type(on, 'Editor', (doc) => {
    const block = readCopy(doc).findIndex((one) => one.text.includes('boats'))
    const element = textElements(doc)[block]?.element
    element?.setAttribute('role', 'listItem')
    element?.setAttribute('list', 'bullet')
    element?.setAttribute('level', '1')
  })
  expect(await outcome(on, 'Checker', '12 boats')).toBe('verified')
})

test('a later verdict that does not count takes no verdict away, nor the key that accepts its context', async () => {
  const on = await desk('They met on Monday in Busan.')
  const { act, story, record } = on
  await act('Editor', 'roster.add', { name: 'Chief', role: 'editor' })
  await act('Reporter', 'story.setField', { story, field: 'slug', value: 'council' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'Busan', type: 'place' })
  const evidence = { source: record, locator: 'p. 1', stance: 'supports' } as const
  await act('Checker', 'fact.sign', { story, fact, status: 'verified', evidence })
  await act('Chief', 'fact.sign', { story, fact, status: 'verified' })
  await act('Editor', 'story.setField', { story, field: 'byline', value: [{ name: 'Chief' }] })
  expect(await reads(on, fact)).toBe('verified notEntitled')
  await act('Reporter', 'copy.replace', { story, replace: 'Monday', with: 'Tuesday' })
  expect(await reads(on, fact)).toBe('reCheck context notEntitled')
  const { blocks, warns } = await act('Editor', 'story.gate', { story, door: 'clear' })
  expect(warns.map(({ rule }) => rule)).toContain('context')
  expect(blocks.map(({ rule }) => rule)).not.toContain('factStatus')
  await act('Editor', 'fact.acceptContext', { story, facts: [{ fact }] })
  expect(await reads(on, fact)).toBe('verified')
})

/** Joins a graf to the one before it, tags and all, as the sheet does. */
const joinGraf =
  (graf: string): Change =>
  (doc) => {
    const block = readCopy(doc).findIndex((one) => one.text.includes(graf))
    const source = readCopy(doc)[block]
    const given = textElements(doc)[block - 1]?.element
    const at = readCopy(doc)[block - 1]?.text.length ?? 0
    if (!source || !given) return
    doc.getXmlFragment('copy').delete(block, 1)
    insertAt(given, at, ' ', {})
    insertRuns(given, at + 1, source)
  }

test('who joins a graf with tags wrote none of its words, whatever somebody else replaces there', async () => {
  const on = await desk('It rained all day.\n\nThe council met on the third day in Busan. They left.')
  for (const text of ['the third day', 'Busan'])
    await on.act('Reporter', 'fact.tag', { story: on.story, text, type: text === 'Busan' ? 'place' : 'date' })
  await type(on, 'Checker', joinGraf('The council'))
  await on.act('Editor', 'copy.replace', { story: on.story, replace: 'Busan', with: 'Kim', nth: 1 })
  const evidence = { source: on.record, locator: 'p. 1', stance: 'supports' } as const
  await on.act('Checker', 'fact.sign', { story: on.story, fact: 'fact-1', status: 'verified', evidence })
  expect(await reads(on, 'fact-1')).toBe('verified')
})

test('who typed before a graf that a window joins without having heard of it wrote none of what stands there', async () => {
  const on = await desk('“Are we ready?” Kim asked the council.\n\nThe harbour was closed at night.')
  const window = await windowOn(on, on.story, 'Reporter')
  const joined = window.type(joinGraf('harbour'))
  await type(on, 'Checker', (doc) => {
    const element = textElements(doc)[readCopy(doc).findIndex((one) => one.text.includes('harbour'))]?.element
    if (element) insertAt(element, 0, 'Nor ', {})
  })
  await (await on.room.storyNow(on.story)).applyWindowUpdate(joined, 'Reporter')
  const { id: fact } = await on.act('Reporter', 'fact.tag', { story: on.story, text: '“Are we ready?”', type: 'quote' })
  const evidence = { source: on.record, locator: 'p. 1', stance: 'supports' } as const
  await on.act('Checker', 'fact.sign', { story: on.story, fact, status: 'verified', evidence })
  expect(await reads(on, fact)).toBe('verified')
})

test('a sentence that somebody split off stays whole when the one before it is moved away', async () => {
  const on = await desk(
    'The vote was won at noon. The hall was open. It was the largest deal of all. Park saw 12 boats.\n\nThey left.',
  )
  await type(on, 'Checker', put('vote was ', 'won', 'lost'))
  await type(on, 'Reporter', (doc) => {
    const block = readCopy(doc).findIndex((one) => one.text.includes('12 boats'))
    const element = textElements(doc)[block]?.element
    const text = readCopy(doc)[block]?.text ?? ''
    if (!element) return
    deleteInBlock(element, text.indexOf(' Park'), text.length)
    const copy = doc.getXmlFragment('copy')
    copy.insert(copy.toArray().indexOf(element) + 1, [
      blockElement({ role: 'paragraph', text: 'Park saw 12 boats.', spans: [] }),
    ])
  })
  await type(on, 'Reporter', (doc) => {
    const sentence = ' It was the largest deal of all.'
    const [from, to] = ['vote', 'They left'].map((words) => readCopy(doc).findIndex((one) => one.text.includes(words)))
    const [taken, given] = [textElements(doc)[from ?? 0]?.element, textElements(doc)[to ?? 0]?.element]
    if (!taken || !given) return
    const at = readCopy(doc)[from ?? 0]?.text.indexOf(sentence) ?? 0
    deleteInBlock(taken, at, at + sentence.length)
    insertAt(given, 'They left.'.length, sentence, {})
  })
  expect(await outcome(on, 'Checker', '12 boats')).toBe('verified')
})
