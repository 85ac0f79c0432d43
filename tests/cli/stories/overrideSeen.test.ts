import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine, type CommandLine } from '../run/terminal'

async function inReview(): Promise<CommandLine & { readonly story: string }> {
  const line = await commandLine()
  for (const [name, role] of [
    ['Reporter', 'reporter'],
    ['Editor', 'editor'],
  ] as const)
    expect((await line.stet('roster', 'add', name, '--role', role)).code).toBe(0)
  await writeFile(join(line.folder, 'cost.txt'), 'Council meets\n\nIt cost 100 won.\n')
  const imported = (await line.stet('import', 'cost.txt', '--json')).json()
  const id = (imported as { readonly stories: readonly { readonly id: string }[] }).stories[0]?.id ?? ''
  for (const [by, stage] of [
    ['Reporter', 'filed'],
    ['Editor', 'inReview'],
  ] as const)
    expect((await line.stet('move', id, stage, '--as', by)).code).toBe(0)
  return { ...line, story: id }
}

describe('an override at the command line', () => {
  it('lifts nothing without --seen, and prints what it would lift', async () => {
    const { stet, story } = await inReview()
    const untold = await stet('move', story, 'cleared', '--override', 'Rang them.', '--as', 'Editor')
    expect(untold.code).toBe(1)
    expect(untold.err).toMatch(/These? .*blocks? now:\nblocks: /s)
    const seen = /--seen ([0-9a-f]{64})/.exec(untold.err)?.[1] ?? ''
    const gate = (await stet('gate', story, '--door', 'clear', '--json')).json()
    expect(gate).toMatchObject({ seen })
    const told = await stet('move', story, 'cleared', '--override', 'Rang them.', '--seen', seen, '--as', 'Editor')
    expect([told.code, told.err]).toEqual([0, ''])
  })

  it('holds an export in the same way', async () => {
    const { stet, story } = await inReview()
    const args = ['export', story, '--format', 'text', '--out', 'wire.txt', '--override', 'Rang.', '--as', 'Editor']
    const untold = await stet(...args)
    expect([untold.code, untold.err.includes('blocks: ')]).toEqual([1, true])
    const seen = /--seen ([0-9a-f]{64})/.exec(untold.err)?.[1] ?? ''
    expect((await stet(...args, '--seen', '0'.repeat(64))).code).toBe(3)
    expect((await stet(...args, '--seen', seen)).code).toBe(0)
  })
})
