// The licences of all that an installed Stet is made of, in Debian's machine-readable form.
// https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

const ASAR = 'usr/lib/stet/resources/app.asar'

const NPM_NAME = /^(?:@[a-z0-9-]+\/)?[a-z0-9._-]+$/

/**
 * @param stet the text of Stet's own licence
 * @param electron the text of Electron's
 * @param packages as `packagesInside` returns them
 * @returns the file usr/share/doc/stet/copyright
 */
export function copyrightFile({ stet, electron, packages }) {
  return [
    paragraph({
      Format: 'https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/',
      'Upstream-Name': 'Stet',
      Comment: [
        'Files of npm packages are named as in the archive or in the source, with the package as their folder.',
        'The packages come from https://www.npmjs.com, each in the version that is given here.',
        'What came without a package of its own stands below works/.',
      ].join('\n'),
    }),
    paragraph({ Files: '*', Copyright: holders(stet), License: licence('MIT', stet) }),
    paragraph({
      Files: [
        'usr/lib/stet/stet-app',
        'usr/lib/stet/chrome-sandbox',
        'usr/lib/stet/*.bin',
        'usr/lib/stet/*.dat',
        'usr/lib/stet/*.pak',
        'usr/lib/stet/*.so*',
        'usr/lib/stet/locales/*',
      ].join('\n'),
      Copyright: `${holders(electron)}\nThe Chromium authors, and those whom LICENSES.chromium.html names`,
      License: licence('MIT and others', electron),
      Comment:
        'Electron, with Chromium, Node.js and FFmpeg. usr/lib/stet/LICENSES.chromium.html lists all their licences.',
    }),
    ...packages.map(({ name, version, licence: spdx, home, texts }) =>
      paragraph({
        Files: NPM_NAME.test(name) ? `node_modules/${name}/*` : `works/${name.replaceAll(/[^\w.-]+/g, '-')}/*`,
        Copyright: holders(texts.join('\n')) || `The authors of ${name}`,
        License: licence(
          spdx,
          texts.join('\n\n') || `It brings no text. It says: ${spdx}. See ${home ?? 'its source'}.`,
        ),
        Comment: `${name} ${version}, in ${ASAR} or beside it.`,
      }),
    ),
  ].join('\n')
}

/** A first line, and the text below it. A line of it begins with a space, an empty one is a dot. */
const licence = (spdx, text) => `${shortName(spdx)}\n${text.trim()}`

/** SPDX writes (A OR B) and A AND B, this format `A or B` and `A and B`. */
const shortName = (spdx) => spdx.replaceAll(/[()]/g, '').replaceAll(' OR ', ' or ').replaceAll(' AND ', ' and ')

/** The lines that name who holds the rights, each once. Empty: none does. */
function holders(text) {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^[\s#*/]+/, '').trim())
    .filter((line) => /^(?:copyright\b|\(c\)|©)/i.test(line) && /\d{4}|©|\(c\)/i.test(line))
  return [...new Set(lines)].join('\n')
}

function paragraph(fields) {
  return Object.entries(fields)
    .map(([field, value]) => {
      const [first, ...rest] = value.replaceAll('\r', '').replaceAll('\f', '').split('\n')
      return [`${field}: ${first}`, ...rest.map((line) => (line.trim() === '' ? ' .' : ` ${line.trimEnd()}`))].join(
        '\n',
      )
    })
    .join('\n')
    .concat('\n')
}
