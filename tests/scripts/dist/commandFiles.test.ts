import { expect, test } from 'vitest'
import { bashCompletion, fishCompletion, manPage, zshCompletion } from '../../../scripts/dist/commandFiles.mjs'

const commands = [
  {
    name: 'list',
    summary: 'Lists the stories: newest first',
    usage: 'stet list [--limit N] [--json]',
    about: 'Lists the stories: newest first.\n\n.A dot and a \\ stay what they are.',
    options: ['--json', '--limit'],
  },
  {
    name: 'roster add',
    summary: "Adds to the desk's roster",
    usage: 'stet roster add NAME',
    about: 'Adds NAME.',
    options: [],
  },
  {
    name: 'roster list',
    summary: 'Lists who is on it',
    usage: 'stet roster list [--json]',
    about: 'Lists who is on it.',
    options: ['--json'],
  },
]

test('the manual page has each command, and no word of it is taken for a request of roff', () => {
  const page = manPage(commands, { version: '1.2.3', date: '2026-01-02' })
  expect(page.slice(0, page.indexOf('.SH OPTIONS')))
    .toBe(String.raw`.TH STET 1 "2026-01-02" "Stet 1.2.3" "User Commands"
.SH NAME
stet \- newsroom for people who have to be right
.SH SYNOPSIS
.B stet
.I COMMAND
[\fIARGUMENTS\fR]
.br
.B stet\-app
[\fIFILE\fR]
.SH DESCRIPTION
stet\-app opens the window. stet does from scripts most of what people do in the window.
.SH COMMANDS
.TP
.B stet list [\-\-limit N] [\-\-json]
Lists the stories: newest first.
\&.A dot and a \e stay what they are.
.TP
.B stet roster add NAME
Adds NAME.
.TP
.B stet roster list [\-\-json]
Lists who is on it.
`)
  expect(page.match(/(?<=^\.B )\\-.*$/gm)).toEqual([
    String.raw`\-\-json`,
    String.raw`\-\-as NAME`,
    String.raw`\-\-help`,
    String.raw`\-\-version, \-v`,
  ])
  expect(page.match(/(?<=^\.B )STET_\w+$/gm)).toEqual([
    'STET_LIBRARY',
    'STET_USER',
    'STET_PIN',
    'STET_LANGUAGE',
    'STET_NEW_PIN',
    'STET_RECOVERY_WORDS',
  ])
  expect(page.slice(page.indexOf('.SH EXIT'))).toBe(`.SH EXIT STATUS
0 done, 1 wrong usage, 2 failed, 3 refused by a rule.
Ctrl+C stops a command between two stories or files. The command then says what was done, and ends by the signal.
`)
})

test('fish knows each command once, its second word, and its options', () => {
  expect(fishCompletion(commands))
    .toBe(`complete -c stet -n __fish_use_subcommand -a list -d 'Lists the stories: newest first'
complete -c stet -n __fish_use_subcommand -a roster -d 'add, list'
complete -c stet -n '__fish_seen_subcommand_from list' -l json
complete -c stet -n '__fish_seen_subcommand_from list' -l limit
complete -c stet -n '__fish_seen_subcommand_from roster' -a add -d 'Adds to the desk\\'s roster'
complete -c stet -n '__fish_seen_subcommand_from roster' -a list -d 'Lists who is on it'
complete -c stet -n '__fish_seen_subcommand_from roster' -l json
`)
})

test('zsh gets the commands with what they do, quoted, and the options of each', () => {
  expect(zshCompletion(commands)).toBe(String.raw`#compdef stet
local -a commands
commands=(
  'list:Lists the stories\: newest first'
  'roster add:Adds to the desk'\''s roster'
  'roster list:Lists who is on it'
)
local -A options
options=(
  'list' '--json --limit'
  'roster add' ''
  'roster list' '--json'
)
local -a more
more=(${'$'}{(M)commands:#$words[2] *})
if [[ $words[CURRENT] == -* ]] && (( CURRENT > 2 )); then
  local command="$words[2] $words[3]"
  (( ${'$'}{+options[$command]} )) || command=$words[2]
  compadd -- --help ${'$'}{=options[$command]}
elif (( CURRENT == 2 )); then
  local -a words
  words=(${'$'}{(u)commands%%[ :]*})
  compadd -a words
elif (( CURRENT == 3 && $#more )); then
  more=(${'$'}{more#$words[2] })
  _describe command more
else
  _files
fi
`)
})

test('bash gets the first words, the second words of a family, and the options of each command', () => {
  const lines = bashCompletion(commands)
    .split('\n')
    .map((line) => line.trim())
  expect(lines.filter((line) => line.includes('words="'))).toEqual([
    'roster) words="add list" ;;',
    '"list") words="--json --limit" ;;',
    '"roster add") words="" ;;',
    '"roster list") words="--json" ;;',
  ])
  expect(lines.filter((line) => line.includes('compgen'))).toEqual([
    'COMPREPLY=($(compgen -W "list roster --help --version" -- "$word"))',
    '[ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$word"))',
    'COMPREPLY=($(compgen -W "$words --help" -- "$word"))',
  ])
})
