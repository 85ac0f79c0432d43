import { describe, expect, it } from 'vitest'
import { previewText } from '../../../src/renderer/export/exportWords'
import { foundStories, matchCommands, recentStories, takenFirst } from '../../../src/renderer/commands/paletteRows'
import { splitStyles } from '../../../src/renderer/export/styledPreview'
import type { CommandRow } from '../../../src/renderer/state/commands/commands'
import type { StorySummary } from '../../../src/story/requests/requests'

const command = (id: CommandRow['id'], label: string, menu: CommandRow['menu'], enabled = true): CommandRow => ({
  id,
  label,
  menu,
  enabled,
})
const COMMANDS: readonly CommandRow[] = [
  command('story.export', 'Export…', 'File'),
  command('edit.find', 'Find and replace', 'Edit'),
  command('fact.tag', 'Tag fact', 'Fact', false),
  command('fact.evidence', 'Add evidence…', 'Fact'),
]

describe('the palette', () => {
  it.each([
    ['', ['story.export', 'edit.find', 'fact.evidence']],
    ['fact', ['fact.evidence', 'fact.tag']],
    ['repl', ['edit.find']],
    ['add ev', ['fact.evidence']],
    ['xyz', []],
  ])('offers for “%s” the commands %j', (typed, ids) => {
    expect(matchCommands(COMMANDS, typed).map(({ id }) => id)).toEqual(ids)
  })

  it('offers the command whose name the words begin before those that contain them', () => {
    const rows = [
      command('edit.find', 'Find and replace', 'Edit'),
      command('story.handOver', 'Replace the story', 'File'),
      command('edit.replace', 'Replace', 'Edit'),
    ]
    expect(matchCommands(rows, 'replace').map(({ id }) => id)).toEqual(['edit.replace', 'story.handOver', 'edit.find'])
  })

  it.each([
    ['', 1, true, 'stories'],
    ['', 0, true, 'nothing'],
    ['exp', 1, false, 'commands'],
    ['find and rep', 1, true, 'commands'],
    ['replace', 0, false, 'nothing'],
    ['replace', 0, true, 'nothing'],
    ['replace', 1, false, 'stories'],
    ['evidence', 0, false, 'nothing'],
    ['evidence', 0, true, 'commands'],
    ['evidence', 1, true, 'stories'],
    ['next st', 0, false, 'commands'],
    ['stage', 0, true, 'nothing'],
    ['tag', 0, true, 'nothing'],
    ['tag', 1, true, 'stories'],
  ] as const)('for “%s” with %i stories, answered: %s, Enter takes %s', (typed, stories, answered, taken) => {
    const commands = matchCommands([...COMMANDS, command('story.move', 'Next stage…', 'Story')], typed)
    const found = foundStories(stories === 0 ? [] : [{ id: 's1', headline: 'Leaders meet', snippet: '' }])
    expect(takenFirst(typed, commands, found, answered)).toBe(taken)
  })

  it('shows the stories that changed last before anything is typed', () => {
    const story = (id: string, updated: string, headline = id): StorySummary => ({
      id,
      slug: id,
      headline,
      stage: 'draft',
      version: 1,
      facts: {},
      words: 0,
      wordTarget: 0,
      embargo: '',
      updated,
    })
    expect(recentStories([story('new', '2026-10-02T00:00:00Z', ''), story('old', '2026-10-01T00:00:00Z')])).toEqual([
      { id: 'new', headline: 'Untitled', note: 'new · Draft' },
      { id: 'old', headline: 'old', note: 'old · Draft' },
    ])
  })

  it('shows what the search found with its words', () => {
    expect(foundStories([{ id: 's1', headline: 'Leaders meet', snippet: 'ran for 100 minutes' }])).toEqual([
      { id: 's1', headline: 'Leaders meet', note: 'ran for 100 minutes' },
    ])
  })
})

describe('the export preview', () => {
  it('indents JSON and leaves broken JSON as it is', () => {
    const text = (json: string): string => previewText(new TextEncoder().encode(json), 'application/json').text
    expect([text('{"a":1}'), text('{"a":')]).toEqual(['{\n  "a": 1\n}', '{"a":'])
  })

  it('says when it cuts', () => {
    const { text, cut } = previewText(new TextEncoder().encode('x'.repeat(200_001)), 'text/plain')
    expect([text.length, cut]).toEqual([200_000, true])
  })
})

describe('the preview of a web page', () => {
  it('extracts the styles of the page for the frame', () => {
    expect(splitStyles('<head><style>ol { list-style: none }</style><title>T</title></head><p>Words</p>')).toEqual({
      page: '<head><title>T</title></head><p>Words</p>',
      css: 'ol { list-style: none }',
    })
  })
})
