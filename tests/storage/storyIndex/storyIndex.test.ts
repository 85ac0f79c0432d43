import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openIndexFile } from '../../../src/storage/storyIndex/file/indexFile'
import { MemoryIndex } from '../../../src/storage/storyIndex/memoryIndex'
import { describeStoryIndex } from '../../contracts/storyIndex'

describeStoryIndex('SqliteIndex', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-index-'))
  const { index } = openIndexFile({ folder, print: '0'.repeat(16) })
  return { index, remove: () => rmSync(folder, { recursive: true, force: true }) }
})

describeStoryIndex('MemoryIndex', () => ({ index: new MemoryIndex(), remove: () => undefined }))
