/** From the first PIN on, the source book is what people signed, not what somebody writes into sources.json. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rewriteRecord } from '../../attack/disk'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import type { Source } from '../../../src/story/desk/source'
import { lossKey } from '../../../src/story/ledger/loss'
import { throwawayLibrary, type Throwaway } from '../../storage/throwawayLibrary'
import { newsDesk, openedAgain, type NewsDesk } from '../newsDesk'

describe('The source book', { timeout: 60_000 }, () => {
  let library: Throwaway
  let desk: NewsDesk
  let kim: string
  beforeEach(async () => {
    library = await throwawayLibrary()
    desk = await newsDesk(await library.open())
    await desk.act('Editor', 'pin.set', { pin: '1234' })
    ;({ id: kim } = await desk.act('Editor', 'source.add', {
      name: 'Kim Min-ji',
      kind: 'person',
      protected: true,
      aliases: ['Minnie'],
      contact: '+82 10 1234 5678',
    }))
  })
  afterEach(async () => {
    await desk.room.close()
    await library.remove()
  })

  async function after(harm: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    desk = await openedAgain(desk, library, harm)
    await desk.room.pins.check('Editor', '1234')
  }
  const byHand = (change: (sources: readonly Source[]) => readonly Source[]) => (): Promise<void> =>
    rewriteRecord<{ sources: readonly Source[] }>(library.folder, 'sources.json', 'sources', ({ sources }) => ({
      sources: change(sources),
    }))
  const losses = () => desk.room.library.losses.map(({ kind, detail }) => `${kind}: ${detail}`)
  const terms = () => protectedTerms(desk.room.library.sources).map(({ term }) => term)
  const accept = (): Promise<unknown> =>
    desk.act('Editor', 'library.acceptLoss', {
      losses: desk.room.library.losses.map(lossKey),
      reason: 'We know who did it.',
    })
  const ALL = ['Kim Min-ji', 'Minnie', '+82 10 1234 5678']

  it('searches for what both records name where somebody changed one by hand, and says so', async () => {
    await after(
      byHand((sources) =>
        sources.map((source) => ({
          ...source,
          name: 'Pool',
          protected: false,
          aliases: ['Pole'],
          contact: 'pool@x.kr',
        })),
      ),
    )
    expect(losses()).toEqual([
      'sources: sources.json has another record of Source A than a person of the desk signed. ' +
        'Every name in either is protected.',
    ])
    expect(terms()).toEqual(expect.arrayContaining(['Pool', 'Pole', 'pool@x.kr']))
    await expect(desk.act('Editor', 'source.add', { name: 'Wire', kind: 'outlet' })).rejects.toThrow('sources.json')
  })

  it('has the names that were signed again when an editor accepts it', async () => {
    // The generation before has the record.
    await desk.act('Editor', 'source.add', { name: 'Wire', kind: 'outlet' })
    await after(
      byHand((sources) =>
        sources.map((source) =>
          source.id === kim ? { ...source, name: 'Pool', protected: false, aliases: [], contact: 'pool@x.kr' } : source,
        ),
      ),
    )
    expect(terms()).toEqual(expect.arrayContaining([...ALL, 'Pool', 'pool@x.kr']))
    const { problems, ok } = await desk.act('Editor', 'library.doctor', {})
    expect([ok, problems.map(({ what }) => what)]).toEqual([
      false,
      [`it has another record of ${kim} than a person of the desk signed`],
    ])
    await accept()
    await after()
    expect([losses(), desk.room.library.sources.find(({ id }) => id === kim)?.name]).toEqual([[], 'Kim Min-ji'])
    expect(terms()).toEqual(expect.arrayContaining([...ALL, 'Pool', 'pool@x.kr']))
    expect((await desk.act('Editor', 'library.doctor', {})).ok).toBe(true)
    // The same change again is another loss.
    await after(
      byHand((sources) => sources.map((source) => (source.id === kim ? { ...source, protected: false } : source))),
    )
    expect(losses()).toHaveLength(1)
  })

  it.each([
    ['taken out', (): readonly Source[] => [], 'sources.json lacks'],
    [
      'added',
      (sources: readonly Source[]) => [
        ...sources,
        ...sources.map(({ pseudonym: _taken, ...one }) => ({ ...one, id: 'mine' })),
      ],
      'sources.json has Source B, but no one of the desk signed that.',
    ],
    [
      'hidden behind a second one of the same id',
      (sources: readonly Source[]) => [...sources, ...sources.map((one) => ({ ...one, protected: false }))],
      'sources.json has another record of Source A',
    ],
    [
      'merged into nothing',
      (sources: readonly Source[]) => sources.map((one) => ({ ...one, mergedInto: 'source-9' })),
      'sources.json has another record of Source A',
    ],
  ])('says that a record was %s by hand', async (_how, change, told) => {
    await after(byHand(change))
    expect(losses()).toHaveLength(1)
    expect(losses()[0]).toContain(told)
  })

  it('lets somebody without a PIN add a source, and misses nothing afterwards', async () => {
    await desk.act('Reporter', 'source.add', { name: 'Lee', kind: 'person', protected: true })
    await desk.act('Editor', 'source.edit', { source: kim, aliases: ['Minnie', 'MJ'] })
    await after()
    expect([losses(), terms()]).toEqual([[], expect.arrayContaining(['Lee', 'MJ'])])
  })

  it('misses nothing where a crash or a full disk left the file behind the ledger', async () => {
    const { store } = desk
    const write = store.writeSources.bind(store)
    store.writeSources = () => Promise.reject(new Error('crash'))
    await expect(desk.act('Editor', 'source.edit', { source: kim, aliases: ['Minnie', 'MJ'] })).rejects.toThrow('crash')
    await after()
    expect([losses(), terms()]).toEqual([[], ALL])
    const again = desk.store.writeSources.bind(desk.store)
    desk.store.writeSources = () => Promise.reject(new Error('crash'))
    await expect(desk.act('Editor', 'source.edit', { source: kim, aliases: ['Minnie', 'MJ'] })).rejects.toThrow('crash')
    await expect(desk.act('Reporter', 'source.add', { name: 'Lee', kind: 'person' })).rejects.toThrow('crash')
    desk.store.writeSources = again
    // What failed is taken back by whoever writes next, also without a PIN.
    await desk.act('Reporter', 'source.add', { name: 'Park', kind: 'person' })
    await desk.act('Editor', 'roster.add', { name: 'Night', role: 'editor' })
    await after()
    expect([losses(), desk.room.library.sources.map(({ name }) => name)]).toEqual([[], ['Kim Min-ji', 'Park']])
    store.writeSources = write
  })

  it('misses nothing where the doctor wrote the book again after a change that could not be written', async () => {
    const { store } = desk
    const write = store.writeSources.bind(store)
    store.writeSources = () => Promise.reject(new Error('crash'))
    await expect(desk.act('Editor', 'source.edit', { source: kim, aliases: ['Minnie', 'MJ'] })).rejects.toThrow('crash')
    store.writeSources = write
    await rm(join(library.folder, 'roster.json.twin'))
    // Also for somebody without a PIN: it is what was signed before.
    const { problems } = await desk.act('Reporter', 'library.doctor', { repair: true })
    await after()
    expect([problems.map(({ done }) => done), losses(), terms()]).toEqual([[true], [], ALL])
  })

  it('does not take an earlier record for the present one, under whatever number', async () => {
    const before = await readFile(join(library.folder, 'sources.json'), 'utf8')
    await desk.act('Editor', 'source.edit', { source: kim, aliases: ['Minnie', 'MJ'] })
    const old = (JSON.parse(before) as { data: { sources: readonly Source[] } }).data.sources
    await after(byHand(() => old))
    expect(losses()).toHaveLength(1)
  })

  it('keeps what the other copy said when somebody changed one of the two', async () => {
    await desk.act('Editor', 'source.edit', { source: kim, aliases: ['Minnie', 'MJ'] })
    const twin = await readFile(join(library.folder, 'sources.json.twin'))
    await after(async () => {
      await byHand((sources) => sources.map((one) => ({ ...one, aliases: [], protected: false })))()
      await writeFile(join(library.folder, 'sources.json.twin'), twin)
    })
    await after()
    expect(losses()).toHaveLength(1)
    expect(terms()).toEqual(expect.arrayContaining([...ALL, 'MJ']))
  })

  it('shows in the history only a signature that no entry explains', async () => {
    await desk.act('Editor', 'source.edit', { source: kim, aliases: ['Minnie', 'MJ'] })
    const { id } = await desk.act('Editor', 'source.add', { name: 'Wire', kind: 'outlet' })
    await desk.act('Editor', 'source.merge', { source: id, into: kim })
    const signed = async () =>
      (await desk.act('Editor', 'library.history', {})).flatMap((entry) =>
        entry.kind === 'sourcesSigned' ? [entry.records] : [],
      )
    expect(await signed()).toEqual([])
    // As another build of Stet does.
    const records = { [kim]: 'a'.repeat(64) }
    await desk.room.ledger.append([{ by: 'Editor', event: { kind: 'sourcesSigned', records } }]).written
    expect(await signed()).toEqual([records])
  })
})
