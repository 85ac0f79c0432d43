import { writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { pngOf } from '../../builders/files/pictures'
import { commandLine } from '../run/terminal'

it('a picture is replaced in its place, with what is said about it', async () => {
  const { folder, stet } = await commandLine()
  await writeFile(`${folder}/a.md`, '# Cranes stand still\n\nFourteen vessels were waiting.\n')
  await writeFile(`${folder}/a.png`, pngOf(3, 2))
  await writeFile(`${folder}/b.png`, pngOf(5, 4))
  await stet('import', 'a.md')
  await stet('picture', 'story-1', '--file', 'a.png', '--cutline', 'The port', '--credit', 'Ida')
  const told = await stet('picture', 'story-1', '--file', 'b.png', '--replace', '--rights', 'one use')
  expect([told.code, told.out, told.err]).toEqual([
    0,
    'The picture in block 3 was replaced. Cutline, credit, rights, alternative text and capture date stay unless you gave others.',
    '',
  ])
  const { blocks } = (await stet('show', 'story-1', '--json')).json() as {
    readonly blocks: readonly { readonly text: string; readonly picture?: object }[]
  }
  expect(blocks.filter(({ picture }) => picture)).toMatchObject([
    { text: 'The port', picture: { width: 5, height: 4, credit: 'Ida', rights: 'one use' } },
  ])
  expect([
    (await stet('picture', 'story-1', '--replace')).err,
    (await stet('picture', 'story-1', '--replace', '--file', 'b.png', '--after', '1')).code,
  ]).toEqual(['stet: --replace needs --file: the picture that takes the place.', 1])
})
