import { describe, expect, it } from 'vitest'
import { setLanguage } from '../../../src/catalogue/area'
import { addKorean } from '../../../src/catalogue/ko/korean'
import type { Language } from '../../../src/catalogue/language'
import { COMMANDS as ALL_COMMANDS } from '../../../src/ipc/commands'
import { previewText } from '../../../src/renderer/export/exportWords'
import { foundStories, matchCommands, recentStories, takenFirst } from '../../../src/renderer/commands/paletteRows'
import { splitStyles } from '../../../src/renderer/export/preview/styledPreview'
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

/** All commands as the palette has them, in a language. */
function idsFor(typed: string, language: Language): readonly string[] {
  if (language === 'ko') addKorean()
  setLanguage(language)
  const rows = ALL_COMMANDS.map(({ id, label, menu }) => command(id, label, menu))
  const found = matchCommands(rows, typed).map(({ id }) => id)
  setLanguage('en')
  return found
}

describe('the palette', () => {
  it.each([
    ['en', 'back up', ['library.backups']],
    ['en', 'archive', ['library.archive', 'library.openArchive', 'library.takeBack']],
    ['en', 'send', ['story.sendBack', 'story.export', 'story.handOver']],
    ['en', 'share', ['story.export', 'story.handOver']],
    [
      'en',
      'search',
      ['library.search', 'view.palette', 'library.saveView', 'edit.find', 'edit.replace', 'library.filter'],
    ],
    ['en', 'preferences', ['library.settings', 'library.newStories']],
    ['en', 'options', ['library.settings']],
    ['en', 'theme', ['view.theme']],
    ['en', 'lost laptop', ['library.roster']],
    ['en', 'devices', ['library.roster']],
    ['en', 'device card', ['library.roster']],
    ['ko', '기기 카드', ['library.roster']],
    ['en', 'undo merge', ['story.undoMerge']],
    ['en', 'revert import', ['story.undoMerge']],
    ['en', 'erase', ['story.delete']],
    ['en', 'remove story', ['story.kill', 'story.delete']],
    ['ko', '백업', ['library.backups']],
    ['ko', '보관소', ['library.archive', 'library.openArchive', 'library.takeBack']],
    ['ko', '보내기', ['story.sendBack', 'story.export', 'story.handOver']],
    ['ko', '공유', ['story.export', 'story.handOver']],
    ['ko', '명단', ['library.roster']],
    ['ko', '노트북 분실', ['library.roster']],
    ['ko', '환경설정', ['library.settings']],
    ['ko', '병합 되돌리기', ['story.undoMerge']],
    ['ko', '제거', ['fact.untag', 'story.delete', 'table.remove', 'table.removeColumn', 'table.removeRow']],
    ['ko', '확대', ['view.zoomIn', 'view.zoomReset']],
  ] as const)('finds a command by other words for it: in %s “%s” finds %j', (language, typed, ids) => {
    expect([...idsFor(typed, language)].sort()).toEqual([...ids].sort())
  })

  it('offers commands by their names before those by other words', () => {
    expect(idsFor('find', 'en')[0]).toBe('edit.find')
    expect(idsFor('삭제', 'ko')[0]).toBe('story.delete')
  })

  it('offers a command by its own name before others by other words, also if it cannot be given now: Enter takes neither', () => {
    const rows = [command('story.kill', 'Kill…', 'Story'), command('story.delete', 'Delete…', 'Story', false)]
    const offered = matchCommands(rows, 'delete')
    const found = foundStories([{ id: 's1', headline: 'They delete it', snippet: '' }])
    expect([
      offered.map(({ id }) => id),
      takenFirst('delete', offered, [], true),
      takenFirst('delete', offered, found, true),
    ]).toEqual([['story.delete', 'story.kill'], 'nothing', 'stories'])
  })

  it('leaves Enter to the stories where only other words for a command are typed', () => {
    const rows = matchCommands([command('library.backups', 'Backups…', 'File')], 'back up')
    const found = foundStories([{ id: 's1', headline: 'A back up', snippet: '' }])
    expect([takenFirst('back up', rows, found, true), takenFirst('back up', rows, [], true)]).toEqual([
      'stories',
      'commands',
    ])
  })

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
    ['dark', 0, false, 'nothing'],
    ['dark', 0, true, 'commands'],
    ['dark', 1, true, 'stories'],
    ['size', 0, true, 'nothing'],
  ] as const)('for “%s” with %i stories, answered: %s, Enter takes %s', (typed, stories, answered, taken) => {
    const rows = [
      ...COMMANDS,
      command('story.move', 'Next stage…', 'Story'),
      command('view.theme', 'Light, dark or match system', 'View'),
      command('view.zoomReset', 'Actual size', 'View'),
      command('view.zoomIn', 'Larger size', 'View'),
    ]
    const commands = matchCommands(rows, typed)
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
