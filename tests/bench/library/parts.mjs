/** What the parts of opening a library cost in plain Node. Each is measured in a process of its own. */
import { median, table } from '../statistics.mjs'

const PARTS = ['measureOpening', 'measureListing', 'measureStory', 'measureBackup', 'measureImports']

/**
 * `folders`: a library of each size, which may be changed. `measure(part, folder)`: measures it once. Returns the
 * medians.
 */
export async function measureParts(folders, { rounds, measure }) {
  const samples = new Map([...folders.keys()].map((size) => [size, {}]))
  for (const part of PARTS)
    for (let round = 0; round < rounds; round++)
      for (const [size, folder] of folders)
        for (const [name, value] of Object.entries(await measure(part, folder)))
          (samples.get(size)[name] ??= []).push(value)
  return [...samples].map(([stories, all]) => ({
    stories,
    ...Object.fromEntries(Object.entries(all).map(([name, values]) => [name, median(values)])),
  }))
}

export function partsTable(results) {
  const names = Object.keys(results[0]).filter((name) => name !== 'stories')
  return table([
    ['', ...results.map(({ stories }) => `${stories} stories`)],
    ...names.map((name) => [name, ...results.map((one) => one[name].toFixed(1))]),
  ])
}
