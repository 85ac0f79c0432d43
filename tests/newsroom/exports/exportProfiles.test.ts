import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ExportProfile } from '../../../src/story/desk/exportProfile'
import { busanDesk } from '../newsDesk'
import { defined } from '../../../src/story/text/defined'

async function deskWithFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'stet-profiles-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const desk = await busanDesk()
  const wire: ExportProfile = {
    name: 'Wire',
    format: 'text',
    choices: { lineLength: 60, slugHeader: true },
    folder,
    pattern: '{date}-{slug}',
  }
  return { ...desk, folder, wire }
}

test('a profile is kept in the library’s settings, renamed in place and removed', async () => {
  const { act, store, wire } = await deskWithFolder()
  const web: ExportProfile = { name: 'Web', format: 'html', choices: {}, draft: true, folder: wire.folder }
  await act('Reporter', 'profile.save', { profile: wire })
  expect(await act('Editor', 'profile.save', { profile: { ...web, name: '  Web ' } })).toEqual([web, wire])
  expect((await store.readLibrary()).settings).toEqual({ deskOfOne: false, profiles: [web, wire] })
  expect(await act('Editor', 'profile.save', { profile: { ...wire, name: 'Agency' }, was: 'wire' })).toEqual([
    { ...wire, name: 'Agency' },
    web,
  ])
  expect(await act('Editor', 'profile.remove', { name: 'Web' })).toEqual([{ ...wire, name: 'Agency' }])
  expect(await act('Editor', 'profile.list', {})).toEqual([{ ...wire, name: 'Agency' }])
})

test('a profile that could write elsewhere, nowhere or under another’s name is not saved', async () => {
  const { act, folder, wire } = await deskWithFolder()
  const save = (profile: Partial<ExportProfile>, was?: string) =>
    act('Reporter', 'profile.save', { profile: { ...wire, ...profile }, ...defined({ was }) })
  await save({})
  await save({ name: 'Web' })
  const missing = join(folder, 'unplugged')
  await expect(save({ pattern: '../{slug}' })).rejects.toMatchObject({
    reason: 'usage',
    message:
      '“../{slug}” leads to another folder. A file name cannot contain “/”, “\\” or “..”. Choose the folder separately.',
  })
  await expect(save({ folder: missing })).rejects.toMatchObject({
    reason: 'failed',
    message: `The folder ${missing} does not exist. The profile “Wire” was not saved.`,
  })
  await expect(save({ folder: 'out' })).rejects.toMatchObject({
    reason: 'usage',
    message: 'A profile needs the full path of its folder, not “out”.',
  })
  await expect(save({ choices: { include: ['comments'] } })).rejects.toMatchObject({
    reason: 'usage',
    message: 'text cannot contain comments; docx can.',
  })
  await expect(save({ format: 'ninjs', choices: { formatVersion: '1.0' } })).rejects.toMatchObject({
    reason: 'usage',
    message: expect.stringContaining('This Stet does not write ninjs 1.0. Choose 3.1 and 2.1.') as string,
  })
  await expect(save({ name: ' ' })).rejects.toMatchObject({ reason: 'usage', message: 'Enter a name for the profile.' })
  await expect(save({ name: 'WEB' }, 'Wire')).rejects.toMatchObject({
    reason: 'refused',
    message: 'There is already a profile “Web”. Choose another name.',
  })
  await expect(save({}, 'Print')).rejects.toMatchObject({
    reason: 'usage',
    message: 'There is no profile “Print” in this library. Choose one of: Web, Wire.',
  })
  await expect(act('Reporter', 'profile.remove', { name: 'Print' })).rejects.toMatchObject({
    reason: 'usage',
    message: expect.stringContaining('There is no profile “Print” in this library.') as string,
  })
})

test('a pattern names the export, keeps its marks, is scanned, and is used again by “export again”', async () => {
  const { act, story } = await deskWithFolder()
  const request = { story, format: 'text', draft: true, fileNamePattern: 'Pool {date} {slug} {version}' } as const
  expect(await act('Editor', 'story.exportName', request)).toEqual({
    fileName: 'Pool 2026-10-30 trump-and-xi-hold-first-talks-in-six-years v1-DRAFT.txt',
  })
  expect((await act('Editor', 'story.history', { story })).filter(({ kind }) => kind === 'exported')).toEqual([])
  const { fileName } = await act('Editor', 'story.export', request)
  const entry = (await act('Editor', 'story.history', { story })).at(-1)
  expect(entry).toMatchObject({
    kind: 'exported',
    fileName: 'Pool 2026-10-30 trump-and-xi-hold-first-talks-in-six-years v1-DRAFT.txt',
    options: { fileNamePattern: 'Pool {date} {slug} {version}' },
  })
  expect((await act('Editor', 'story.exportAgain', { story, entry: entry?.seq ?? 0 })).fileName).toBe(fileName)
  await act('Reporter', 'source.add', { name: 'Deep Throat', kind: 'person', protected: true })
  await expect(
    act('Editor', 'story.export', { ...request, fileNamePattern: 'from Deep Throat {slug}' }),
  ).rejects.toMatchObject({
    reason: 'refused',
    message: expect.stringContaining('Source A’s name is in the file name.') as string,
  })
  await expect(act('Editor', 'story.export', { ...request, fileNamePattern: '../{slug}' })).rejects.toMatchObject({
    reason: 'usage',
    message: expect.stringContaining(
      '“../{slug}” leads to another folder. A file name cannot contain “/”, “\\” or “..”.',
    ) as string,
  })
})

test('formats for readers use the headline in place of the slug', async () => {
  const { act, story } = await deskWithFolder()
  await act('Reporter', 'story.setField', { story, field: 'slug', value: 'trade-war' })
  const nameAs = async (format: 'text' | 'html') =>
    (await act('Editor', 'story.exportName', { story, format, draft: true, fileNamePattern: '{slug}' })).fileName
  expect([await nameAs('text'), await nameAs('html')]).toEqual([
    'trade-war-DRAFT.txt',
    'trump-and-xi-hold-first-talks-in-six-years-DRAFT.html',
  ])
})
