/** What a figure in a table counts, and of whom, may stand in any cell of its row. */
import { describe, expect, test } from 'vitest'
import { copyElements } from '../../../src/document/reading/storyElements'
import { tableOf } from '../../../src/story/copy/tables'
import { newsDesk, standing, windowOn } from '../newsDesk'
import { row } from './headsDesk'

describe('a figure in a table', () => {
  /** Its status after somebody changes another cell of its row, before and after a look at the change. */
  async function after(replace: string, by: string): Promise<readonly string[]> {
    const on = await newsDesk()
    const bytes = new TextEncoder().encode('Council meets\n\nA day in town\n\nIt rained.')
    const { id: story } = await on.act('Reporter', 'story.import', { name: 'a.txt', bytes })
    const rows = [row('Rank', 'Country', 'Growth', 'Unit', 'Before'), row('1', 'Korea', '45', 'percent', '40')]
    const window = await windowOn(on, story, 'Reporter')
    const update = window.type((doc) => doc.getXmlFragment('copy').push(copyElements(tableOf(rows, true))))
    await (await on.room.storyNow(story)).applyWindowUpdate(update, 'Reporter')
    const { id: record } = await on.act('Editor', 'source.add', { name: 'Record', kind: 'official' })
    const { id: fact } = await on.act('Reporter', 'fact.tag', { story, text: '45', type: 'figure' })
    const evidence = { source: record, locator: 'p. 1', stance: 'supports' } as const
    await on.act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence })
    await on.act('Reporter', 'copy.replace', { story, replace, with: by })
    return standing(on, story)
  }

  test('lapses when the country behind the rank, or the unit behind it, is another one', async () => {
    expect(await after('Korea', 'Japan')).toEqual(['45: reCheck (headers)'])
    expect(await after('percent', 'million')).toEqual(['45: reCheck (headers)'])
    expect(await after('percent', '')).toEqual(['45: reCheck (headers)'])
  })

  test('stays when another figure of its row changes', async () => {
    expect(await after('40', '41')).toEqual(['45: verified'])
  })
})
