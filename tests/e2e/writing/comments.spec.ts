import { expect, test } from '../fixtures'

test('comments are made on words and on the story, answered, block clearing while they must be fixed, and wait in a tray when their words go', async ({
  newsroom,
}) => {
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  await stet.newStory()
  await stet.type('headline', 'Talks end')
  await stet.type('body', 'They met for about an hour.')
  const comments = page.getByRole('region', { name: 'Comments' })
  const form = comments.getByRole('form', { name: 'New comment' })
  await stet.select('about an hour')
  await stet.press('Control+Alt+m')
  await form.getByLabel('Comment', { exact: true }).fill('Pool says 40 minutes, @Reporter.')
  await stet.press('Enter')
  const thread = comments.getByRole('listitem').filter({ hasText: 'Pool says 40 minutes' })
  await expect(thread).toContainText('about an hour')
  await expect(stet.sheet.commented).toHaveText('about an hour')
  await expect(comments).toContainText('Only mine (1)')

  await stet.story.focus()
  await stet.press('ArrowRight')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(form).toContainText('On the whole story')
  await form.getByLabel('Comment', { exact: true }).fill('Needs a deck.')
  await form.getByLabel('Must be fixed').check()
  await form.getByRole('button', { name: 'Add comment' }).click()
  await expect(comments.getByRole('listitem').filter({ hasText: 'Needs a deck.' })).toContainText(
    'Must be fixed before clearing',
  )

  await thread.getByRole('button', { name: 'Reply' }).click()
  await thread.getByRole('textbox', { name: 'Reply' }).fill('Will ask.')
  await stet.press('Enter')
  await expect(thread).toContainText('Will ask.')

  const [{ id = '' } = {}] = await newsroom.json<{ id: string }[]>(['list'])
  const shown = async () =>
    (
      await newsroom.json<{
        comments: {
          id: string
          text: string
          place: string
          mustFix: boolean
          replies: { text: string }[]
          resolved?: { by: string }
        }[]
      }>(['show', id])
    ).comments
  const [first, second] = await shown()
  expect([first?.place, first?.replies.map(({ text }) => text), second?.place, second?.mustFix]).toEqual([
    'text',
    ['Will ask.'],
    'story',
    true,
  ])
  const rules = async () =>
    (await newsroom.json<{ blocks: { rule: string }[] }>(['gate', id, '--door', 'clear'])).blocks.map(
      ({ rule }) => rule,
    )
  expect(await rules()).toContain('mustFix')

  await stet.replace('about an hour', '')
  await expect(comments.getByRole('list', { name: 'Comments whose words were deleted' })).toContainText(
    'Pool says 40 minutes',
  )
  await stet.undo()
  await expect(comments.getByRole('list', { name: 'Open comments' })).toContainText('Pool says 40 minutes')

  // Its words are deleted: the comment is placed on others, and one undo removes it from them.
  const gone = comments.getByRole('list', { name: 'Comments whose words were deleted' })
  const standing = comments.getByRole('list', { name: 'Open comments' })
  await stet.replace('about an hour', '')
  await stet.story.focus()
  await stet.press('ArrowRight')
  await gone.getByRole('button', { name: 'Attach to the selection' }).click()
  await expect(gone.getByRole('alert')).toHaveText('First select the words in the copy that the comment is about.')
  await stet.select('met for')
  await gone.getByRole('button', { name: 'Attach to the selection' }).click()
  await expect(standing.getByRole('button', { name: 'met for', exact: true })).toBeVisible()
  await expect(stet.sheet.commented).toHaveText('met for')
  await stet.undo()
  await expect(gone).toContainText('Pool says 40 minutes')
  await stet.select('They')
  await stet.command('Attach comment to the selection')
  await expect(standing.getByRole('button', { name: 'They', exact: true })).toBeVisible()
  expect((await shown())[0]).toMatchObject({
    text: 'Pool says 40 minutes, @Reporter.',
    place: 'text',
    standing: 'They',
  })

  // The command line beside the app, as the editor.
  await newsroom.stet(['roster', 'add', 'Editor', '--role', 'editor'])
  expect((await newsroom.stet(['comment', id, second?.id ?? '', '--resolve'], 'Editor')).code).toBe(0)
  await expect(comments.getByText('1 resolved')).toBeVisible()
  expect(await rules()).not.toContain('mustFix')
  expect(
    (await newsroom.json<{ id: string }>(['comment', id, '--text', 'Where was this?', '--on', 'Talks end'], 'Editor'))
      .id,
  ).not.toBe('')
  await expect(comments.getByRole('listitem').filter({ hasText: 'Where was this?' })).toContainText('Editor')
  expect(await newsroom.stet(['comment', id, second?.id ?? '', '--on', 'Talks'], 'Editor')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/\S/),
  })
  await stet.settled()
})
