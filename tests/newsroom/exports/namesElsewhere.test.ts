/** A protected source whose name only another library has. Nobody can look for that name here, and Stet says so. */
import { expect, test } from 'vitest'
import { bothTrust, handOver, merge, two } from '../merge/twoMachines'
import { tracesInWords } from '../../../src/story/requests/library/tracesInWords'

const SAID = 'The name of Source A is not in this library, so Stet could not search for it.'
const WHERE =
  'Stet looks in stories that use the source or name it now. It does not look in captured files, backups and archives.'

/** A fact rests on a protected source of the desk. The train has the story, and the pseudonym. */
async function handedOver() {
  const both = await two()
  const { desk, train, story, fact } = both
  await bothTrust(desk, train)
  const name = { name: 'Halvard Nystrom', kind: 'person', protected: true } as const
  const { id: source } = await desk.act('Lee', 'source.add', name)
  const evidence = { source, locator: 'call, 28 November', stance: 'supports' } as const
  await desk.act('Lee', 'fact.addEvidence', { story, fact, evidence } as never)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  return { ...both, source }
}

const warned = async (on: Awaited<ReturnType<typeof two>>['train'], by: string, story: string) => {
  const { verdict } = await on.act(by, 'story.previewExport', { story, format: 'text', draft: true } as never)
  return verdict.warns.flatMap(({ rule, message }) => (rule === 'sourceProtection' ? [message] : []))
}

test('an export says that the name was not looked for, and not where the name is known', async () => {
  const { desk, train, story } = await handedOver()
  expect(await warned(train, 'Kim', story)).toEqual([SAID])
  expect(await warned(desk, 'Lee', story)).toEqual([])
})

test('who asks where the name is reads that nobody looked', async () => {
  const { train, source } = await handedOver()
  const traces = await train.act('Kim', 'source.traces', { source })
  expect(traces).toEqual({ stories: [], library: [], unread: [], elsewhere: true })
  expect(tracesInWords(traces, 'Source A')).toEqual([
    SAID,
    'No alias or contact of Source A that is known here was found.',
    WHERE,
  ])
})

test('an alias that is known here is looked for, and the name was not', async () => {
  const { train, story, source } = await handedOver()
  await train.act('Kim', 'source.edit', { source, aliases: ['Nystrom'] })
  await train.act('Kim', 'story.setField', { story, field: 'slug', value: 'nystrom-talks' })
  const traces = await train.act('Kim', 'source.traces', { source })
  expect([traces.elsewhere, traces.stories.map((one) => one.story)]).toEqual([true, [story]])
  const said = tracesInWords(traces, 'Source A')
  expect([said[0], said[1]?.startsWith(`${story}  `), said.at(-1)]).toEqual([SAID, true, WHERE])
})
