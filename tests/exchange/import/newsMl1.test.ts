/** NewsML 1: what an item says beside its copy. */
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'

const item = ({ management = '', attributes = '', lines = '', components = '' }) =>
  `<NewsML><NewsItem><NewsManagement>${management}</NewsManagement><NewsComponent${attributes}>` +
  `<NewsLines><HeadLine>Head</HeadLine>${lines}</NewsLines><NewsComponent><Role FormalName="Main"/><ContentItem>` +
  `<DataContent><p>Words.</p></DataContent></ContentItem></NewsComponent>${components}</NewsComponent></NewsItem>` +
  '</NewsML>'
const read = async (given: Parameters<typeof item>[0]) => {
  const {
    stories: [story],
  } = await importFile('a.xml', new TextEncoder().encode(item(given)))
  return {
    copy: story?.blocks.map(({ role, text, picture }) =>
      [`${role}: ${text}`, picture?.credit ?? '', picture?.rights ?? ''].filter((part) => part !== '').join(' | '),
    ),
    fields: story?.fields,
    language: story?.language,
    lost: story?.losses.map(({ what, count, example }) => `${what} ${count}: ${example}`),
  }
}
const caption =
  '<NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent>A port at night.</DataContent></ContentItem>' +
  '</NewsComponent>'

describe('NewsML 1', () => {
  test('a caption is a cutline with its credit and rights, and its other lines are not those of the story', async () => {
    const photo =
      '<NewsComponent><Role FormalName="Photo"/><NewsLines><HeadLine>Port</HeadLine><ByLine>Kim Ji-woo</ByLine>' +
      '<CreditLine>Agency</CreditLine><CopyrightLine>© Agency</CopyrightLine>' +
      '<NewsLineText>Kept nowhere</NewsLineText>' +
      `</NewsLines><ContentItem Href="p.jpg"/>${caption}</NewsComponent>`
    expect(await read({ components: photo })).toEqual({
      copy: ['headline: Head', 'paragraph: Words.', 'cutline: A port at night. | Kim Ji-woo / Agency | © Agency'],
      fields: {},
      language: 'en',
      lost: [
        'pictures and other attached files 1: Photo: Port: p.jpg',
        'NewsML “NewsLineText” 1: NewsLineText Kept nowhere',
      ],
    })
  })

  test('a caption beside its picture is a cutline too', async () => {
    expect((await read({ components: caption })).copy).toEqual([
      'headline: Head',
      'paragraph: Words.',
      'cutline: A port at night.',
    ])
  })

  test('reads the language of the component', async () => {
    expect((await read({ attributes: ' xml:lang="fr"' })).language).toBe('fr')
  })

  test('reads the urgency, and lists one that is no number', async () => {
    expect([
      (await read({ management: '<Urgency FormalName="1"/>' })).fields,
      (await read({ management: '<Urgency FormalName="Flash"/>' })).lost,
    ]).toEqual([{ urgency: 1 }, ['priorities that are not an urgency 1: Flash']])
  })

  test.each([
    ['(부산=연합뉴스)', { place: '부산', date: '' }],
    ['(New York, NY - October 21)', { place: 'New York, NY', date: 'October 21' }],
    ['【東京=共同】', { place: '東京', date: '' }],
    [
      'SOMEWHERE IN THE VERY LONG NAMED NORTHERN PROVINCE OF GRANADA, Spain, Dec 1 2026 -',
      { place: 'SOMEWHERE IN THE VERY LONG NAMED NORTHERN PROVINCE OF GRANADA, Spain', date: 'Dec 1 2026' },
    ],
  ])('reads the dateline %s', async (line, dateline) => {
    expect(await read({ lines: `<DateLine>${line}</DateLine>` })).toMatchObject({ fields: { dateline }, lost: [] })
  })
})
