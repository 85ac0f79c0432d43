import { readdirSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { indexFolder } from '../../../src/storage/storyIndex/file/indexFolder'
import { indexStateInWords } from '../../../src/cli/library/indexCommand'
import { commandLine, type CommandLine } from '../run/terminal'

/** Two stories, and the folder of their index. */
async function twoStories(): Promise<{ readonly cli: CommandLine; readonly folder: string }> {
  const cli = await commandLine()
  for (const name of ['a', 'b']) {
    await writeFile(join(cli.folder, `${name}.txt`), `Headline ${name}\n\nThe talks lasted 100 minutes, she said.`)
    await cli.stet('import', `${name}.txt`)
  }
  return { cli, folder: indexFolder(cli.library, { XDG_CACHE_HOME: cli.cache }) }
}
const files = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.db'))

test('stet index and stet doctor say how the index stands: none yet, whole, behind, damaged', async () => {
  const { cli, folder } = await twoStories()
  const said = async (command: string) => (await cli.stet(command)).out.split('\n\n').at(-1)
  expect(await said('doctor')).toBe('There is no index of stories yet. It is built when Stet next lists stories.')
  await cli.stet('list')
  const whole = expect.stringMatching(/^The index has every story: 2 stories \(.* KB in .*\)\.$/) as string
  expect([await said('doctor'), await said('index')]).toEqual([whole, whole])
  expect((await cli.stet('index', '--json')).json()).toMatchObject({ kept: 'file', stories: 2, whole: true, folder })
  writeFileSync(join(cli.library, 'stories', 'note'), '')
  const behind = expect.stringMatching(
    /^The index has 2 stories \(.*\)\. It is compared with the library when Stet next lists stories\.$/,
  ) as string
  expect([await said('doctor'), await said('index')]).toEqual([behind, behind])
  for (const name of readdirSync(folder).filter((one) => one.startsWith('stories-')))
    writeFileSync(join(folder, name), 'x'.repeat(9000))
  expect(await said('doctor')).toBe(
    'The index of stories is damaged. It is built again when Stet next lists stories. Nothing is lost.',
  )
})

test('stet index --rebuild throws the index away and makes it again, whoever asks', async () => {
  const { cli, folder } = await twoStories()
  await cli.stet('list')
  const [before = ''] = files(folder)
  const { code, json } = await cli.stetWith({ STET_USER: undefined }, 'index', '--rebuild', '--json')
  expect({ code, printed: json() }).toMatchObject({ code: 0, printed: { kept: 'file', stories: 2, whole: true } })
  expect(files(folder).some((name) => name !== before)).toBe(true)
  expect((await cli.stet('list')).out.split('\n').length).toBe(2)
})

test('an index whose file was deleted under the app says so, and what makes it again', () => {
  const state = { kept: 'file', stories: 2, whole: true, folder: '/cache' } as const
  expect(indexStateInWords({ ...state, size: 0 })).toBe(
    'The index has 2 stories, but its file is gone from /cache. Lists and searches stay right while Stet runs. ' +
      'stet index --rebuild makes the file again.',
  )
})
