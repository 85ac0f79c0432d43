/** Absence never reads as good news: what is missing or damaged closes what rests on it, and says so. */
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lossKey } from '../../../src/story/ledger/loss'
import type { RequestOf, StoryView } from '../../../src/story/requests/requests'
import { throwawayLibrary, type Throwaway } from '../../storage/throwawayLibrary'
import { newsDesk, openedAgain, type NewsDesk } from '../newsDesk'

const TEXT = 'Talks end in Busan\n\nThe talks lasted about 100 minutes. Kim Min left at noon.'

describe('What a library has lost', { timeout: 60_000 }, () => {
  let library: Throwaway
  let desk: NewsDesk
  let captured: string
  const ledger = (story = 'story-1'): string => join(library.folder, 'stories', story, 'ledger.jsonl')
  const linesOf = async (path: string): Promise<string[]> => (await readFile(path, 'utf8')).split('\n').slice(0, -1)
  const put = (path: string, lines: readonly string[]): Promise<void> =>
    writeFile(path, lines.map((line) => `${line}\n`).join(''))

  beforeEach(async () => {
    library = await throwawayLibrary()
    desk = await newsDesk(await library.open())
    await desk.act('Editor', 'source.add', { name: 'Pool', kind: 'pool' })
    for (const name of ['a.txt', 'b.txt'])
      await desk.act('Reporter', 'story.import', { name, bytes: new TextEncoder().encode(TEXT) })
    const { upload } = await desk.act('Editor', 'file.begin', { name: 'pool.txt' })
    await desk.act('Editor', 'file.write', { upload, bytes: new TextEncoder().encode(`Pool: ${TEXT}`) })
    captured = (await desk.act('Editor', 'file.keep', { upload })).sha256
  })
  afterEach(async () => {
    await desk.room.close()
    await library.remove()
  })

  /** Opens the library again, after `harm` was done to its files. */
  async function after(harm: () => Promise<unknown>): Promise<void> {
    desk = await openedAgain(desk, library, harm)
  }
  const show = (story = 'story-1'): Promise<StoryView> => desk.act('Editor', 'story.show', { story })
  const standing = async (story = 'story-1'): Promise<readonly string[]> =>
    (await show(story)).facts.map(({ text, status, reasons }) => [text, status, ...reasons].join(' | '))

  async function tag(text: string, story = 'story-1'): Promise<string> {
    return (await desk.act('Reporter', 'fact.tag', { story, text, type: text.startsWith('Kim') ? 'name' : 'figure' }))
      .id
  }
  async function sign(fact: string, request: Partial<RequestOf<'fact.sign'>>, story = 'story-1'): Promise<void> {
    const seen = (await show(story)).facts.find(({ id }) => id === fact)?.seen ?? ''
    await desk.act('Editor', 'fact.sign', { story, fact, seen, status: 'verified', ...request })
  }
  const backup = { source: 'Pool', locator: '¶ 2', stance: 'supports' as const }
  const verify = (fact: string, story = 'story-1'): Promise<void> =>
    sign(fact, { status: 'verified', evidence: { ...backup, file: captured } }, story)
  const accept = async (by = 'Editor', story = 'story-1'): Promise<unknown> => {
    const losses = ((await show(story)).losses ?? []).map(lossKey)
    return desk.act(by, 'story.acceptLoss', { story, losses, reason: 'No backup has it.' })
  }

  it('a removed line that said “wrong” gives no tick, closes the story, and is accepted by an editor only', async () => {
    const name = await tag('Kim Min')
    await verify(name)
    await sign(name, { status: 'wrong', reason: 'It was Park.' })
    await after(async () =>
      put(
        ledger(),
        (await linesOf(ledger())).filter((line) => !line.includes('"wrong"')),
      ),
    )
    expect(await standing()).toEqual(['Kim Min | reCheck | loss'])
    const [loss] = (await show()).losses ?? []
    expect(loss).toMatchObject({ kind: 'ledgerEnd', detail: expect.stringContaining('ledger.jsonl') as string })
    await expect(verify(name)).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('accept-loss'),
    })
    const clearing = await desk.act('Editor', 'story.gate', { story: 'story-1', door: 'clear' })
    expect(clearing.blocks).toContainEqual(expect.objectContaining({ rule: 'loss', overridable: false }))
    await expect(
      desk.act('Editor', 'story.export', { story: 'story-1', format: 'text', draft: true, override: 'We need it.' }),
    ).rejects.toMatchObject({ reason: 'refused' })
    await expect(accept('Reporter')).rejects.toMatchObject({
      message: expect.stringContaining('Only an editor can accept a loss'),
    })
    await expect(
      desk.act('Editor', 'story.acceptLoss', { story: 'story-1', losses: ['ledgerLine another'], reason: 'Fine.' }),
    ).rejects.toMatchObject({ message: expect.stringContaining('has changed since you saw it') })
    await accept()
    expect((await show()).losses).toBeUndefined()
    expect((await show()).lossesAccepted).toMatchObject([{ by: 'Editor', reason: 'No backup has it.' }])
    expect(await standing()).toEqual(['Kim Min | reCheck | loss'])
    await verify(name)
    expect(await standing()).toEqual(['Kim Min | verified'])
    const history = await desk.act('Editor', 'story.history', { story: 'story-1' })
    expect(history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['lossFound', 'lossAccepted']))
  })

  it('a repair leaves an open story with a lost change as it is, and says so each time', async () => {
    const figure = await tag('about 100 minutes')
    await verify(figure)
    const folder = join(library.folder, 'stories', 'story-1')
    await after(async () => {
      const [log = ''] = (await readdir(folder)).filter((name) => name.startsWith('changes-'))
      const bytes = await readFile(join(folder, log))
      bytes.fill(0x20, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 8)
      await writeFile(join(folder, log), bytes)
    })
    expect(await standing()).toEqual(['about 100 minutes | lost'])
    const { losses: lost = [] } = await show()
    expect(lost.length).toBeGreaterThan(0)
    const repair = () => desk.act('Editor', 'library.doctor', { repair: true })
    const [first, second] = [await repair(), await repair()]
    expect(first).toMatchObject({ ok: false })
    expect(first.problems.filter(({ done }) => done)).toEqual([])
    expect(first.problems).toContainEqual(
      expect.objectContaining({ path: expect.stringContaining('changes-') as string }),
    )
    expect(second.problems).toEqual(first.problems)
    expect((await show()).losses).toEqual(lost)
    await accept()
    expect((await repair()).ok).toBe(true)
  })

  it('an older copy of a ledger, put back, is seen again and again until somebody accepts it', async () => {
    const figure = await tag('about 100 minutes')
    await verify(figure)
    await desk.room.settleAll()
    const older = join(library.folder, 'older')
    await copyFile(ledger(), older)
    await sign(figure, { status: 'wrong', reason: 'It was 90.' })
    await after(() => copyFile(older, ledger()))
    expect(await standing()).toEqual(['about 100 minutes | reCheck | loss'])
    // Writing goes on, and hides nothing.
    await desk.act('Reporter', 'copy.replace', { story: 'story-1', replace: 'noon', with: 'one' })
    await after(() => Promise.resolve())
    expect((await show()).losses).toMatchObject([{ kind: 'ledgerEnd' }])
    expect(await standing()).toEqual(['about 100 minutes | reCheck | loss'])
  })

  it('a line that stands again at the end of its ledger undoes nothing', async () => {
    const name = await tag('Kim Min')
    await verify(name)
    await sign(name, { status: 'wrong', reason: 'It was Park.' })
    await after(async () => {
      const lines = await linesOf(ledger())
      await put(ledger(), [...lines, lines.find((line) => line.includes('"verified"')) ?? ''])
    })
    expect(await standing()).toEqual(['Kim Min | wrong'])
    await after(async () => {
      const lines = await linesOf(ledger())
      const first = lines.find((line) => line.includes('"verified"')) ?? ''
      await put(ledger(), [...lines.slice(0, -1), first, ...lines.slice(-1)])
    })
    expect(await standing()).toEqual(['Kim Min | reCheck | loss'])
  })

  it('closes the story that lost something, and no other', async () => {
    await verify(await tag('Kim Min', 'story-2'), 'story-2')
    await tag('Kim Min')
    await after(async () => put(ledger(), (await linesOf(ledger())).slice(0, -1)))
    expect((await show()).losses).toHaveLength(1)
    expect([await standing('story-2'), (await show('story-2')).losses]).toEqual([['Kim Min | verified'], undefined])
    await verify(await tag('about 100 minutes', 'story-2'), 'story-2')
  })

  it('a captured file that is gone or another takes its ticks; back again, they stand', async () => {
    const figure = await tag('about 100 minutes')
    const name = await tag('Kim Min')
    await verify(figure)
    await sign(name, { status: 'letStand', reason: 'As filed.' })
    const path = join(library.folder, 'evidence', captured)
    const bytes = await readFile(path)
    await after(() => rm(path))
    expect(await standing()).toEqual(['about 100 minutes | reCheck | loss', expect.stringContaining('letStand')])
    expect((await desk.act('Editor', 'library.doctor', {})).problems).toMatchObject([
      { path, what: 'the captured file is missing, and facts of a story are based on it' },
    ])
    expect((await show()).losses).toMatchObject([{ kind: 'fileGone', where: captured }])
    await after(() => writeFile(path, 'something else'))
    expect((await show()).losses).toMatchObject([{ kind: 'fileDiffers' }])
    await after(() => writeFile(path, bytes))
    expect(await standing()).toEqual(['about 100 minutes | verified', expect.stringContaining('letStand')])
    // Of the same length: only reading it shows.
    await after(() => writeFile(path, Buffer.from(bytes).fill(120)))
    expect((await show()).losses).toMatchObject([{ kind: 'fileDiffers' }])
    expect(await standing()).toEqual(['about 100 minutes | reCheck | loss', expect.stringContaining('letStand')])
    await expect(
      desk.act('Editor', 'story.export', { story: 'story-1', format: 'text', draft: true }),
    ).rejects.toMatchObject({ message: expect.stringContaining('has changed since it was captured') })
    expect(await standing()).toEqual(['about 100 minutes | reCheck | loss', expect.stringContaining('letStand')])
    await accept()
    await expect(verify(figure)).rejects.toMatchObject({
      message: expect.stringContaining('The fact cannot be verified with this file'),
    })
  })

  it('a captured file that is attached again to its evidence gives the ticks back, and no other loss with them', async () => {
    const figure = await tag('about 100 minutes')
    await verify(figure)
    const bytes = Buffer.from('Another paper: Kim Min left at noon.')
    const keep = async (name: string, content: Uint8Array): Promise<string> => {
      const { upload } = await desk.act('Editor', 'file.begin', { name })
      await desk.act('Editor', 'file.write', { upload, bytes: content })
      return (await desk.act('Editor', 'file.keep', { upload })).sha256
    }
    const other = await keep('other.txt', bytes)
    const name = await tag('Kim Min')
    await sign(name, { evidence: { ...backup, locator: '¶ 1', file: other, fileName: 'other.txt' } })
    const folder = join(library.folder, 'evidence')
    const pool = await readFile(join(folder, captured))
    await after(() => Promise.all([rm(join(folder, captured)), rm(join(folder, other))]))
    expect(await standing()).toEqual(['about 100 minutes | reCheck | loss', 'Kim Min | reCheck | loss'])
    expect(await keep('again.txt', pool)).toBe(captured)
    const [evidence] = (await show()).facts.find(({ id }) => id === figure)?.evidence ?? []
    expect(
      await desk.act('Editor', 'fact.editEvidence', {
        ...{ story: 'story-1', fact: figure, evidence: evidence?.id ?? '', file: captured },
      }),
    ).toEqual({ id: evidence?.id })
    expect(await standing()).toEqual(['about 100 minutes | verified', 'Kim Min | reCheck | loss'])
  })

  it('a captured file that another one replaced under an open story is read before words leave', async () => {
    await verify(await tag('about 100 minutes'))
    const path = join(library.folder, 'evidence', captured)
    await after(() => Promise.resolve())
    expect(await standing()).toEqual(['about 100 minutes | verified'])
    // Of the same length, while the story is open: nothing but the export looks at the file again.
    await writeFile(path, Buffer.from(await readFile(path)).fill(120))
    await expect(
      desk.act('Editor', 'story.export', { story: 'story-1', format: 'text', draft: true }),
    ).rejects.toMatchObject({ message: expect.stringContaining('has changed since it was captured') })
    expect(await standing()).toEqual(['about 100 minutes | reCheck | loss'])
  })

  it('a file that lies elsewhere is not gone, and verifying with it needs it', async () => {
    const figure = await tag('about 100 minutes')
    await verify(figure)
    const story = await desk.room.story('story-1')
    await story.note('Editor', { kind: 'filesElsewhere', files: [captured] }).written
    await after(() => rm(join(library.folder, 'evidence', captured)))
    expect([await standing(), (await show()).losses]).toEqual([['about 100 minutes | verified'], undefined])
    await expect(sign(figure, { status: 'verified' })).rejects.toMatchObject({
      message: expect.stringContaining('not on this computer'),
    })
  })

  it('an older generation of a small file, put back in both copies, is a loss', async () => {
    const files = ['roster.json', 'roster.json.twin'].map((name) => join(library.folder, name))
    const before = await Promise.all(files.map((path) => readFile(path)))
    await desk.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
    await after(async () => {
      for (const [index, path] of files.entries()) await writeFile(path, before[index] ?? '')
    })
    expect(desk.room.library.losses).toMatchObject([
      { kind: 'roster', detail: expect.stringContaining('older') as string },
    ])
    // Everybody whom the library's ledger knows is there, with the role that it gave last.
    expect(desk.room.library.roster).toContainEqual({ name: 'Checker', role: 'checker' })
  })
  it('both copies of the source book: no verdict, every surviving name protected, and an editor opens it', async () => {
    const figure = await tag('about 100 minutes')
    await verify(figure)
    const hidden = { name: 'Han Seo-yeon', kind: 'person', protected: true, aliases: ['Deep Harbour'] } as const
    await desk.act('Editor', 'source.add', hidden)
    await after(async () => {
      for (const name of ['sources.json', 'sources.json.twin', 'sources.json.prev']) {
        const path = join(library.folder, name)
        await writeFile(path, (await readFile(path, 'utf8')).replace('"data":', '"dota":'))
      }
    })
    const { act } = desk
    expect((await standing())[0]).toContain('about 100 minutes | reCheck | loss')
    await expect(verify(figure)).rejects.toMatchObject({ message: expect.stringContaining('accept-loss --library') })
    await expect(act('Editor', 'source.add', { name: 'New', kind: 'person' })).rejects.toMatchObject({
      reason: 'refused',
    })
    expect(desk.room.library.sources.flatMap(({ name, aliases }) => [name, ...aliases])).toEqual(
      expect.arrayContaining(['Han Seo-yeon', 'Deep Harbour']),
    )
    expect(desk.room.library.sources.every((source) => source.protected)).toBe(true)
    const losses = (await act('Editor', 'library.losses', {})).map(lossKey)
    await expect(act('Reporter', 'library.acceptLoss', { losses, reason: 'Gone.' })).rejects.toMatchObject({
      reason: 'refused',
    })
    await act('Editor', 'library.acceptLoss', { losses, reason: 'Gone.' })
    expect(await act('Editor', 'library.losses', {})).toEqual([])
    await after(() => Promise.resolve())
    expect(desk.room.library.losses).toEqual([])
  })

  it('nothing is written over a small file of the library that was lost', async () => {
    await after(async () => {
      for (const name of ['roster.json', 'roster.json.twin', 'roster.json.prev']) await rm(join(library.folder, name))
    })
    const [pool] = desk.room.library.sources
    const source = pool?.id ?? ''
    const profile = { name: 'Desk', format: 'text', choices: {}, folder: '/out' } as const
    const changes = [
      () => desk.act('Editor', 'source.add', { name: 'New', kind: 'person' }),
      () => desk.act('Editor', 'source.edit', { source, groundRules: 'background' }),
      () => desk.act('Editor', 'source.merge', { source, into: source }),
      () => desk.act('Editor', 'source.destroy', { source, reason: 'Old.' }),
      () => desk.act('Editor', 'profile.save', { profile }),
      () => desk.act('Editor', 'profile.remove', { name: 'Desk' }),
      () => desk.act('Editor', 'roster.add', { name: 'Eve', role: 'editor' }),
      () => desk.act('Editor', 'pin.set', { pin: '4711' }),
      () => desk.act('Editor', 'pin.remove', { was: '4711' }),
      () => desk.act('Editor', 'pin.recover', { words: 'a b', pin: '4711' }),
      () => desk.act('Editor', 'pin.invite', { person: 'Reporter' }),
      () => desk.act('Editor', 'pin.reset', { person: 'Reporter' }),
      () => desk.act('Editor', 'roster.leave', { person: 'Reporter' }),
      () => desk.act('Editor', 'roster.return', { person: 'Reporter' }),
      () => desk.act('Editor', 'library.settings', { deskOfOne: true }),
    ]
    for (const change of changes)
      await expect(change()).rejects.toMatchObject({
        reason: 'refused',
        message: expect.stringContaining('or an editor accepts the loss (“stet accept-loss --library”)') as string,
      })
  })

  it('a kill never closes: its text leaves, scanned against every name that survives', async () => {
    await desk.act('Editor', 'source.add', { name: 'Han Seo-yeon', kind: 'person', protected: true, aliases: [] })
    const story = await desk.room.story('story-1')
    const moved = { copyHash: '', blocks: 0, warns: 0, overrides: [] }
    await story.note('Editor', { kind: 'moved', from: 'draft', to: 'filed', ...moved }).written
    await story.note('Editor', { kind: 'moved', from: 'filed', to: 'inReview', ...moved }).written
    await story.note('Editor', { kind: 'moved', from: 'inReview', to: 'cleared', ...moved, copyHash: 'x' }).written
    const stages = ['draft', 'filed', 'inReview', 'cleared', 'published'] as const
    for (const [at, to] of stages.slice(1).entries())
      await story.note('Editor', { kind: 'moved', from: stages[at] ?? 'draft', to, ...moved }).written
    await after(async () => {
      for (const name of ['sources.json', 'sources.json.twin']) {
        const path = join(library.folder, name)
        await writeFile(path, (await readFile(path, 'utf8')).replace('"data":', '"dota":'))
      }
      await put(
        ledger(),
        (await linesOf(ledger())).filter((line) => !line.includes('"created"')),
      )
    })
    const reason = 'Han Seo-yeon never said so: we withdraw this story.'
    expect(await desk.act('Editor', 'story.move', { story: 'story-1', to: 'killed', reason })).toMatchObject({
      stage: 'killed',
    })
    const { bytes } = await desk.act('Editor', 'story.export', { story: 'story-1', format: 'text' })
    expect(new TextDecoder().decode(bytes)).toContain('never said so: we withdraw this story.')
    expect(new TextDecoder().decode(bytes)).not.toContain('Han')
  })

  it('a kill needs nobody whom a lost roster would have to name', async () => {
    const story = await desk.room.story('story-1')
    const moved = { copyHash: 'x', blocks: 0, warns: 0, overrides: [] }
    const stages = ['draft', 'filed', 'inReview', 'cleared', 'published'] as const
    for (const [at, to] of stages.slice(1).entries())
      await story.note('Editor', { kind: 'moved', from: stages[at] ?? 'draft', to, ...moved }).written
    await after(async () => {
      for (const name of ['roster.json', 'roster.json.twin', 'roster.json.prev']) await rm(join(library.folder, name))
    })
    await expect(desk.act('Night desk', 'story.move', { story: 'story-2', to: 'filed' })).rejects.toMatchObject({
      reason: 'refused',
    })
    const reason = 'We withdraw this story.'
    expect(await desk.act('Night desk', 'story.move', { story: 'story-1', to: 'killed', reason })).toMatchObject({
      stage: 'killed',
    })
  })
})
