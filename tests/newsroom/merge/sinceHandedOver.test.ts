/** A story that was handed over shows what came back with it, and one key puts words back. */
import { describe, expect, test } from 'vitest'
import type { SinceItem } from '../../../src/story/requests/exchange/sinceRequests'
import { mergeSections } from '../../../src/story/requests/exchange/mergeSections'
import type { Machine } from './machines'
import { bothTrust, handOver, merge, preview, replace, shown, two, verify } from './twoMachines'

/** Lee hands over; Kim works there and Lee here; it comes back. */
async function back(
  there: (train: Machine, story: string, fact: string) => Promise<unknown>,
  here: (desk: Machine, story: string, fact: string) => Promise<unknown> = () => Promise.resolve(),
) {
  const place = await two()
  const { desk, train, story, fact } = place
  await bothTrust(desk, train)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await there(train, story, fact)
  await here(desk, story, fact)
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  return place
}

const since = (on: Machine, by: string, story: string) => on.act(by, 'story.sinceHandedOver', { story })
const putBack = (on: Machine, story: string, { key }: SinceItem, suggest?: boolean) =>
  on.act('Lee', 'story.putBackSince', { story, item: key, ...(suggest ? { suggest } : {}) })
/** Without names that the machines gave. */
const told = (items: readonly SinceItem[]) =>
  items.map((item) => {
    const { key: _key, ...rest } = item
    if (rest.kind === 'words') return { ...rest, block: '', mark: '', place: 0 }
    return rest.kind === 'fact' ? { ...rest, fact: '' } : rest
  })

describe('since it was handed over', () => {
  test('there is nothing before it comes back', async () => {
    const { desk, story } = await two()
    expect(await since(desk, 'Lee', story)).toEqual({ items: [] })
    await handOver(desk, 'Lee', story)
    expect(await since(desk, 'Lee', story)).toEqual({ items: [] })
  })

  test('it shows whose words changed, the verdicts, and what lapsed', async () => {
    const { desk, story } = await back(async (train, story, fact) => {
      await verify(train, 'Kim', story, fact)
      await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
      await train.act('Kim', 'story.move', { story, to: 'filed' })
    })
    const { handedOver, items } = await since(desk, 'Lee', story)
    expect(handedOver).toMatchObject({ by: 'Lee', from: 'Kim' })
    const after = (await shown(desk, story)).text.at(-1) ?? ''
    expect(told(items)).toEqual([
      {
        kind: 'words',
        block: '',
        mark: '',
        place: 0,
        before: after.replace('Both left by car.', 'They left separately.'),
        after,
        by: ['Kim'],
      },
      {
        kind: 'fact',
        fact: '',
        words: 'about 100 minutes',
        from: 'toCheck',
        to: 'verified',
        reasons: [],
        by: ['Kim'],
      },
      { kind: 'move', from: 'draft', to: 'filed', by: ['Kim'] },
    ])
    // The key of an item stays the same, and Kim did it all.
    expect((await since(desk, 'Lee', story)).items).toEqual(items)
  })

  test('it leaves out what this person did', async () => {
    const { desk, story } = await back(
      (train, story) => replace(train, 'Kim', story, 'They left separately.', 'Both left by car.'),
      (desk, story) => replace(desk, 'Lee', story, 'first talks', 'long talks'),
    )
    expect(told((await since(desk, 'Lee', story)).items)).toMatchObject([{ kind: 'words', by: ['Kim'] }])
    const [{ key } = { key: '' }] = (await since(desk, 'Lee', story)).items
    await replace(desk, 'Lee', story, 'long talks', 'hard talks')
    // What was kept stays kept when this person writes on in the paragraph.
    await replace(desk, 'Lee', story, 'The meeting lasted', 'The talks lasted')
    expect((await since(desk, 'Lee', story)).items.map((item) => item.key)).toEqual([key])
  })

  test('it shows both versions of a sentence that was written here and there', async () => {
    const { desk, story } = await back(
      (train, story) => replace(train, 'Kim', story, 'They left separately.', 'They left by car.'),
      (desk, story) => replace(desk, 'Lee', story, 'They left separately.', 'They left at noon.'),
    )
    const [item] = (await since(desk, 'Lee', story)).items
    expect(item).toMatchObject({ kind: 'words', by: ['Kim'] })
    const { before = '', twice } = item?.kind === 'words' ? item : {}
    expect(before).toContain('They left at noon.')
    expect(twice?.was).toContain('They left separately.')
    expect(twice?.there).toContain('They left by car.')
    expect(twice?.there).not.toContain('noon')
    // Both at once are neither: one key takes those of the other machine.
    await desk.act('Lee', 'story.putBackSince', { story, item: item?.key ?? '', there: true })
    expect((await shown(desk, story)).text.at(-1)).toContain('They left by car.')
  })

  test('other sentences of one paragraph were not written twice', async () => {
    const { desk, story } = await back(
      (train, story) => replace(train, 'Kim', story, 'They left separately.', 'They left by car.'),
      (desk, story) => replace(desk, 'Lee', story, 'The meeting lasted', 'The talks lasted'),
    )
    const [item] = (await since(desk, 'Lee', story)).items
    expect(item?.kind === 'words' && item.twice).toBe(undefined)
  })

  test('one key puts the words back, and the thing leaves the list', async () => {
    const { desk, story } = await back(async (train, story) => {
      await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
    })
    const [item] = (await since(desk, 'Lee', story)).items
    if (!item) throw new Error('no item')
    await putBack(desk, story, item)
    expect((await shown(desk, story)).text.at(-1)).toContain('They left separately.')
    expect((await since(desk, 'Lee', story)).items).toEqual([])
    await expect(putBack(desk, story, item)).rejects.toThrow(
      'This has changed since, so nothing was restored. Look at the list again.',
    )
  })

  test('in Suggesting mode it is a suggestion', async () => {
    const { desk, story } = await back(async (train, story) => {
      await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
    })
    const [item] = (await since(desk, 'Lee', story)).items
    if (!item) throw new Error('no item')
    await putBack(desk, story, item, true)
    expect((await shown(desk, story)).text.at(-1)).toContain('Both left by car.')
    const suggestions = await desk.act('Lee', 'suggestion.list', { story })
    expect(suggestions.map(({ by, inserted }) => [by, inserted])).toEqual([['Lee', expect.stringContaining('They')]])
  })

  test('a verdict is nothing to put back', async () => {
    const { desk, story } = await back((train, story, fact) => verify(train, 'Kim', story, fact))
    const [item] = (await since(desk, 'Lee', story)).items
    expect(item?.kind).toBe('fact')
    if (item) await expect(putBack(desk, story, item)).rejects.toThrow('There are no words to restore.')
  })

  test('a merge that was undone brings nothing back', async () => {
    const { desk, story } = await back((train, story) =>
      replace(train, 'Kim', story, 'They left separately.', 'Both left by car.'),
    )
    await desk.act('Lee', 'story.undoMerge', { story })
    expect(await since(desk, 'Lee', story)).toEqual({ items: [] })
  })

  test('a merge that is taken in again shows the same of the same people', async () => {
    const place = await two()
    const { desk, train, story } = place
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await replace(train, 'Kim', story, 'They left separately.', 'They left by car.')
    await replace(desk, 'Lee', story, 'They left separately.', 'They left at noon.')
    const bytes = await handOver(train, 'Kim', story)
    await merge(desk, 'Lee', bytes)
    await desk.act('Lee', 'story.undoMerge', { story })
    await merge(desk, 'Lee', bytes)
    const [item] = (await since(desk, 'Lee', story)).items
    expect(item).toMatchObject({ kind: 'words', by: ['Kim'] })
    expect(item?.kind === 'words' && item.before).toContain('They left at noon.')
  })
})

describe('what would come', () => {
  /** The changed words in the report, before Lee takes in what Kim did. */
  async function coming(there: readonly [string, string], here: readonly [string, string]) {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await replace(train, 'Kim', story, ...there)
    await replace(desk, 'Lee', story, ...here)
    const report = await preview(desk, 'Lee', await handOver(train, 'Kim', story))
    return { words: report?.words ?? [], rows: report ? (mergeSections(report)[0]?.items ?? []) : [] }
  }
  const graf = (left: string, lasted = 'The meeting'): string => `${lasted} lasted about 100 minutes. ${left}`

  test('a sentence that was written here and there is shown in both versions', async () => {
    const { words, rows } = await coming(
      ['They left separately.', 'They left by car.'],
      ['They left separately.', 'They left at noon.'],
    )
    const [{ after, ...changed } = { after: '' }] = words
    expect(changed).toMatchObject({
      before: graf('They left at noon.'),
      by: ['Kim'],
      twice: { was: graf('They left separately.'), there: graf('They left by car.') },
    })
    expect(rows).toEqual([
      [
        'The same words were changed here and by Kim',
        { label: 'Here', before: graf('They left separately.'), after: graf('They left at noon.') },
        { label: 'There', before: graf('They left separately.'), after: graf('They left by car.') },
        { label: 'After the merge', after },
      ],
    ])
  })

  test('other sentences of one paragraph were not written twice', async () => {
    const { words, rows } = await coming(
      ['They left separately.', 'They left by car.'],
      ['The meeting lasted', 'The talks lasted'],
    )
    const change = {
      before: graf('They left separately.', 'The talks'),
      after: graf('They left by car.', 'The talks'),
    }
    expect(words).toMatchObject([change])
    expect(words[0]?.twice).toBeUndefined()
    expect(rows).toEqual([['by Kim:', change]])
  })
})
