import { expect, test } from 'vitest'
import { copyrightFile } from '../../../scripts/dist/copyright.mjs'

test('the licences stand in Debian’s form: Stet’s, Electron’s and each package’s with its text', () => {
  const file = copyrightFile({
    stet: 'MIT License\n\nCopyright (c) 2026 The Stet authors\n',
    electron: 'Copyright (c) Electron contributors\nCopyright (c) 2013 GitHub Inc.\n\nPermission …',
    packages: [
      {
        name: '@a/b',
        version: '1.0.0',
        licence: '(MIT OR Apache-2.0)',
        texts: ['# Copyright 2020 Ann\r\n\r\nDo what you like.'],
      },
      { name: 'c', version: '2.0.0', licence: 'ISC', home: 'https://example.org/c', texts: [] },
      { name: 'd', version: '3.0.0', licence: 'ISC', texts: ['Words without a name.'] },
      { name: 'SQLite’s fork (in libsql)', version: '3.0', licence: 'blessing', texts: [] },
    ],
  })
  expect(file).toBe(`Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Stet
Comment: Files of npm packages are named as in the archive or in the source, with the package as their folder.
 The packages come from https://www.npmjs.com, each in the version that is given here.
 What came without a package of its own stands below works/.

Files: *
Copyright: Copyright (c) 2026 The Stet authors
License: MIT
 MIT License
 .
 Copyright (c) 2026 The Stet authors

Files: usr/lib/stet/stet-app
 usr/lib/stet/chrome-sandbox
 usr/lib/stet/*.bin
 usr/lib/stet/*.dat
 usr/lib/stet/*.pak
 usr/lib/stet/*.so*
 usr/lib/stet/locales/*
Copyright: Copyright (c) Electron contributors
 Copyright (c) 2013 GitHub Inc.
 The Chromium authors, and those whom LICENSES.chromium.html names
License: MIT and others
 Copyright (c) Electron contributors
 Copyright (c) 2013 GitHub Inc.
 .
 Permission …
Comment: Electron, with Chromium, Node.js and FFmpeg. usr/lib/stet/LICENSES.chromium.html lists all their licences.

Files: node_modules/@a/b/*
Copyright: Copyright 2020 Ann
License: MIT or Apache-2.0
 # Copyright 2020 Ann
 .
 Do what you like.
Comment: @a/b 1.0.0, in usr/lib/stet/resources/app.asar or beside it.

Files: node_modules/c/*
Copyright: The authors of c
License: ISC
 It brings no text. It says: ISC. See https://example.org/c.
Comment: c 2.0.0, in usr/lib/stet/resources/app.asar or beside it.

Files: node_modules/d/*
Copyright: The authors of d
License: ISC
 Words without a name.
Comment: d 3.0.0, in usr/lib/stet/resources/app.asar or beside it.

Files: works/SQLite-s-fork-in-libsql-/*
Copyright: The authors of SQLite’s fork (in libsql)
License: blessing
 It brings no text. It says: blessing. See its source.
Comment: SQLite’s fork (in libsql) 3.0, in usr/lib/stet/resources/app.asar or beside it.
`)
})
