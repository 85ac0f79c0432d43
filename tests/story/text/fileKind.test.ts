import { expect, it } from 'vitest'
import { recogniseFile } from '../../../src/story/text/format/fileKind'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'utf8')] : [...part])))

it.each([
  ['notes.txt', bytes('They met at 11:01.'), 'text', 'text/plain'],
  ['notes.md', bytes('# Notes'), 'markdown', 'text/markdown'],
  ['notes.md', bytes('%PDF-1.7\n%âãÏÓ'), 'pdf', 'application/pdf'],
  ['report.pdf', bytes('<!DOCTYPE html><p>Not a PDF'), 'page', 'text/html'],
  ['report.pdf', bytes('just words'), 'text', 'text/plain'],
  ['picture.jpg', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image', 'image/png'],
  ['picture.png', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image', 'image/jpeg'],
  ['drawing.svg', bytes('<?xml version="1.0"?><svg onload="alert(1)">'), 'page', 'text/html'],
  ['page.htm', bytes('<p>saved page</p>'), 'page', 'text/html'],
  ['note.txt', bytes('From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nWords'), 'mail', 'message/rfc822'],
  ['page.mht', bytes('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n'), 'mail', 'message/rfc822'],
  ['memo.eml', bytes('From: Kim\nTo: Lee\n\nMessage-ID: none'), 'text', 'text/plain'],
  ['말씀.txt', bytes('정상회담은 약 100분 동안'), 'text', 'text/plain'],
  ['voice.wav', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt '), 'audio', 'audio/wav'],
  ['voice.m4a', bytes([0, 0, 0, 32], 'ftypM4A '), 'audio', 'audio/mp4'],
  ['film.mp4', bytes([0, 0, 0, 32], 'ftypisom'), 'video', 'video/mp4'],
  ['tool.exe', bytes('MZ', [0, 0, 1]), 'other', 'application/octet-stream'],
  ['utf16.txt', bytes([0xff, 0xfe, 0x41, 0x00]), 'text', 'text/plain'],
  ['empty', new Uint8Array(), 'text', 'text/plain'],
] as const)('tells %s by its bytes: %#', (name, start, kind, mediaType) => {
  expect(recogniseFile(start, name)).toEqual({ kind, mediaType })
})
