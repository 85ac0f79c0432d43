/**
 * The items of the security stance, each with the change that switches it off and the test in security.spec.ts that
 * notices. A change is a file, a piece that occurs exactly once in it, and its replacement.
 */
/** @type {{ item: string, test: string, changes: [file: string, piece: string, replacement: string][] }[]} */
export const items = [
  {
    item: 'sandbox',
    test: 'the renderer is sandboxed',
    changes: [['src/main/windows/windows.ts', 'sandbox: true', 'sandbox: false']],
  },
  {
    item: 'context isolation',
    test: 'the renderer has a context of its own',
    changes: [
      ['src/main/windows/windows.ts', 'contextIsolation: true', 'contextIsolation: false'],
      [
        'src/preload/index.ts',
        "contextBridge.exposeInMainWorld('stet', bridge)",
        '(globalThis as unknown as { stet: unknown }).stet = bridge; void contextBridge',
      ],
    ],
  },
  {
    item: 'content security policy',
    test: 'the page comes from app',
    changes: [
      [
        'src/main/protocols/appProtocol.ts',
        '"script-src \'self\'"',
        "\"script-src 'self' 'unsafe-inline' 'unsafe-eval'\"",
      ],
      ['src/renderer/index.html', "script-src 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval'"],
    ],
  },
  {
    item: 'WebAssembly in one worker',
    test: 'WebAssembly runs in the spelling worker alone',
    changes: [['src/main/protocols/appProtocol.ts', '/^spellWorker-[\\w-]+\\.js$/', '/\\.js$/']],
  },
  {
    item: 'app:// by list',
    test: 'app:// serves the window’s own files',
    changes: [
      [
        'src/main/protocols/appProtocol.ts',
        "url.host === 'stet' ? files.get(decodeURIComponent(url.pathname)) : undefined",
        'files.get(decodeURIComponent(url.pathname)) ?? ' +
          "files.get('/index.html')?.replace('/out/renderer/index.html', decodeURIComponent(url.pathname))",
      ],
    ],
  },
  {
    item: 'navigation',
    test: 'no page navigates anywhere',
    changes: [
      ['src/main/windows/lockDown.ts', 'if (event.url !== APP_URL) event.preventDefault()', ''],
      [
        'src/main/windows/lockDown.ts',
        "if (event.url !== APP_URL && event.url !== 'about:srcdoc') event.preventDefault()",
        '',
      ],
    ],
  },
  {
    item: 'window opening',
    test: 'no page opens a window',
    changes: [['src/main/windows/lockDown.ts', "contents.setWindowOpenHandler(() => ({ action: 'deny' }))", '']],
  },
  {
    item: 'permissions',
    test: 'every permission is denied',
    changes: [
      ['src/main/windows/lockDown.ts', 'answer(false))\n', 'answer(true))\n'],
      [
        'src/main/windows/lockDown.ts',
        'target.setPermissionCheckHandler(() => false)',
        'target.setPermissionCheckHandler(() => true)',
      ],
    ],
  },
  {
    item: 'IPC sender',
    test: 'a call from anything but the main frame',
    changes: [
      [
        'src/main/windows/windows.ts',
        'if (frame === null || frame.parent !== null || frame.url !== APP_URL) return undefined\n    return ' +
          'this.#sessions.get(event.sender.id)',
        'if (frame === null || frame.url === APP_URL) return this.#sessions.get(event.sender.id)\n    ' +
          'return this.all[0]',
      ],
    ],
  },
  {
    item: 'IPC shape',
    test: 'a call of the wrong shape',
    changes: [
      [
        'src/main/calls/serveCalls.ts',
        'const call = parseCall(message)',
        'const call = message as ReturnType<typeof parseCall>',
      ],
    ],
  },
  {
    item: 'forged sign-off',
    test: 'a forged sign-off is refused',
    changes: [['src/newsroom/facts/signing/signFact.ts', '  refuseOtherView(story, assessment, seen)\n', '']],
  },
  {
    item: 'link schemes',
    test: 'a link opens http',
    changes: [['src/main/windows/externalLink.ts', 'if (!isOpenable(href)) return false', '']],
  },
  {
    item: 'hostile HTML',
    test: 'pasted hostile HTML becomes words',
    changes: [
      [
        'src/editor/schema/safeHref.ts',
        'return (LINK_SCHEMES as readonly string[]).includes(url.protocol) ? url.href : undefined',
        'return LINK_SCHEMES ? url.href : undefined',
      ],
    ],
  },
]
