import { expect, test } from 'vitest'
import { inLanguage } from '../../../src/catalogue/area'
import { learn } from '../../../src/catalogue/language'
import { menuName } from '../../../src/ipc/commands'
import { matchCommands } from '../../../src/renderer/commands/paletteRows'

const TAKE_PEN = { id: 'story.takePen', label: '펜 가져오기', menu: 'Story', enabled: true } as const

test('menus have their names in the reader’s language, and the palette finds a command by them', async () => {
  await learn('ko')
  const menus = ['File', 'Edit', 'Format', 'Fact', 'Story', 'View', 'Help'] as const
  expect(menus.map(menuName)).toEqual(menus)
  expect(inLanguage('ko', () => menus.map(menuName))).toEqual([
    '파일',
    '편집',
    '서식',
    '팩트',
    '기사',
    '보기',
    '도움말',
  ])
  expect(inLanguage('ko', () => matchCommands([TAKE_PEN], '기사 펜'))).toEqual([TAKE_PEN])
})
