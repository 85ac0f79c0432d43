import { expect, it } from 'vitest'
import { shownName } from '../../../src/newsroom/files/files'
import { newsDesk, type NewsDesk } from '../newsDesk'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const copy = async ({ act }: NewsDesk, name: string, ...pieces: readonly Uint8Array[]) => {
  const { upload } = await act('Reporter', 'file.begin', { name })
  for (const bytes of pieces) await act('Reporter', 'file.write', { upload, bytes })
  return act('Reporter', 'file.keep', { upload })
}

it('copies a file in pieces and recognises it by its bytes', async () => {
  const desk = await newsDesk()
  const kept = await copy(desk, 'C:\\Users\\kim\\pool 3.pdf', bytesOf('They met '), bytesOf('at 11:01.'))
  expect(kept).toEqual({ sha256: kept.sha256, size: 18, kind: 'text', mediaType: 'text/plain', name: 'pool 3.pdf' })
  expect(await desk.act('Editor', 'file.describe', { sha256: kept.sha256, name: 'pool.md' })).toEqual({
    sha256: kept.sha256,
    size: 18,
    kind: 'markdown',
    mediaType: 'text/markdown',
  })
})

it('keeps nothing of an empty file, of one that was stopped, or for somebody else', async () => {
  const desk = await newsDesk()
  await expect(desk.act('Reporter', 'file.begin', { name: 'empty.txt', size: 0 })).rejects.toThrow(
    '“empty.txt” is empty (0 bytes). Nothing was copied.',
  )
  await expect(copy(desk, 'empty.txt')).rejects.toThrow('is empty')
  const { upload } = await desk.act('Reporter', 'file.begin', { name: 'film.mp4', size: 2 ** 31 })
  await desk.act('Reporter', 'file.write', { upload, bytes: bytesOf('half') })
  await expect(desk.act('Editor', 'file.write', { upload, bytes: bytesOf('forged') })).rejects.toThrow(
    'no longer being copied',
  )
  await desk.act('Reporter', 'file.drop', { upload })
  await expect(desk.act('Reporter', 'file.keep', { upload })).rejects.toThrow('no longer being copied')
})

it('warns of a picture that is too large to show, and of a damaged one', async () => {
  const desk = await newsDesk()
  const png = (width: number, height: number): Uint8Array => {
    const header = Buffer.alloc(33)
    header.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
    header.writeUInt32BE(width, 16)
    header.writeUInt32BE(height, 20)
    return header
  }
  expect(await copy(desk, 'photo.png', png(800, 600))).toMatchObject({ kind: 'image', width: 800, height: 600 })
  expect((await copy(desk, 'bomb.png', png(100_000, 100_000))).trouble).toBe(
    'This picture claims to have 100,000 × 100,000 pixels, too many to show safely. The file is unchanged.',
  )
  expect((await copy(desk, 'broken.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1]))).trouble).toBe(
    'This picture is damaged: its size cannot be read. The file is unchanged. Use a good copy.',
  )
})

it.each([
  ['../../etc/passwd', 'passwd'],
  ['..', 'file'],
  ['a\u202egpj.exe', 'agpj.exe'],
  ['📷 사진.jpg', '📷 사진.jpg'],
  ['مقابلة.mp3', 'مقابلة.mp3'],
  ['a\u0000b.txt', 'ab.txt'],
  [`${'가'.repeat(100)}.pdf`, `${'가'.repeat(83)}.pdf`],
  ['', 'file'],
])('shows the name %j as %j', (name, shown) => {
  expect(shownName(name)).toBe(shown)
})
