/** Who wrote around the words of a finding, in a field, or in the details of a picture (rules 8 and 10). */
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Finding } from '../../../src/story/assessment/finding'
import { copyElements } from '../../../src/document/reading/storyElements'
import { graf, picture } from '../facts/headsDesk'
import { newsDesk, windowOn, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string; readonly pool: string }

/** A story of Reporter. Editor and Chief are editors, Checker is a third person. */
async function desk(body = 'Police said that 12 people were not hurt. They left.'): Promise<Desk> {
  const news = await newsDesk()
  await news.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  await news.act('Editor', 'roster.add', { name: 'Chief', role: 'editor' })
  const bytes = new TextEncoder().encode(`Council meets in town\n\nA day at the town hall\n\n${body}`)
  const { id: story } = await news.act('Reporter', 'story.import', { name: 'a.txt', bytes })
  const { id: pool } = await news.act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  return { ...news, story, pool }
}

const blocks = async ({ act, story }: Desk): Promise<readonly Finding[]> =>
  (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
const figure = async (on: Desk): Promise<Finding | undefined> =>
  (await blocks(on)).find(({ rule }) => rule === 'untaggedFigure')

/** What the gate says of the figure, or nothing. */
const message = async (on: Desk): Promise<string | undefined> => (await figure(on))?.message

/** Answers whether it waits for somebody else. */
async function dismiss(on: Desk, by: string): Promise<boolean> {
  const { rule, key } = (await figure(on)) ?? { rule: '', key: '' }
  return (await on.act(by, 'finding.dismiss', { story: on.story, rule, key })).waits === true
}

describe('“nothing to check” by somebody who changed the sentence', () => {
  test('holds once somebody else says so, too, and the author may', async () => {
    const on = await desk()
    await on.act('Editor', 'copy.replace', { story: on.story, replace: 'were not hurt', with: 'were hurt' })
    const before = await message(on)
    expect(await dismiss(on, 'Editor')).toBe(true)
    const now = await figure(on)
    expect(now?.saidBy).toEqual(['Editor'])
    expect(now?.message).toBe(
      `${before} Editor says that there is nothing to check, but changed this sentence or one beside it. Someone else must say so, too.`,
    )
    await expect(dismiss(on, 'Editor')).rejects.toThrow(
      'Editor has already said that there is nothing to check. Someone else must say so, too.',
    )
    expect(await dismiss(on, 'Reporter')).toBe(false)
    expect(await figure(on)).toBeUndefined()
  })

  test('by the writer of the figure and the author together is nothing', async () => {
    const on = await desk('They left.')
    await on.act('Editor', 'copy.replace', { story: on.story, replace: 'They left.', with: 'Then 12 people left.' })
    const { rule, key } = (await figure(on)) ?? { rule: '', key: '' }
    const open = await on.room.storyNow(on.story)
    // As a Stet that refuses nothing notes it.
    for (const by of ['Editor', 'Reporter']) await open.note(by, { kind: 'dismissed', rule, key }).written
    const { rule: still, saidBy } = (await figure(on)) ?? {}
    expect({ still, saidBy }).toEqual({ still: 'untaggedFigure', saidBy: undefined })
  })

  test('is no way for the author alone', async () => {
    const on = await desk()
    await on.act('Editor', 'copy.replace', { story: on.story, replace: 'were not hurt', with: 'were hurt' })
    await expect(dismiss(on, 'Reporter')).rejects.toThrow('Reporter is the author or has a byline.')
  })

  test.each([
    [
      'the sentence behind, at the end of its graf',
      'Minister said that 12 people died. That is not true.',
      'That is not true.',
    ],
    ['the sentence behind', 'Minister said that 12 people died. That is not true. They left.', 'That is not true. '],
    [
      'the sentence before',
      'What follows is not true. Minister said that 12 people died.',
      'What follows is not true. ',
    ],
    ['a “not” in the sentence behind', 'Minister said that 12 people died. That is not true. They left.', 'not '],
  ])('needs somebody else where they took away %s', async (_, body, words) => {
    const on = await desk(body)
    await on.act('Editor', 'copy.replace', { story: on.story, replace: words, with: '' })
    await dismiss(on, 'Editor')
    expect((await figure(on))?.saidBy).toEqual(['Editor'])
    const { rule, key } = (await figure(on)) ?? { rule: '', key: '' }
    await expect(
      on.act('Editor', 'finding.override', { story: on.story, rule, key, reason: 'Counted.' }),
    ).rejects.toThrow('Editor wrote these words, or changed their sentence or one beside it.')
    await dismiss(on, 'Reporter')
    expect(await figure(on)).toBeUndefined()
  })

  test('holds at once where they changed a sentence that does not stand beside it', async () => {
    const on = await desk('Police said that 12 people were not hurt. All went home. They left.')
    await on.act('Editor', 'copy.replace', { story: on.story, replace: 'They left.', with: 'They went.' })
    await dismiss(on, 'Editor')
    expect(await figure(on)).toBeUndefined()
  })

  test('holds at once on a one-person desk', async () => {
    const on = await desk()
    await on.act('Editor', 'copy.replace', { story: on.story, replace: 'were not hurt', with: 'were hurt' })
    await on.act('Editor', 'library.settings', { deskOfOne: true })
    await dismiss(on, 'Editor')
    expect(await figure(on)).toBeUndefined()
  })
})

describe('a sentence that denies the words', () => {
  /** Changes the copy as a window of this person does. */
  async function edit(on: Desk, by: string, change: (doc: Y.Doc) => void): Promise<void> {
    const open = await on.room.storyNow(on.story)
    await open.applyWindowUpdate((await windowOn(on, on.story, by)).type(change), by)
    await open.observe()
  }
  const copyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('copy')
  /** The place of the graf with these words. */
  const placeOf = (doc: Y.Doc, words: string): number =>
    copyOf(doc)
      .toArray()
      .findIndex((element) =>
        element
          .toString()
          .replaceAll(/<[^>]+>/gu, '')
          .includes(words),
      )
  const cut = (block: Y.XmlElement, words: string): void => {
    const text = block.get(0) as Y.XmlText
    const plain = (text.toDelta() as readonly { readonly insert: string }[]).map(({ insert }) => insert).join('')
    text.delete(plain.indexOf(words), words.length)
  }
  const withoutGraf = (doc: Y.Doc): void => copyOf(doc).delete(placeOf(doc, 'That is false'))
  const movedGraf = (doc: Y.Doc): void => {
    withoutGraf(doc)
    copyOf(doc).push(copyElements([graf('That is false, they added.')]))
  }
  const movedSentence = (doc: Y.Doc): void => {
    const at = placeOf(doc, '12 people')
    cut(copyOf(doc).get(at) as Y.XmlElement, ' That is not true.')
    copyOf(doc).push(copyElements([graf('That is not true.')]))
  }
  const BEHIND = 'Minister said that 12 people died. That is not true.\n\nThey left.'
  const AFTER = 'Minister said that 12 people died.\n\nThat is false, they added.\n\nThey left.'
  const GONE = [
    ['the sentence is moved away', BEHIND, movedSentence],
    ['the graf after is taken out', AFTER, withoutGraf],
    ['the graf after is moved away', AFTER, movedGraf],
  ] as const

  test.each(GONE)('ends a tick and “nothing to check” when %s', async (_, body, change) => {
    const on = await desk(`${body}\n\nPolice counted 9 cars.`)
    const { act, story, pool } = on
    const evidence = { source: pool, locator: 'p. 1', stance: 'supports' as const }
    await dismiss(on, 'Checker')
    const { id: fact } = await act('Checker', 'fact.tag', { story, text: '12 people', type: 'event' })
    await act('Chief', 'fact.sign', { story, fact, status: 'verified', evidence })
    const shown = async () =>
      (await act('Editor', 'story.show', { story })).facts.map((one) => [one.status, ...one.reasons].join(' '))
    expect(await shown()).toEqual(['verified'])
    await edit(on, 'Editor', change)
    expect(await shown()).toEqual(['reCheck context'])
    await act('Chief', 'fact.untag', { story, fact, reason: 'A test.' })
    expect((await blocks(on)).map(({ message: said }) => said).join('\n')).toContain('“12')
  })

  test.each(GONE)('ends “nothing to check” of words without a tag when %s', async (_, body, change) => {
    const on = await desk(body)
    await dismiss(on, 'Checker')
    expect(await figure(on)).toBeUndefined()
    await edit(on, 'Editor', change)
    expect((await figure(on))?.message).toContain('“12')
  })

  test.each(GONE)(
    'needs somebody else to say that there is nothing to check after %s by that person',
    async (...given) => {
      const [, body, change] = given
      const on = await desk(body)
      await edit(on, 'Editor', change)
      await dismiss(on, 'Editor')
      expect((await figure(on))?.saidBy).toEqual(['Editor'])
      await dismiss(on, 'Chief')
      expect(await figure(on)).toBeUndefined()
    },
  )

  /** Takes these words out, wherever they are. */
  const without = (words: string) => (doc: Y.Doc) => cut(copyOf(doc).get(placeOf(doc, words)) as Y.XmlElement, words)
  const TAKEN = [
    ...GONE,
    ['the sentence behind is taken out', BEHIND, without(' That is not true.')],
    ['its “not” is taken out', BEHIND, without('not ')],
    [
      'the sentence before is taken out',
      'That is not true. Minister said that 12 people died.',
      without('That is not true. '),
    ],
    [
      'the first sentence of the graf after is taken out',
      'Minister said that 12 people died.\n\nThat is false. They left.',
      without('That is false. '),
    ],
    [
      'the last sentence of the graf before is taken out',
      'They left. That is wrong.\n\nMinister said that 12 people died.',
      without(' That is wrong.'),
    ],
  ] as const
  const evidence = (source: string) => ({ source, locator: 'p. 1', stance: 'supports' as const })
  const statusOf = async ({ act, story }: Desk): Promise<readonly string[]> =>
    (await act('Editor', 'story.show', { story })).facts.map((one) => [one.status, ...one.reasons].join(' '))

  test.each(TAKEN)('needs another look at the tick of the person by whom %s before it', async (_, body, change) => {
    const on = await desk(body)
    const { act, story, pool } = on
    await edit(on, 'Editor', change)
    const { id: fact } = await act('Checker', 'fact.tag', { story, text: '12 people', type: 'event' })
    await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) })
    expect(await statusOf(on)).toEqual(['reCheck ownContext'])
    await act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await statusOf(on)).toEqual(['verified'])
  })

  test.each(TAKEN)('needs another look than theirs at the tick of somebody else after %s', async (_, body, change) => {
    const on = await desk(body)
    const { act, story, pool } = on
    const { id: fact } = await act('Checker', 'fact.tag', { story, text: '12 people', type: 'event' })
    await act('Chief', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) })
    await edit(on, 'Editor', change)
    await act('Editor', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await statusOf(on)).toEqual(['reCheck ownContext'])
    await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) })
    expect(await statusOf(on)).toEqual(['reCheck ownContext'])
    await act('Chief', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await statusOf(on)).toEqual(['verified'])
  })

  test('is asked for no other look when it did not stand beside the words, or its writer took it out', async () => {
    const on = await desk('Minister said that 12 people died. They left. That is not true.')
    const { act, story, pool } = on
    await edit(on, 'Editor', without(' That is not true.'))
    await edit(on, 'Editor', (doc) => {
      const at = placeOf(doc, 'They left.')
      const text = (copyOf(doc).get(at) as Y.XmlElement).get(0) as Y.XmlText
      text.insert(35, 'That is wrong. ')
    })
    await edit(on, 'Editor', without('That is wrong. '))
    const { id: fact } = await act('Checker', 'fact.tag', { story, text: '12 people', type: 'event' })
    await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) })
    expect(await statusOf(on)).toEqual(['verified'])
  })

  test('a graf that is split before it, or joined with it, changes nothing', async () => {
    const on = await desk(BEHIND)
    await dismiss(on, 'Checker')
    expect(await figure(on)).toBeUndefined()
    await edit(on, 'Editor', (doc) => {
      const at = placeOf(doc, '12 people')
      cut(copyOf(doc).get(at) as Y.XmlElement, ' That is not true.')
      copyOf(doc).insert(at + 1, copyElements([graf('That is not true.')]))
    })
    expect(await figure(on)).toBeUndefined()
    await dismiss(on, 'Editor').catch(() => false)
    expect(await figure(on)).toBeUndefined()
  })
})

describe('“nothing to check” of a quotation', () => {
  const quote = async (on: Desk): Promise<Finding | undefined> =>
    (await blocks(on)).find(({ rule }) => rule === 'untaggedQuote')

  test.each([
    ['the sentence before', 'Mayor Kim was asked. “We won,” said the mayor of the town.', 'Mayor Kim', 'Mayor Lee'],
    ['the sentence behind', '“We won.” So said Kim. They left.', 'said Kim', 'said Lee'],
  ])('lapses when %s names another speaker, and comes back with the first', async (_, body, name, other) => {
    const on = await desk(body)
    const before = await quote(on)
    const { rule, key } = before ?? { rule: '', key: '' }
    await on.act('Checker', 'finding.dismiss', { story: on.story, rule, key })
    expect(await quote(on)).toBeUndefined()
    await on.act('Reporter', 'copy.replace', { story: on.story, replace: name, with: other })
    expect((await quote(on))?.message).toBe(before?.message)
    await on.act('Reporter', 'copy.replace', { story: on.story, replace: other, with: name })
    expect(await quote(on)).toBeUndefined()
  })

  test('stays when a sentence changes that does not stand beside it', async () => {
    const on = await desk('Kim came. “We won,” he said. All went home. They left.')
    const { rule, key } = (await quote(on)) ?? { rule: '', key: '' }
    await on.act('Checker', 'finding.dismiss', { story: on.story, rule, key })
    await on.act('Reporter', 'copy.replace', { story: on.story, replace: 'They left.', with: 'They went.' })
    expect(await quote(on)).toBeUndefined()
  })
})

describe('an override by somebody who changed the sentence', () => {
  const WHY = 'Editor wrote these words, or changed their sentence or one beside it. Another editor must override this.'

  test('is refused for a figure without a tag', async () => {
    const on = await desk()
    await on.act('Editor', 'copy.replace', { story: on.story, replace: 'were not hurt', with: 'were hurt' })
    const { rule, key } = (await figure(on)) ?? { rule: '', key: '' }
    const override = async (by: string) =>
      await on.act(by, 'finding.override', { story: on.story, rule, key, reason: 'Counted.' })
    await expect(override('Editor')).rejects.toThrow(WHY)
    await override('Chief')
    expect(await figure(on)).toBeUndefined()
  })

  test('is refused for a tick whose sentence they changed: another person accepts it', async () => {
    const on = await desk()
    const { act, story, pool } = on
    const { id: fact } = await act('Checker', 'fact.tag', { story, text: '12 people', type: 'figure' })
    const evidence = { source: pool, locator: 'p. 1', stance: 'supports' as const }
    await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence })
    await act('Editor', 'copy.replace', { story, replace: 'were not hurt', with: 'were hurt' })
    const changed = (await blocks(on)).find(({ rule }) => rule === 'context')
    const { rule, key } = changed ?? { rule: '', key: '' }
    await expect(act('Editor', 'finding.override', { story, rule, key, reason: 'Fine.' })).rejects.toThrow(WHY)
    await act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect((await blocks(on)).map((one) => one.rule)).not.toContain('context')
  })
})

describe('a figure in a field', () => {
  const set = async (on: Desk, by: string, value: string) =>
    await on.act(by, 'story.setField', { story: on.story, field: 'usageTerms', value })

  test('is dismissed by nobody who wrote it there, also after a change and back', async () => {
    const on = await desk('They left.')
    await set(on, 'Editor', 'For use by 40 papers')
    await set(on, 'Chief', 'For papers')
    await set(on, 'Chief', 'For use by 40 papers')
    for (const by of ['Editor', 'Chief'])
      await expect(dismiss(on, by)).rejects.toThrow(
        `${by} wrote these words. Someone else must say that there is nothing to check.`,
      )
    await dismiss(on, 'Checker')
    expect(await figure(on)).toBeUndefined()
  })

  test('stays its writer’s when somebody else adds to the field', async () => {
    const on = await desk('They left.')
    await set(on, 'Editor', 'For use by 40 papers')
    await set(on, 'Chief', 'For use by 40 papers, not online.')
    await expect(dismiss(on, 'Editor')).rejects.toThrow('Editor wrote these words.')
    await dismiss(on, 'Chief')
    expect(await figure(on)).toBeUndefined()
  })

  test('is that of who set the newsroom’s default', async () => {
    const news = await newsDesk()
    await news.act('Editor', 'roster.add', { name: 'Chief', role: 'editor' })
    await news.act('Editor', 'library.settings', { defaults: { usageTerms: 'For 40 papers' } })
    const { id: story } = await news.act('Reporter', 'story.create', {})
    const on = { ...news, story, pool: '' }
    await expect(dismiss(on, 'Editor')).rejects.toThrow('Editor wrote these words.')
    await dismiss(on, 'Chief')
    expect(await figure(on)).toBeUndefined()
  })

  test('is dismissed by an editor once the author has written it', async () => {
    const on = await desk('They left.')
    await set(on, 'Editor', 'For use by papers')
    await set(on, 'Reporter', 'For 40 papers')
    await dismiss(on, 'Editor')
    expect(await figure(on)).toBeUndefined()
  })

  test('stays its writer’s in a duplicate', async () => {
    const on = await desk('They left.')
    await set(on, 'Editor', 'For use by 40 papers')
    const { id: story } = await on.act('Chief', 'story.duplicate', { story: on.story })
    const copy = { ...on, story }
    await expect(dismiss(copy, 'Editor')).rejects.toThrow('Editor wrote these words.')
    await dismiss(copy, 'Chief')
    expect(await figure(copy)).toBeUndefined()
  })
})

describe('a figure in the credit of a picture', () => {
  /** Reporter puts a picture in, and Editor writes its credit. */
  async function credited(): Promise<Desk> {
    const on = await desk('They left.')
    const { act, story, room } = on
    const { upload } = await act('Reporter', 'file.begin', { name: 'a.png' })
    await act('Reporter', 'file.write', { upload, bytes: new TextEncoder().encode('picture a') })
    await act('Reporter', 'file.keep', { upload })
    const window = await windowOn(on, story, 'Reporter')
    const put = window.type((doc) => doc.getXmlFragment('copy').push(copyElements([picture('The hall', 'a')])))
    await (await room.storyNow(story)).applyWindowUpdate(put, 'Reporter')
    await act('Editor', 'picture.describe', { story, credit: 'Ida for 40 papers' })
    return on
  }

  test('is dismissed by nobody who wrote it there', async () => {
    const on = await credited()
    await expect(dismiss(on, 'Editor')).rejects.toThrow('Editor wrote these words.')
    await dismiss(on, 'Chief')
    expect(await figure(on)).toBeUndefined()
  })

  test('stays its writer’s in a duplicate', async () => {
    const on = await credited()
    const { id: story } = await on.act('Chief', 'story.duplicate', { story: on.story })
    await expect(dismiss({ ...on, story }, 'Editor')).rejects.toThrow('Editor wrote these words.')
    await dismiss({ ...on, story }, 'Chief')
    expect(await figure({ ...on, story })).toBeUndefined()
  })
})

describe('a quote or an allegation', () => {
  test('is not turned into something milder by who wrote it, or changed its sentence', async () => {
    const on = await desk('They left.')
    const { act, story } = on
    await act('Editor', 'copy.replace', { story, replace: 'They left.', with: 'Kim took bribes.' })
    const { id: fact } = await act('Checker', 'fact.tag', { story, text: 'took bribes', type: 'allegation' })
    const why =
      'Editor wrote these words or changed their sentence. Someone else must remove the tag or change its type.'
    await expect(act('Editor', 'fact.retype', { story, fact, type: 'event', reason: 'It is one.' })).rejects.toThrow(
      why,
    )
    await expect(act('Editor', 'fact.untag', { story, fact, reason: 'No.' })).rejects.toThrow(why)
    await act('Chief', 'fact.retype', { story, fact, type: 'event', reason: 'A court said so.' })
  })
})

describe('a verdict that gives trust', () => {
  const changed = async (status: 'letStand' | 'onAuthor') => {
    const on = await desk()
    const { act, story } = on
    const { id: fact } = await act('Checker', 'fact.tag', { story, text: '12 people', type: 'figure' })
    await act('Editor', 'copy.replace', { story, replace: 'were not hurt', with: 'were hurt' })
    await act('Editor', 'fact.sign', { story, fact, status, reason: 'Counted.' })
    const shown = async () => {
      const { facts } = await act('Editor', 'story.show', { story })
      return facts.map((one) => [one.status, ...one.reasons].join(' '))
    }
    return { act, story, fact, shown }
  }

  test.each(['letStand', 'onAuthor'] as const)('“%s” by who turned the sentence round needs a look', async (status) => {
    const { act, story, fact, shown } = await changed(status)
    expect(await shown()).toEqual(['reCheck ownContext'])
    await act('Reporter', 'fact.acceptContext', { story, facts: [{ fact }] })
    expect(await shown()).toEqual([status])
  })

  test('of nobody else stands on words that somebody found wrong since', async () => {
    const on = await desk('They left.')
    const { act, story, pool } = on
    await act('Editor', 'copy.replace', { story, replace: 'They left.', with: 'Then 13 people left.' })
    const { id: fact } = await act('Checker', 'fact.tag', { story, text: '13 people', type: 'figure' })
    const evidence = { source: pool, locator: 'p. 1', stance: 'supports' as const }
    await act('Checker', 'fact.sign', { story, fact, status: 'verified', evidence })
    await act('Checker', 'fact.sign', { story, fact, status: 'wrong', reason: 'I misread it.' })
    await expect(act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'I say so.' })).rejects.toThrow(
      'Editor wrote these words.',
    )
  })
})

describe('evidence against the words', () => {
  test('is taken away or turned by nobody who wrote them, but who brought it', async () => {
    const on = await desk('They counted 12 people.')
    const { act, story, pool } = on
    const { id: fact } = await act('Checker', 'fact.tag', { story, text: '12 people', type: 'figure' })
    const against = { source: pool, locator: 'p. 1', stance: 'contradicts' as const }
    const { id: evidence } = await act('Checker', 'fact.addEvidence', { story, fact, evidence: against })
    const why = 'Checker added this as contradicting evidence, and Reporter is an author or wrote the words.'
    await expect(act('Reporter', 'fact.removeEvidence', { story, fact, evidence })).rejects.toThrow(why)
    await expect(act('Reporter', 'fact.editEvidence', { story, fact, evidence, stance: 'supports' })).rejects.toThrow(
      why,
    )
    await act('Checker', 'fact.removeEvidence', { story, fact, evidence })
  })

  test('that the author alone brought does not carry the right words of a correction', async () => {
    const on = await desk('They counted 12 people.')
    const { act, story, pool } = on
    const { id: fact } = await act('Checker', 'fact.tag', { story, text: '12 people', type: 'figure' })
    const against = { source: pool, locator: 'p. 1', stance: 'contradicts' as const }
    await act('Reporter', 'fact.addEvidence', { story, fact, evidence: against })
    const { suggestion = '' } = await act('Checker', 'fact.sign', {
      story,
      fact,
      status: 'wrong',
      reason: 'No.',
      proposed: '99 people',
    })
    const { verified } = await act('Reporter', 'suggestion.accept', { story, suggestions: [{ id: suggestion }] })
    expect(verified).toEqual([])
  })
})
