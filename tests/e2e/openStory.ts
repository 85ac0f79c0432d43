import { expect, type Launched, type Newsroom } from './fixtures'
import { LibraryPane } from './pages/libraryPane'

/** Imports this text beside the window and opens it there. Resolves with the story. `headline`: as the text has it. */
export async function openStory(
  { newsroom, page, stet }: Launched & { readonly newsroom: Newsroom },
  headline: string,
  file: { readonly name: string; readonly text: string },
): Promise<string> {
  const { id } = await newsroom.act('story.import', { name: file.name, bytes: new TextEncoder().encode(file.text) })
  await new LibraryPane(page).open(headline)
  await expect(stet.part('headline')).toHaveText(headline)
  return id
}

/** Deletes every story beside the window, for a test that needs the whole list. `by`: an editor. */
export async function emptyLibrary(
  { newsroom, page }: Launched & { readonly newsroom: Newsroom },
  by: string,
): Promise<void> {
  const list = new LibraryPane(page)
  await list.search.fill('')
  const stories = await newsroom.act('story.list', {})
  const standing = stories.filter(({ stage }) => stage !== 'spiked').map(({ id }) => id)
  if (standing.length > 0) await newsroom.json(['move', ...standing, 'spiked', '--reason', 'Over.'], by)
  for (const { id } of stories) await newsroom.act('story.delete', { story: id }, by)
  await expect(list.rows).toHaveCount(0)
}
