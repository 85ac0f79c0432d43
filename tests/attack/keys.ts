/** Histories that somebody writes with a text editor, PINs and one-time codes. */
import { group } from './attempt'
import { entryOf, forged, isStatus, lastOf, ledgerOf, linesOf, writeLines } from './disk'
import { ticked, wrongAfterTick } from './failsOpen'

const { named, ours } = group('keys')

const SIGNED = 'Each entry is signed by the person’s own key; nothing unsigned counts.'

named('Two entries with right hashes are appended, and believed', { spec: SIGNED }, async (room) => {
  const { desk, story, fact } = await wrongAfterTick(room)
  await desk.meanwhile(async (folder) => {
    const path = ledgerOf(folder, story)
    const lines = await linesOf(path)
    const tick = entryOf(lines[lastOf(lines, isStatus('verified'))] ?? '')
    const last = entryOf(lines.at(-1) ?? '')
    const one = forged(tick, last, { at: last.at, by: 'Chief' })
    await writeLines(path, [...lines, one])
  })
  return desk.blocks(story, fact)
})

ours('A forged line without the fields of keys is appended', { spec: SIGNED }, async (room) => {
  const { desk, story, fact } = await wrongAfterTick(room)
  await desk.meanwhile(async (folder) => {
    const path = ledgerOf(folder, story)
    const lines = await linesOf(path)
    const {
      key: _key,
      signature: _signature,
      ...tick
    } = entryOf(lines[lastOf(lines, isStatus('verified'))] ?? '') as never as Record<string, unknown>
    const last = entryOf(lines.at(-1) ?? '')
    await writeLines(path, [...lines, forged(tick as never, last, { at: last.at, by: 'Chief' })])
  })
  return desk.blocks(story, fact)
})

ours('A line is changed and its hash made new, and those after it chained anew', { spec: SIGNED }, async (room) => {
  const { desk, story, fact } = await wrongAfterTick(room)
  await desk.meanwhile(async (folder) => {
    const path = ledgerOf(folder, story)
    const lines = await linesOf(path)
    const at = lastOf(lines, isStatus('wrong'))
    const before = entryOf(lines[at - 1] ?? '')
    const chain = [...lines.slice(0, at), forged(entryOf(lines[at] ?? ''), before, { status: 'verified' })]
    for (const line of lines.slice(at + 1)) chain.push(forged(entryOf(line), entryOf(chain.at(-1) ?? ''), {}))
    await writeLines(path, chain)
  })
  return desk.blocks(story, fact)
})

void ticked
