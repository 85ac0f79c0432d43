import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allPackages } from '../../scripts/debian-packages.mjs'
import { triedMajors } from '../../scripts/runtime/node.mjs'

const workflow = readFileSync('.github/workflows/ci.yml', 'utf8')

test('the workflow tries every Node that Stet is tried with', () => {
  expect(/node: \[(?<majors>[\d, ]+)\]/u.exec(workflow)?.groups?.['majors']).toBe(triedMajors.join(', '))
})

test('the workflow installs every package of the app’s tests where it runs the app', () => {
  const app = workflow.slice(workflow.indexOf('\n  app:'))
  const installed = new Set(app.match(/[a-z][\w-]+/gu))
  expect(allPackages.filter((names) => !names.some((name) => installed.has(name)))).toEqual([])
})

test('the workflow reads the repository and nothing else, and names no secret', () => {
  expect(workflow).toContain('permissions:\n  contents: read\n')
  expect(workflow).not.toContain('secrets.')
})
