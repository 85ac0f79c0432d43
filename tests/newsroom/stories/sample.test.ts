import { expect, test } from 'vitest'
import { libraryText } from '../../../src/catalogue/window/library'
import { roleOf } from '../../../src/story/desk/roster'
import { machine } from '../merge/machines'

const STATUSES = {
  verified: 2,
  // The quote of the same graf, too.
  reCheck: 2,
  toCheck: 3,
  queried: 1,
  onAuthor: 1,
  letStand: 1,
  unverifiable: 1,
  wrong: 1,
  disputed: 1,
}

test.each([
  ['en', 'Trump and Xi sit down for the first time in six years', 'Sample reporter', 'about 90 minutes'],
  ['ko', '트럼프와 시진핑, 6년 만에 마주 앉다', '견본 기자', '약 90분'],
] as const)(
  'the sample story in %s is tagged, partly checked and open in every way',
  async (language, headline, ...rest) => {
    const [author, lapsed] = rest
    const { act } = await machine(1, [['Ada', 'editor']])
    const { id: story } = await act('Ada', 'story.sample', { language })
    const { blocks, facts, fields, stage } = await act('Ada', 'story.show', { story })
    expect(blocks.map(({ role }) => role)).toEqual(['headline', 'deck', ...Array<string>(5).fill('paragraph')])
    expect([blocks[0]?.text, fields.author, fields.language, stage]).toEqual([headline, author, language, 'draft'])
    const counts: Record<string, number> = {}
    for (const { status } of facts) counts[status] = (counts[status] ?? 0) + 1
    expect(counts).toEqual(STATUSES)
    expect(facts.flatMap(({ status, text }) => (status === 'reCheck' ? [text] : []))).toContain(lapsed)
    expect((await act('Ada', 'suggestion.list', { story })).length).toBe(1)
    const queries = await act('Ada', 'query.list', { story })
    expect(JSON.stringify(queries)).toContain(author)
    // Whoever learns with it is the second person.
    const wrong = facts.find(({ status }) => status === 'toCheck')
    if (!wrong) throw new Error('No fact is left to check.')
    await act('Ada', 'fact.sign', { story, fact: wrong.id, status: 'unverifiable', reason: 'I cannot tell.' })
  },
)

test('the first start says how many facts and statuses the sample has', () => {
  const facts = Object.values(STATUSES).reduce((sum, count) => sum + count)
  expect([facts, Object.keys(STATUSES).length]).toEqual([13, 9])
  expect(libraryText('firstRun.begin.enNote')).toContain('with 13 facts in nine statuses, and their evidence.')
})

test.each(['en', 'ko'] as const)(
  'each place of the evidence of the sample in %s holds its excerpt',
  async (language) => {
    const { act } = await machine(1, [['Ada', 'editor']])
    const { id: story } = await act('Ada', 'story.sample', { language })
    const { facts } = await act('Ada', 'story.show', { story })
    const evidence = facts.flatMap((fact) => fact.evidence)
    expect(evidence.length).toBe(7)
    for (const { file = '', fileName = '', locator, excerpt = '' } of evidence) {
      const { text } = await act('Ada', 'file.text', { sha256: file, name: fileName })
      const graf = Number(locator.replace('¶ ', ''))
      expect(text?.parts.find((part) => part.graf === graf)?.text, locator).toContain(excerpt)
    }
  },
)

test('a library in which people work, or with a PIN, gets no sample desk, and stays as it is', async () => {
  for (const begin of ['story', 'pin'] as const) {
    const { act } = await machine(1, [['Ada', 'editor']])
    if (begin === 'story') await act('Ada', 'story.create', {})
    else await act('Ada', 'pin.set', { pin: '4711' })
    await expect(act('Ada', 'story.sample', { language: 'en' })).rejects.toThrow(
      'The sample desk is for a library that has no stories and no PINs yet. Nothing was changed.',
    )
    expect((await act('Ada', 'roster.list', {})).map(({ name }) => name)).toEqual(['Ada'])
  }
})

test('who may not add people makes no sample, and the roster stays as it is', async () => {
  const { act } = await machine(1, [
    ['Ada', 'editor'],
    ['Ben', 'reporter'],
  ])
  await expect(act('Ben', 'story.sample', { language: 'en' })).rejects.toThrow('editor')
  expect((await act('Ada', 'roster.list', {})).map(({ name }) => name)).toEqual(['Ada', 'Ben'])
  expect(await act('Ada', 'story.list', {})).toEqual([])
})

test('the sample people act in the sample story alone', async () => {
  const { act } = await machine(1, [['Ada', 'editor']])
  const { id: sample } = await act('Ada', 'story.sample', { language: 'en' })
  const { id: own } = await act('Ada', 'story.create', {})
  const [, second] = (await act('Ada', 'story.show', { story: sample })).facts
  const editor = 'Sample editor'
  const refusal = `${editor} belongs to the sample story and does nothing elsewhere. Choose your own name, then try again.`
  await act(editor, 'fact.sign', { story: sample, fact: second?.id ?? '', status: 'unverifiable', reason: 'No.' })
  await expect(act(editor, 'story.setField', { story: own, field: 'slug', value: 'talks' })).rejects.toThrow(refusal)
  await expect(act(editor, 'story.create', {})).rejects.toThrow(refusal)
  await expect(act(editor, 'story.duplicate', { story: own })).rejects.toThrow(refusal)
  await expect(act(editor, 'roster.add', { name: 'Eve', role: 'editor' })).rejects.toThrow(refusal)
})

test('the sample story, and a duplicate of it, is published by no move and no export, and leaves as a draft', async () => {
  const why =
    'This is the sample story: its people, its source and its verdicts are made up, so it is never published. ' +
    'Export it as a draft, or begin a story of your own.'
  const { act } = await machine(1, [['Ada', 'editor']])
  const { id: sample } = await act('Ada', 'story.sample', { language: 'en' })
  await act('Ada', 'story.setField', { story: sample, field: 'author', value: 'Ada' })
  const { id: duplicate } = await act('Ada', 'story.duplicate', { story: sample })
  for (const story of [sample, duplicate]) {
    const { blocks } = await act('Ada', 'story.gate', { story, door: 'publish' })
    expect(blocks.filter(({ rule }) => rule === 'sampleStory')).toEqual([
      {
        rule: 'sampleStory',
        key: 'sample',
        severity: 'block',
        message: why,
        where: { kind: 'story' },
        overridable: false,
        dismissable: false,
        seen: expect.any(String) as string,
      },
    ])
    const warned = (await act('Ada', 'story.gate', { story, door: 'clear' })).warns.map(({ rule }) => rule)
    expect(warned).toContain('sampleStory')
    await expect(
      act('Ada', 'story.export', { story, format: 'text', destination: '/tmp/a.txt' }),
    ).rejects.toMatchObject({
      reason: 'refused',
    })
    const draft = await act('Ada', 'story.export', { story, format: 'text', draft: true })
    expect(draft.fileName).toContain('DRAFT')
  }
  const { id: own } = await act('Ada', 'story.create', {})
  const { blocks } = await act('Ada', 'story.gate', { story: own, door: 'publish' })
  expect(blocks.map(({ rule }) => rule)).not.toContain('sampleStory')
})

test('the first person of a library stays its editor beside a sample editor', () => {
  const beside = (name: string) => [{ name: 'Ada' }, { name, role: 'editor' as const }]
  expect([roleOf('Ada', beside('견본 편집자')), roleOf('Ada', beside('Eve'))]).toEqual(['editor', 'reporter'])
})
