import { describe, expect, it } from 'vitest'
import { hashBytes } from '../../../src/story/ledger/hash'
import { jpegWithMetadata, pngOf } from '../../builders/files/pictures'
import { busanDesk, newsDesk, type NewsDesk } from '../newsDesk'

const copyIn = async ({ act }: NewsDesk, bytes: Uint8Array): Promise<string> => {
  const { upload } = await act('Reporter', 'file.begin', { name: 'a.png' })
  await act('Reporter', 'file.write', { upload, bytes })
  return (await act('Reporter', 'file.keep', { upload })).sha256
}
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('a picture of a story', () => {
  it('is put at the given block, described, and needs credit and rights to be cleared', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const file = await copyIn(desk, pngOf(3, 2))
    expect(await act('Reporter', 'picture.add', { story, file, after: 2, cutline: 'The hall', alt: 'A hall' })).toEqual(
      { block: 3 },
    )
    const rules = async () =>
      (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
        .filter(({ rule }) => rule.startsWith('picture'))
        .map(({ rule, where, message }) => ({ rule, where, message }))
    const where = { kind: 'text', block: 3, from: 0, to: 8, ofPicture: true }
    expect(await rules()).toEqual([
      { rule: 'pictureCredit', where, message: 'The picture “The hall” has no credit.' },
      {
        rule: 'pictureRights',
        where,
        message: 'The picture “The hall” does not say what it may be used for (rights).',
      },
    ])
    await act('Reporter', 'picture.describe', {
      story,
      credit: ' Ida / Desk ',
      rights: 'one use',
      captured: '2026-10-30',
    })
    expect(await rules()).toEqual([])
    expect((await act('Editor', 'story.show', { story })).blocks[3]).toEqual({
      role: 'cutline',
      text: 'The hall',
      picture: {
        file,
        mediaType: 'image/png',
        width: 3,
        height: 2,
        alt: 'A hall',
        credit: 'Ida / Desk',
        rights: 'one use',
        captured: '2026-10-30',
      },
    })
  })

  it('is refused when it is not a picture, too large to show, unknown, or badly dated', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const add = (file: string, more: object = {}) => act('Reporter', 'picture.add', { story, file, ...more })
    const before = await act('Editor', 'story.show', { story })
    await expect(add(await copyIn(desk, new TextEncoder().encode('words')))).rejects.toThrow(
      'not a JPEG, PNG, WebP or GIF',
    )
    await expect(add(await copyIn(desk, pngOf(100_000, 100_000)))).rejects.toThrow('too many to show safely')
    await expect(add('a'.repeat(64))).rejects.toThrow('The library does not have the file')
    const file = await copyIn(desk, pngOf(3, 2))
    await expect(add(file, { captured: 'yesterday' })).rejects.toThrow('“yesterday” is not a date')
    await expect(add(file, { after: 99 })).rejects.toThrow('no block 99')
    await expect(act('Reporter', 'picture.describe', { story, credit: 'x' })).rejects.toThrow(
      'This story has no pictures.',
    )
    expect((await act('Editor', 'story.show', { story })).blocks).toEqual(before.blocks)
  })

  it('blocks a TK in what is said about it, in a keyword and in the ed note', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await act('Reporter', 'picture.add', {
      story,
      file: await copyIn(desk, pngOf(3, 2)),
      credit: 'TK',
      alt: 'A hall TK',
      rights: 'one use',
    })
    await act('Reporter', 'story.setField', { story, field: 'keywords', value: ['summit', 'TK'] })
    await act('Reporter', 'story.setField', { story, field: 'edNote', value: 'Photos TK' })
    const { blocks } = await act('Editor', 'story.gate', { story, door: 'clear' })
    expect(blocks.filter(({ rule }) => rule === 'openTk').map(({ message }) => message)).toEqual([
      '“A hall TK” in a picture’s alternative text is still to come.',
      '“TK” in a picture’s credit is still to come.',
      '“summit, TK” in the field keywords is still to come.',
      '“Photos TK” in the field ed note is still to come.',
    ])
  })

  it('survives a Markdown export and import, without camera data', async () => {
    const desk = await newsDesk()
    const { act } = desk
    const { id: story } = await act('Reporter', 'story.import', {
      name: 'a.md',
      bytes: new TextEncoder().encode('# Talks end\n\nThey met.'),
    })
    await act('Reporter', 'picture.add', {
      story,
      file: await copyIn(desk, jpegWithMetadata()),
      cutline: 'The hall',
      alt: 'Two [hands]',
    })
    const { bytes, losses } = await act('Reporter', 'story.export', {
      story,
      format: 'markdown',
      draft: true,
      embed: true,
    })
    expect([
      losses,
      /SECRET/.test(Buffer.from(/base64,([^)]+)/.exec(decode(bytes))?.[1] ?? '', 'base64').toString('latin1')),
    ]).toEqual([[], false])
    const { id: again } = await act('Editor', 'story.import', { name: 'b.md', bytes })
    const [picture] = (await act('Editor', 'story.show', { story: again })).blocks.flatMap((block) =>
      block.picture ? [{ ...block.picture, text: block.text }] : [],
    )
    const stored = await desk.store.openFile(picture?.file ?? '')
    expect(picture).toMatchObject({
      mediaType: 'image/jpeg',
      width: 16,
      height: 8,
      alt: 'Two [hands]',
      text: 'The hall',
    })
    expect(hashBytes((await stored?.read(0, stored.size)) ?? new Uint8Array())).toBe(picture?.file)
  })
})

it('a picture is replaced by another file: what is said about it stays, and what was signed over it lapses', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  const [first, other] = [await copyIn(desk, pngOf(3, 2)), await copyIn(desk, pngOf(5, 4))]
  await act('Reporter', 'picture.add', { story, file: first, after: 2, cutline: 'Hall for 4321 people', credit: 'Ida' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '4321', type: 'figure' })
  const shown = async () => {
    const { blocks, facts } = await act('Editor', 'story.show', { story })
    return { block: blocks[3], seen: facts.find((one) => one.id === fact)?.seen }
  }
  const before = await shown()
  expect(await act('Reporter', 'picture.describe', { story, file: other })).toEqual({ block: 3 })
  const after = await shown()
  expect(after.block).toEqual({
    ...before.block,
    picture: { ...before.block?.picture, file: other, mediaType: 'image/png', width: 5, height: 4 },
  })
  expect(after.seen).not.toBe(before.seen)
})
