/** Ways around the rules that were once open. */
import { describe, expect, test } from 'vitest'
import { createStoryState } from '../../../src/document/createStoryDoc'
import { replaceText } from '../../../src/document/editStory'
import { copyFrom } from '../../builders/copy/copyFrom'
import { busanDesk, newsDesk, standing, windowOn, type NewsDesk } from '../newsDesk'

const evidence = (source: string) => ({ source, locator: '¶ 2', stance: 'supports' as const })
const refused = (message: string) => ({ reason: 'refused', message: expect.stringContaining(message) as string })

/** A story of one plain sentence without anything to check, except the tags of a test. */
async function plainDesk(
  body = 'they met Xi and went home.',
): Promise<NewsDesk & { readonly story: string; readonly pool: string }> {
  const desk = await newsDesk()
  const { id: story } = await desk.act('Reporter', 'story.import', {
    name: 'plain.txt',
    bytes: new TextEncoder().encode(`leaders met\n\nthey talked\n\n${body}`),
  })
  const { id: pool } = await desk.act('Reporter', 'source.add', { name: 'Pool report 3', kind: 'pool' })
  await desk.act('Reporter', 'story.setField', { story, field: 'slug', value: 'plain' })
  return { ...desk, story, pool }
}

const blocks = async ({ act }: NewsDesk, story: string) =>
  (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks.map(({ rule }) => rule)

describe('the author', () => {
  test('cannot take their own name off the story to act as somebody else', async () => {
    const { act, story } = await plainDesk()
    for (const value of ['Editor', 'Someone', '', 'AP'])
      await expect(act('Reporter', 'story.setField', { story, field: 'author', value })).rejects.toMatchObject(
        refused('Only an editor can name the authors of a story'),
      )
    await act('Editor', 'story.setField', { story, field: 'byline', value: 'Reporter' })
    await act('Reporter', 'story.setField', { story, field: 'author', value: 'Someone' })
    await expect(act('Reporter', 'story.setField', { story, field: 'byline', value: [] })).rejects.toMatchObject(
      refused('Only an editor can name the authors of a story'),
    )
    await act('Editor', 'story.setField', { story, field: 'byline', value: [] })
  })

  test('who is an editor cannot strike a byline that names them in other words, nor in its role', async () => {
    const { act, story } = await plainDesk()
    const why = refused('Editor cannot remove Editor. Another editor must say that this byline was a mistake.')
    const value = [{ name: 'Editor in Busan' }, { name: 'Reporter', role: 'with Editor' }]
    await act('Editor', 'story.setField', { story, field: 'byline', value })
    for (const name of ['Editor in Busan', 'with Editor'])
      await expect(act('Editor', 'story.strikeByline', { story, name, reason: 'A slip.' })).rejects.toMatchObject(why)
    await act('Editor', 'story.strikeByline', { story, name: 'Reporter', reason: 'A slip.' })
    await act('Reporter', 'story.move', { story, to: 'filed' })
    await act('Editor', 'story.move', { story, to: 'inReview' })
    await expect(act('Editor', 'story.move', { story, to: 'cleared' })).rejects.toThrow(
      'Editor is the author or has a byline. Someone else must clear this story.',
    )
  })

  test('stays one after an editor named somebody else', async () => {
    const { act, story } = await plainDesk()
    await act('Editor', 'story.setField', { story, field: 'author', value: 'Someone' })
    const { id: fact } = await act('Editor', 'fact.tag', { story, text: 'Xi', type: 'name' })
    await expect(act('Reporter', 'fact.sign', { story, fact, status: 'onAuthor' })).rejects.toMatchObject(
      refused('Someone else must accept the author’s word'),
    )
  })

  describe('of one claim with two values', () => {
    const CLAIM = 'The talks lasted so long.'
    const why = (words: string) =>
      refused(
        `Reporter is an author or wrote one of the values, and “${words}” makes the same claim. Correct the words, or ` +
          'let someone else change the claim or remove the tag.',
      )
    const echoes = async (desk: NewsDesk, story: string) =>
      (await blocks(desk, story)).filter((rule) => rule === 'echo').length

    async function twoValues() {
      const desk = await plainDesk('they met for 100 minutes. it took 90 minutes.')
      const tag = async (text: string): Promise<string> =>
        (await desk.act('Reporter', 'fact.tag', { story: desk.story, text, type: 'figure', statement: CLAIM })).id
      return { ...desk, one: await tag('100 minutes'), other: await tag('90 minutes') }
    }

    test('ends the block by no other claim and no tag that goes, and somebody else may', async () => {
      const desk = await twoValues()
      const { act, story, one, other } = desk
      expect(await echoes(desk, story)).toBe(1)
      for (const statement of ['', 'Lunch took so long.'])
        await expect(act('Reporter', 'fact.describe', { story, fact: one, statement })).rejects.toMatchObject(
          why('90 minutes'),
        )
      await expect(act('Reporter', 'fact.untag', { story, fact: other, reason: 'No.' })).rejects.toMatchObject(
        why('100 minutes'),
      )
      expect(await echoes(desk, story)).toBe(1)
      await act('Editor', 'fact.describe', { story, fact: one, statement: 'Lunch took so long.' })
      expect(await echoes(desk, story)).toBe(0)
    })

    test('does not change the words, the claim and the words back', async () => {
      const { act, story, one } = await twoValues()
      await act('Reporter', 'copy.replace', { story, replace: '100 minutes', with: '90 minutes' })
      await expect(act('Reporter', 'fact.describe', { story, fact: one, statement: '' })).rejects.toMatchObject(
        why('90 minutes'),
      )
    })

    test('ends it by correcting the words, and puts the claim otherwise where the values are the same', async () => {
      const desk = await plainDesk('they met for 90 minutes. it took 90 minutes.')
      const { act, story } = desk
      const tag = async (nth: number): Promise<string> =>
        (await act('Reporter', 'fact.tag', { story, text: '90 minutes', nth, type: 'figure', statement: CLAIM })).id
      const one = await tag(1)
      await tag(2)
      await act('Reporter', 'fact.describe', { story, fact: one, statement: 'The talks took so long.' })
      const again = await twoValues()
      await again.act('Reporter', 'copy.replace', { story: again.story, replace: '100 minutes', with: '90 minutes' })
      expect(await echoes(again, again.story)).toBe(0)
    })

    test('a person without a byline who wrote the words counts as their writer', async () => {
      const { act, story, one } = await twoValues()
      await act('Editor', 'copy.replace', { story, replace: '90 minutes', with: '80 minutes' })
      await expect(act('Editor', 'fact.describe', { story, fact: one, statement: '' })).rejects.toMatchObject(
        refused('Editor is an author or wrote one of the values, and “80 minutes” makes the same claim.'),
      )
    })
  })

  test('is whoever brought the file in, also of a story that an earlier Stet gave to the author in the file', async () => {
    const { act, room } = await plainDesk()
    const { id: story, ledger } = await room.createStory(
      'Reporter',
      { kind: 'created', origin: 'import', from: 'a.docx' },
      (_id, client) => createStoryState({ copy: copyFrom('a\nb\nthey met'), fields: { author: 'Legal' } }, client, 'x'),
    )
    expect(ledger.authors).toEqual(['Reporter'])
    const { id: fact } = await act('Editor', 'fact.tag', { story, text: 'met', type: 'event' })
    for (const author of ['Reporter', 'Legal'])
      await expect(act(author, 'fact.sign', { story, fact, status: 'onAuthor' })).rejects.toMatchObject(
        refused('Someone else must accept the author’s word'),
      )
  })

  test.each([
    'By Reporter',
    'REPORTER and Jane Doe',
    'Jane Doe & Reporter',
    'von Reporter',
    'Jane Doe/Reporter',
    'Reporter 기자',
    'By Jane Doe with Reporter in Busan',
  ])('is known in the byline “%s”', async (value) => {
    const { act, story } = await plainDesk()
    const { id: fact } = await act('Editor', 'fact.tag', { story, text: 'Xi', type: 'name' })
    await act('Reporter', 'story.setField', { story, field: 'byline', value })
    await act('Editor', 'story.setField', { story, field: 'author', value: 'Editor' })
    await expect(act('Reporter', 'fact.sign', { story, fact, status: 'onAuthor' })).rejects.toMatchObject(
      refused('Someone else must accept the author’s word'),
    )
  })

  test('is not a person of a longer name in the byline', async () => {
    const { act, story } = await plainDesk()
    const { id: fact } = await act('Editor', 'fact.tag', { story, text: 'Xi', type: 'name' })
    await act('Reporter', 'story.setField', { story, field: 'byline', value: 'By Editor Sandy Andrews' })
    await act('Editor', 'fact.sign', { story, fact, status: 'onAuthor' })
  })

  test('is the author under any spelling of the name', async () => {
    const { act, story, pool } = await plainDesk()
    const { id: fact } = await act('Editor', 'fact.tag', { story, text: 'Xi', type: 'name' })
    await act('Editor', 'story.setField', { story, field: 'author', value: '  rePORTER ' })
    await expect(
      act('Reporter', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) }),
    ).rejects.toMatchObject(refused('Someone else must verify this'))
    await expect(act('Reporter', 'fact.sign', { story, fact, status: 'onAuthor' })).rejects.toMatchObject(
      refused('Someone else must accept the author’s word'),
    )
  })

  test('cannot join the roster once more under a name that only looks different', async () => {
    const { act } = await plainDesk()
    for (const name of ['reporter', 'Ｒｅｐｏｒｔｅｒ', 'Re\u200bporter', ' REPORTER ', 'Rероrtеr', 'Rеρorter'])
      await expect(act('Editor', 'roster.add', { name })).rejects.toMatchObject(
        refused('Reporter is already on the roster'),
      )
    await expect(act('Editor', 'roster.add', { name: 'stet' })).rejects.toMatchObject({
      reason: 'usage',
      message: expect.stringContaining('Stet is the name of the app in the history. Choose another name.') as string,
    })
    expect(
      (await act('Editor', 'roster.add', { name: 'Reporter', role: 'reporter' })).roster.map(({ name }) => name),
    ).toEqual(['Reporter', 'Editor', 'Legal'])
  })

  test('cannot turn somebody else’s “wrong” into a question and answer it', async () => {
    const { act, story } = await plainDesk()
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'Xi', type: 'name' })
    await act('Editor', 'fact.sign', { story, fact, status: 'wrong' })
    for (const status of ['queried', 'unverifiable', 'disputed'] as const)
      await expect(act('Reporter', 'fact.sign', { story, fact, status })).rejects.toMatchObject(
        refused('Editor marked exactly these words wrong. Reporter is the author or has a byline'),
      )
    await act('Reporter', 'copy.replace', { story, replace: 'Xi', with: 'Li' })
    await expect(act('Reporter', 'fact.sign', { story, fact, status: 'queried' })).rejects.toMatchObject(
      refused('Editor marked this wrong. Someone other than the author must change the verdict'),
    )
    await act('Editor', 'fact.sign', { story, fact, status: 'queried', reason: 'Is it Li?' })
    await act('Reporter', 'fact.answer', { story, fact, text: 'It is.' })
  })

  test.each([
    ['changed first', ['Xi', 'Li']],
    ['not changed yet', undefined],
  ] as const)(
    'cannot turn what somebody else signed into a question and answer it, words %s',
    async (_when, change) => {
      const { act, story, pool } = await plainDesk()
      const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'Xi', type: 'name' })
      await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) })
      if (change) await act('Reporter', 'copy.replace', { story, replace: change[0], with: change[1] })
      const query = act('Reporter', 'fact.sign', { story, fact, status: 'queried', reason: 'Is it?' })
      await expect(query).rejects.toMatchObject({
        message:
          'Editor signed this, and an answered query would undo that. Someone other than the author must query it.',
      })
      await act('Reporter', 'fact.sign', { story, fact, status: 'wrong' })
      await expect(act('Reporter', 'fact.sign', { story, fact, status: 'queried' })).rejects.toMatchObject(
        refused('Someone other than the author must query it'),
      )
      await act('Editor', 'fact.sign', { story, fact, status: 'queried', reason: 'Is it?' })
      await act('Reporter', 'fact.answer', { story, fact, text: 'It is.' })
      await act('Reporter', 'fact.sign', { story, fact, status: 'queried', reason: 'Or is it not?' })
    },
  )

  test('cannot change what a fact claims after somebody else has signed it', async () => {
    const { act, story, pool } = await plainDesk()
    const { id: fact } = await act('Reporter', 'fact.tag', {
      story,
      text: 'Xi',
      type: 'name',
      statement: 'Xi Jinping of China',
    })
    await act('Reporter', 'fact.describe', { story, fact, statement: 'President Xi Jinping of China' })
    await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) })
    await expect(act('Reporter', 'fact.describe', { story, fact, statement: 'another Xi' })).rejects.toMatchObject(
      refused('Editor signed what this fact claims'),
    )
    await act('Editor', 'fact.describe', { story, fact, statement: 'Xi Jinping' })
  })

  test('cannot lift a lapse by calling the fact something else', async () => {
    const { act, story, pool, ...desk } = await plainDesk('the meeting lasted about 100 minutes.')
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'about 100 minutes', type: 'figure' })
    await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) })
    await act('Reporter', 'copy.replace', { story, replace: 'lasted', with: 'hardly lasted' })
    expect(await blocks({ act, ...desk }, story)).toEqual(['context'])
    await act('Reporter', 'fact.retype', { story, fact, type: 'event', reason: 'it is one' })
    expect(await blocks({ act, ...desk }, story)).toEqual(['factStatus'])
  })
})

describe('a tag that somebody else made', () => {
  test('gets no milder type from the author, who may correct the type of an own one', async () => {
    const { act, story, ...desk } = await plainDesk('they met in the mild winter and went home.')
    const { id: fact } = await act('Editor', 'fact.tag', { story, text: 'the mild winter', type: 'superlative' })
    await expect(act('Reporter', 'fact.retype', { story, fact, type: 'event', reason: 'it is one' })).rejects.toThrow(
      'Reporter is the author or has a byline. Someone else must change this type, because the change removes an issue.',
    )
    expect(await blocks({ act, ...desk }, story)).toEqual(['factStatus'])
    await act('Editor', 'fact.retype', { story, fact, type: 'event', reason: 'it is one' })
    const { id: own } = await act('Reporter', 'fact.tag', { story, text: 'went home', type: 'figure' })
    await act('Reporter', 'fact.retype', { story, fact: own, type: 'event', reason: 'it is one' })
    expect(await blocks({ act, ...desk }, story)).toEqual([])
  })
})

describe('a verdict of “wrong”', () => {
  async function wrongXi() {
    const desk = await plainDesk()
    const { id: fact } = await desk.act('Reporter', 'fact.tag', { story: desk.story, text: 'Xi', type: 'name' })
    await desk.act('Editor', 'fact.sign', { story: desk.story, fact, status: 'wrong' })
    return { ...desk, fact }
  }

  test('cannot be lost by cutting the words, untagging, and writing them again', async () => {
    const desk = await wrongXi()
    const { act, story, fact } = desk
    await act('Reporter', 'copy.replace', { story, replace: ' Xi', with: '' })
    await expect(act('Reporter', 'fact.untag', { story, fact, reason: 'gone' })).rejects.toMatchObject(
      refused('There is no tag to remove'),
    )
    await act('Reporter', 'copy.replace', { story, replace: 'met and', with: 'met Xi and' })
    expect(await standing(desk, story)).toEqual(['Xi: lost'])
    expect(await blocks(desk, story)).toEqual(['factLeftStanding'])
  })

  test('cannot be lost by writing other words first', async () => {
    const desk = await wrongXi()
    const { act, story } = desk
    await act('Reporter', 'copy.replace', { story, replace: 'Xi', with: 'Li' })
    await act('Reporter', 'copy.replace', { story, replace: ' Li', with: '' })
    expect(await standing(desk, story)).toEqual(['Li: cut'])
    await act('Reporter', 'copy.replace', { story, replace: 'met and', with: 'met Xi and' })
    expect(await standing(desk, story)).toEqual(['Xi: lost'])
  })

  test('cannot be lost by tagging the same words again', async () => {
    const desk = await wrongXi()
    const { act, story, pool } = desk
    await act('Reporter', 'copy.replace', { story, replace: ' Xi', with: '' })
    await act('Reporter', 'copy.replace', { story, replace: 'met and', with: 'met Xi and' })
    const { id: anew } = await act('Reporter', 'fact.tag', { story, text: 'Xi', type: 'name' })
    expect(await blocks(desk, story)).toEqual(['factLeftStanding'])
    await act('Editor', 'fact.sign', { story, fact: anew, status: 'verified', evidence: evidence(pool) })
    expect(await blocks(desk, story)).toEqual([])
  })

  test('is not lifted at other places by one override', async () => {
    const desk = await wrongXi()
    const { act, story } = desk
    await act('Reporter', 'copy.replace', { story, replace: ' Xi', with: '' })
    await act('Reporter', 'copy.replace', { story, replace: 'met and', with: 'met Xi and' })
    const [block] = (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
    await act('Editor', 'finding.override', {
      story,
      rule: block?.rule ?? '',
      key: block?.key ?? '',
      reason: 'the other Xi',
    })
    expect(await blocks(desk, story)).toEqual([])
    await act('Reporter', 'copy.replace', { story, replace: 'they talked', with: 'Xi and they talked' })
    expect(await blocks(desk, story)).toEqual(['factLeftStanding'])
  })

  test('cannot be lost by tagging more than the words', async () => {
    const desk = await wrongXi()
    const { act, story, pool } = desk
    await act('Reporter', 'copy.replace', { story, replace: ' Xi', with: '' })
    await act('Reporter', 'copy.replace', { story, replace: 'met and', with: 'met Xi and' })
    const { id: anew } = await act('Reporter', 'fact.tag', { story, text: 'met Xi', type: 'event' })
    expect(await standing(desk, story)).toEqual(['met Xi: toCheck', 'Xi: cut'])
    expect(await blocks(desk, story)).toEqual(['factLeftStanding'])
    await act('Editor', 'fact.sign', { story, fact: anew, status: 'verified', evidence: evidence(pool) })
    expect(await blocks(desk, story)).toEqual([])
  })
})

test('an allegation cannot be lost by writing it again and tagging it as something milder', async () => {
  const desk = await plainDesk()
  const { act, story } = desk
  await act('Editor', 'fact.tag', { story, text: 'went home', type: 'allegation' })
  await act('Reporter', 'copy.replace', { story, replace: ' went home', with: '' })
  expect(await blocks(desk, story)).toEqual([])
  await act('Reporter', 'copy.replace', { story, replace: 'Xi and', with: 'Xi and went home' })
  await act('Reporter', 'fact.tag', { story, text: 'went home', type: 'event' })
  expect(await blocks(desk, story)).toEqual(['factLeftStanding'])
})

describe('the gate', () => {
  test('is not passed by spiking cleared copy, editing it and restoring it', async () => {
    const { act, story, room } = await plainDesk()
    for (const [by, to] of [
      ['Reporter', 'filed'],
      ['Editor', 'inReview'],
      ['Editor', 'cleared'],
      ['Reporter', 'spiked'],
    ] as const)
      await act(by, 'story.move', { story, to })
    await act('Reporter', 'copy.replace', { story, replace: 'home', with: 'away' })
    expect((await act('Reporter', 'story.move', { story, to: 'cleared' })).stage).toBe('inReview')
    await act('Editor', 'story.move', { story, to: 'cleared' })
    await act('Editor', 'story.move', { story, to: 'spiked' })
    await expect(act('Editor', 'story.export', { story, format: 'ninjs' })).rejects.toMatchObject(
      refused('This copy has not been cleared'),
    )
    expect((await act('Reporter', 'story.move', { story, to: 'cleared' })).stage).toBe('cleared')
    expect((await room.storyNow(story)).ledger.standing.stage).toBe('cleared')
  })

  test('asks legal again when the words that legal read change or an allegation comes', async () => {
    const desk = await plainDesk()
    const { act, story } = desk
    await act('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete' })
    expect(await blocks(desk, story)).toEqual([])
    await act('Editor', 'fact.tag', { story, text: 'went home', type: 'allegation' })
    expect(await blocks(desk, story)).toContain('legalChanged')
    await act('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete' })
    expect(await blocks(desk, story)).not.toContain('legalChanged')
    await act('Reporter', 'copy.replace', { story, replace: 'leaders met', with: 'leaders stole' })
    expect(await blocks(desk, story)).toContain('legalChanged')
    const { id: copy } = await act('Reporter', 'story.duplicate', { story })
    expect(await blocks(desk, copy)).toContain('needsLegal')
  })

  test('lets a story be killed because its body names a protected source', async () => {
    const { act, story } = await plainDesk('they met Jane Hidden and went home.')
    for (const [by, to] of [
      ['Reporter', 'filed'],
      ['Editor', 'inReview'],
      ['Editor', 'cleared'],
      ['Editor', 'published'],
    ] as const)
      await act(by, 'story.move', { story, to })
    await act('Editor', 'source.add', { name: 'Jane Hidden', kind: 'person', protected: true })
    expect((await act('Editor', 'story.move', { story, to: 'killed', reason: 'It named a source.' })).stage).toBe(
      'killed',
    )
    const { bytes } = await act('Editor', 'story.export', { story, format: 'ninjs' })
    expect(new TextDecoder().decode(bytes)).not.toContain('Hidden')
  })
})

test('a file name that the person chose is scanned as the format’s own is', async () => {
  const { act, story } = await plainDesk()
  await act('Editor', 'source.add', { name: 'Jane Hidden', kind: 'person', protected: true })
  const { message } = await act('Editor', 'story.export', {
    story,
    format: 'text',
    draft: true,
    saveAs: 'notes-jane_hidden.txt',
  }).then(
    () => ({ message: 'exported' }),
    (error: Error) => error,
  )
  expect(message).toBe('Source A’s name is in the file name. It must not leave the desk. Nothing was exported.')
  for (const destination of ['/out/Jane Hidden.txt', '/out/jane-hidden'])
    await expect(
      act('Editor', 'story.export', { story, format: 'text', draft: true, destination }),
    ).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('Source A’s name is in the file name.') as string,
    })
  expect(
    (await act('Editor', 'story.export', { story, format: 'text', draft: true, saveAs: 'notes.txt' })).fileName,
  ).toBe('plain-DRAFT.txt')
})

test('words changed before a crash are noted under the name of their typist', async () => {
  const desk = await plainDesk()
  const { act, story, pool, store } = desk
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'Xi', type: 'name' })
  const window = await windowOn(desk, story, 'Editor')
  const open = await desk.room.storyNow(story)
  const from = open.value().copy[2]?.text.indexOf('Xi') ?? 0
  await open.applyWindowUpdate(
    window.type((doc) => replaceText(doc, { block: 2, from, to: from + 2 }, 'Li')),
    'Editor',
    'window-1',
  )
  // The process ended before it observed the story.
  const after = await newsDesk(store)
  await expect(
    after.act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) }),
  ).rejects.toMatchObject({
    message: 'Editor wrote these words. Someone else must verify them, or first accept them as a suggestion.',
  })
})

test.each([
  ['last', '10', 2, '0'],
  ['first', '00', 0, '1'],
])(
  'whoever typed the %s digit of a figure cannot verify it because the others alone are tagged',
  async (_which, tagged, digit, typed) => {
    const desk = await plainDesk(`the meeting lasted ${tagged} minutes.`)
    const { act, story, pool } = desk
    const window = await windowOn(desk, story, 'Editor')
    const open = await desk.room.storyNow(story)
    const at = (open.value().copy[2]?.text.indexOf(tagged) ?? 0) + digit
    await open.applyWindowUpdate(
      window.type((doc) => replaceText(doc, { block: 2, from: at, to: at }, typed)),
      'Editor',
      'window-1',
    )
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: tagged, type: 'figure' })
    expect((await act('Editor', 'story.show', { story })).facts.map(({ words, text }) => ({ words, text }))).toEqual([
      { words: '100', text: tagged },
    ])
    const [noted] = (await act('Editor', 'story.history', { story })).flatMap((entry) =>
      entry.kind === 'tagged' ? [entry.writers] : [],
    )
    expect([...(noted ?? [])].sort()).toEqual(['Editor', 'Reporter'])
    await expect(
      act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) }),
    ).rejects.toMatchObject({
      message: 'Editor wrote these words. Someone else must verify them, or first accept them as a suggestion.',
    })
  },
)

test('a window cannot type under somebody else’s name', async () => {
  const desk = await busanDesk()
  const own = await windowOn(desk, desk.story, 'Reporter')
  const others = await windowOn(desk, desk.story, 'Editor')
  const open = await desk.room.storyNow(desk.story)
  const update = others.type((doc) => replaceText(doc, { block: 0, from: 0, to: 0 }, 'Now '))
  await expect(open.applyWindowUpdate(update, 'Reporter', 'window-1')).rejects.toMatchObject(
    refused('A window may not type under someone else’s name'),
  )
  await open.applyWindowUpdate(
    own.type((doc) => replaceText(doc, { block: 0, from: 0, to: 0 }, 'Now ')),
    'Reporter',
    'window-1',
  )
})

test.each(['王小明', '渡辺健', 'サリナ'])(
  'a protected name that the end of a line breaks leaves in no wire text: %s',
  async (name) => {
    const { act, story } = await busanDesk()
    const exported = (): Promise<string> =>
      act('Editor', 'story.export', { story, format: 'text', draft: true, lineLength: 40 }).then(
        ({ bytes }) => new TextDecoder().decode(bytes),
        ({ message }: Error) => message,
      )
    const after = async (letters: number): Promise<string> => {
      await act('Reporter', 'story.setField', { story, field: 'contributors', value: `${'字'.repeat(letters)}${name}` })
      return exported()
    }
    expect(await after(18)).toContain(`${name.slice(0, 2)}\n${name.slice(2)}`)
    await act('Editor', 'source.add', { name, kind: 'person', groundRules: 'background', protected: true })
    for (const letters of [0, 17, 18, 19])
      expect(await after(letters)).toBe(
        'Source A’s name is outside the copy. It must not leave the desk. Nothing was exported.',
      )
  },
)
