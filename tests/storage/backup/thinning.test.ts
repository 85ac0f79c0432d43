/** Old backups make room for new ones, also where other programs put files of their own. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { BackupFolder, bytesToRead } from '../../../src/storage/backup/backupFolder'
import { nodeFiles } from '../../../src/storage/disk/fileLayer'

describe('A folder of backups', () => {
  let to: string
  /** Makes a backup with one content of its own. */
  async function backUp(day: string, text: string): Promise<void> {
    const backup = await BackupFolder.at(nodeFiles, to)
    await backup.prepare()
    const kept = await backup.keep(bytesToRead(Buffer.from(text)))
    const files = [{ path: 'roster.json', ...kept }]
    await backup.finish({ library: 'library', place: '/library', made: `${day}T09:00:00.000Z`, files, notes: [] })
    await backup.dropOld()
  }
  const lists = (): Promise<readonly string[]> => readdir(join(to, 'backups'))
  async function contents(): Promise<readonly string[]> {
    const shards = (await readdir(join(to, 'content'))).filter((name) => name.length === 2)
    return (await Promise.all(shards.map((shard) => readdir(join(to, 'content', shard))))).flat()
  }

  beforeEach(async () => {
    to = await mkdtemp(join(tmpdir(), 'stet-thinning-'))
    onTestFinished(() => rm(to, { recursive: true, force: true }))
    for (let hour = 1; hour <= 30; hour++) await backUp('2026-10-30', `content ${hour}`)
  })

  it('is thinned with the first backup of a day, and files of other programs stay', async () => {
    expect([(await lists()).length, (await contents()).length]).toEqual([30, 30])
    await writeFile(join(to, 'content', '.DS_Store'), 'Finder')
    await backUp('2026-10-31', 'content of the next day')
    expect([(await lists()).length, (await contents()).length]).toEqual([24, 24])
    expect(await readFile(join(to, 'content', '.DS_Store'), 'utf8')).toBe('Finder')
  })

  it('is rid of what a failed backup left before the next one needs the room', async () => {
    const left = ['content', 'backups'].map((inner) => join(to, inner, '.piece.0123.tmp'))
    for (const path of left) await writeFile(path, 'half')
    await (await BackupFolder.at(nodeFiles, to)).prepare()
    expect([await lists(), await readdir(join(to, 'content'))].flat().filter((name) => name.endsWith('.tmp'))).toEqual(
      [],
    )
  })

  it('has lists whose content is one line', async () => {
    const [first = ''] = await lists()
    expect((await readFile(join(to, 'backups', first), 'utf8')).trimEnd().split('\n').length).toBe(3)
  })
})
