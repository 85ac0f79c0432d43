/** Who opens what is sealed for them gets who the sources are. Everybody else gets "Source A". */
import { describe, expect, test } from 'vitest'
import { clipboardLeaks } from '../../../src/projection/scan/clipboardLeaks'
import { mergeSender } from '../../../src/story/requests/exchange/mergeSections'
import { refusal } from '../devices/machines'
import { trust, type Machine } from '../merge/machines'
import { merge, preview, replace, shown } from '../merge/twoMachines'
import { guarded, handOverFor, kept, NAME, second, sourceHere, told, withKim, withPat } from './sealedStory'

const linesOf = async (report: ReturnType<typeof preview>): Promise<readonly string[]> => {
  const found = await report
  return found ? mergeSender(found).slice(2) : []
}
const OPENED = 'Sealed for you: the identity of Source A. Stet protects it here, too.'

/** Everything that a machine shows of its library and the story, and hands to others. */
async function everywhere({ act, room }: Machine, by: string, story: string) {
  return [
    await act(by, 'source.list', {}),
    await act(by, 'story.show', { story }),
    await act(by, 'story.history', { story }),
    await act(by, 'story.list', {}),
    await act(by, 'story.search', { query: 'Olena' }),
    await act(by, 'story.search', { query: 'Source' }),
    room.ledger.entries,
    (await act(by, 'story.handOver', { stories: [story] })).losses,
  ]
}

describe('the person for whom it is sealed', () => {
  test('gets who the source is, protected, with its contact, terms and key', async () => {
    const { desk, train, story, source } = await withKim()
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect(await linesOf(preview(train, 'Kim', bytes))).toEqual([OPENED])
    expect(sourceHere(train, source)).toBeUndefined()
    const report = await merge(train, 'Kim', bytes)
    expect(report).toMatchObject({ outcome: 'new', sources: ['Source A'], sealed: { standing: 'opened' } })
    expect(sourceHere(train, source)).toEqual(sourceHere(desk, source))
    expect((await shown(train, story)).facts).toEqual((await shown(desk, story)).facts)
  })

  test('reads the name nowhere but in the source book', async () => {
    const { desk, train, story } = await withKim()
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect(told(await preview(train, 'Kim', bytes))).toEqual([])
    expect(told(await merge(train, 'Kim', bytes))).toEqual([])
    expect(told(await everywhere(train, 'Kim', story))).toEqual([])
  })

  test('cannot let the name leave: gate, exports and hand-over know it', async () => {
    const { desk, train, story } = await withKim()
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    await replace(train, 'Kim', story, 'They left separately.', `${NAME} left.`)
    expect(await refusal(train.act('Kim', 'story.handOver', { stories: [story] }))).toMatch(
      /^refused: Nothing was handed over: Source A’s name is in the copy\./,
    )
    const { blocks } = await train.act('Kim', 'story.gate', { story, door: 'clear' })
    expect(blocks.map(({ rule }) => rule)).toContain('sourceProtection')
    expect(await refusal(train.act('Kim', 'story.export', { story, format: 'html', draft: true }))).toMatch(
      /^(?:gate|refused): /,
    )
    const { sources } = train.room.desk()
    const clip = { sources: sources.values(), internalIds: [], copy: [], confirmed: new Set<string>() }
    expect(clipboardLeaks({ text: `${NAME} left.` }, clip)).toEqual(['Source A'])
  })

  test('gets the files and versions that stayed out because of it', async () => {
    const { desk, train, story, file = '' } = await withKim({ files: true })
    await replace(desk, 'Ben', story, 'They left separately.', `${NAME} left.`)
    await desk.act('Ben', 'version.keep', { story, name: 'With the name' })
    await replace(desk, 'Ben', story, `${NAME} left.`, 'They left separately.')
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    const report = await merge(train, 'Kim', bytes)
    expect(report).toMatchObject({ files: 1, versions: 1, missingFiles: [] })
    expect((await train.store.checkFile(file, { read: true })).is).toBe('whole')
    expect((await train.room.snapshots.list(story)).map(({ name }) => name)).toContain('With the name')
  })

  test('opens it a second time and nothing comes', async () => {
    const { desk, train, story } = await withKim({ files: true })
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    await merge(train, 'Kim', bytes)
    const entries = train.room.ledger.entries.length
    expect((await merge(train, 'Kim', bytes))?.outcome).toBe('nothing')
    expect(train.room.ledger.entries.length).toBe(entries)
  })

  test('hands it back, and the desk learns nothing new', async () => {
    const { desk, train, story, source } = await withKim()
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    const before = sourceHere(desk, source)
    const back = await handOverFor(train, 'Kim', [story], 'Lee')
    expect(back.shared).toEqual(['Source A'])
    await merge(desk, 'Lee', back.bytes)
    expect(sourceHere(desk, source)).toEqual(before)
  })
})

describe('whoever it is not sealed for', () => {
  test('gets Source A, and reads for whom it is', async () => {
    const { desk, story, source } = await withKim({ files: true })
    const pats = await withPat(desk)
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect(await linesOf(preview(pats, 'Pat', bytes))).toEqual(['Protected sources in it are sealed for Kim.'])
    const report = await merge(pats, 'Pat', bytes)
    expect(report).toMatchObject({ outcome: 'new', files: 0, sealed: { people: ['Kim'], standing: 'others' } })
    expect(report?.missingFiles.length).toBe(1)
    expect(sourceHere(pats, source)).toMatchObject({ name: 'Source A', protected: true, aliases: [] })
    expect(told([pats.room.library, await everywhere(pats, 'Pat', story)])).toEqual([])
  })

  test('opens nothing with the key of a colleague that the same process has', async () => {
    const { desk, train, story, source } = await withKim()
    await train.act('Kim', 'roster.add', { name: 'Ana', role: 'checker' })
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect((await merge(train, 'Ana', bytes))?.sealed?.standing).toBe('others')
    expect(sourceHere(train, source)?.name).toBe('Source A')
  })

  test('leaves it to the right person, who then gets just what was sealed', async () => {
    const { desk, train, story, source } = await withKim({ files: true })
    await train.act('Kim', 'roster.add', { name: 'Ana', role: 'checker' })
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    await merge(train, 'Ana', bytes)
    const before = await shown(train, story)
    const entries = (await train.room.storyNow(story)).entries.length
    const report = await merge(train, 'Kim', bytes)
    expect(report).toMatchObject({ outcome: 'merged', entries: 0, files: 1, sources: [], words: [], missingFiles: [] })
    expect(report && mergeSender(report).slice(2)).toEqual([OPENED])
    expect(sourceHere(train, source)).toEqual(sourceHere(desk, source))
    expect(await shown(train, story)).toEqual(before)
    expect((await train.room.storyNow(story)).entries.length).toBe(entries)
    expect(train.room.ledger.entries.at(-1)).toMatchObject({ kind: 'sourceChanged', source, by: 'Kim' })
    expect(told(train.room.ledger.entries)).toEqual([])
  })

  test('keeps the pseudonym that the source got here, and names that people here protect', async () => {
    const { desk, train, story, source } = await withKim()
    await train.act('Kim', 'roster.add', { name: 'Ana', role: 'checker' })
    await train.act('Kim', 'source.add', { name: 'Somebody', kind: 'person', protected: true })
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    await merge(train, 'Ana', bytes)
    await train.act('Kim', 'source.edit', { source, aliases: ['the aide'] })
    await merge(train, 'Kim', bytes)
    expect(sourceHere(train, source)).toMatchObject({
      name: NAME,
      pseudonym: 'Source B',
      protected: true,
      aliases: ['Lena K', 'the aide'],
    })
  })
})

describe('it stays sealed', () => {
  test('for a key that was replaced', async () => {
    const { desk, train, story, source } = await withKim()
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    await train.act('Kim', 'pin.set', { pin: '4711' })
    await trust('Kim', train, 'Lee', desk, 'editor')
    await trust('Kim', train, 'Ben', desk, 'reporter')
    expect(await linesOf(preview(train, 'Kim', bytes))).toEqual([
      'Protected sources in it are sealed for you, but not for your key on this computer. Ask Lee to hand over the story again, with your current device card.',
    ])
    await merge(train, 'Kim', bytes)
    expect(sourceHere(train, source)?.name).toBe('Source A')
  })

  test('until somebody here trusts the key of whoever sealed it', async () => {
    const { desk, train, story, source } = await guarded()
    await trust('Lee', desk, 'Kim', train, 'reporter')
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect(await linesOf(preview(train, 'Kim', bytes))).toEqual([
      'Protected sources in it are sealed for you. They are added once an editor here trusts the key of Lee as that of an editor.',
    ])
    await trust('Kim', train, 'Lee', desk, 'editor')
    await merge(train, 'Kim', bytes)
    expect(sourceHere(train, source)?.name).toBe(NAME)
  })

  test('where only the name of whoever sealed it may share: anybody may write it on a card', async () => {
    const { desk, train, story, source } = await guarded()
    await trust('Lee', desk, 'Kim', train, 'reporter')
    await train.act('Kim', 'roster.add', { name: 'Lee', role: 'editor' })
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect((await merge(train, 'Kim', bytes))?.sealed?.standing).toBe('untrusted')
    expect(sourceHere(train, source)?.name).toBe('Source A')
  })

  test('where its identity was destroyed', async () => {
    const { desk, train, story, source } = await withKim()
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    await merge(train, 'Kim', bytes)
    await train.act(await second(train, 'Kim'), 'source.destroy', { source, reason: 'asked' })
    const report = await merge(train, 'Kim', bytes)
    expect(report).toMatchObject({ outcome: 'nothing', sealed: { revealed: [], otherwise: ['Source A'] } })
    expect(told(train.room.library)).toEqual([])
  })

  test('and a source that is protected there is protected here, whatever it was', async () => {
    const { desk, train, story, source } = await withKim()
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    await train.act(await second(train, 'Kim'), 'source.edit', { source, protected: false, reason: 'she agreed' })
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    expect(sourceHere(train, source)).toMatchObject({ protected: true, name: NAME })
  })

  test('and one that is open here under another key gets the protection, but no name', async () => {
    const { desk, train, story, source } = await withKim()
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    await train.room.changeDesk('Kim', (facts) => {
      const open = {
        id: source,
        name: 'An aide',
        kind: 'person',
        groundRules: 'background',
        groundRulesVersion: 1,
      } as const
      return {
        facts: { ...facts, sources: [{ ...open, protected: false, aliases: [] }] },
        answer: undefined,
        events: [],
      }
    })
    await merge(train, 'Kim', bytes)
    expect(sourceHere(train, source)).toMatchObject({ name: 'An aide', protected: true, aliases: [] })
  })

  test('names that the desk protects later come with the next hand-over', async () => {
    const { desk, train, story, source } = await withKim()
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    await desk.act('Lee', 'source.edit', { source, aliases: ['Lena K', 'Ola'] })
    expect((await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes))?.outcome).toBe('merged')
    expect(sourceHere(train, source)?.aliases).toEqual(['Lena K', 'Ola'])
  })
})

test('the role that the sender’s name has here is told before anybody trusts the key', async () => {
  const { desk, train, story } = await guarded()
  await train.act('Kim', 'roster.add', { name: 'Lee', role: 'editor' })
  await kept(desk, 'x.txt', 'x')
  const { bytes } = await desk.act('Lee', 'story.handOver', { stories: [story] })
  expect(await linesOf(preview(train, 'Kim', bytes))).toEqual([
    'Lee is an editor on the roster here. The key has the rights of that role as soon as an editor trusts it.',
  ])
})
