// The manual page and the shells' completions, made of what “stet --help” says of each command.
import { join } from 'node:path'
import { run } from '../child.mjs'
import { root } from '../paths.mjs'

/** @returns the commands in the order of “stet --help”: `{ name, summary, usage, about, options }`. */
export async function readCommands() {
  const commands = []
  for (const line of (await help([])).split('\n')) {
    const [, name, summary] = /^ {2}(\S+(?: \S+)?) {2,}(\S.*)$/.exec(line) ?? []
    if (name === undefined) continue
    const [usage = '', ...about] = (await help(name.split(' '))).trim().split('\n')
    const options = [...new Set(usage.match(/--[a-z][a-z-]*/g) ?? [])].sort()
    commands.push({ name, summary, usage, about: about.join('\n').trim(), options })
  }
  if (commands.length === 0) throw new Error('“stet --help” lists no command')
  return commands
}

async function help(command) {
  const { code, output } = await run(process.execPath, [join(root, 'out', 'main', 'stet.cjs'), ...command, '--help'], {
    show: 'none',
    env: { ...process.env, STET_LANGUAGE: 'en' },
  })
  if (code !== 0) throw new Error(`“stet ${command.join(' ')} --help” ended with ${code}:\n${output}`)
  return output
}

const first = (commands) => [...new Set(commands.map(({ name }) => name.split(' ')[0]))]
const second = (commands, word) =>
  commands.flatMap(({ name }) => (name.startsWith(`${word} `) ? [name.slice(word.length + 1)] : []))

/** roff, man(7). A line never begins with a control character, and a hyphen in an option is one. */
export function manPage(commands, { version, date }) {
  const roff = (text) =>
    text
      .replaceAll('\\', '\\e')
      .replaceAll('-', '\\-')
      .split('\n')
      .map((line) => (/^[.']/.test(line) ? `\\&${line}` : line))
      .join('\n')
  return [
    `.TH STET 1 "${date}" "Stet ${version}" "User Commands"`,
    '.SH NAME',
    'stet \\- newsroom for people who have to be right',
    '.SH SYNOPSIS',
    '.B stet',
    '.I COMMAND',
    '[\\fIARGUMENTS\\fR]',
    '.br',
    '.B stet\\-app',
    '[\\fIFILE\\fR]',
    '.SH DESCRIPTION',
    'stet\\-app opens the window. stet does from scripts most of what people do in the window.',
    '.SH COMMANDS',
    ...commands.flatMap(({ usage, about }) => ['.TP', `.B ${roff(usage)}`, roff(about).replaceAll('\n\n', '\n')]),
    '.SH OPTIONS',
    `.TP\n.B ${roff('--json')}`,
    'Prints one JSON value on standard output. Messages go to standard error.',
    `.TP\n.B ${roff('--as NAME')}`,
    'Says who acts, as STET_USER does.',
    `.TP\n.B ${roff('--help')}`,
    'Explains the command. Without a command, lists all of them.',
    `.TP\n.B ${roff('--version, -v')}`,
    'Prints the version.',
    '.SH ENVIRONMENT',
    '.TP\n.B STET_LIBRARY',
    'The folder of the library. Default: Stet in the documents folder.',
    '.TP\n.B STET_USER',
    'Who acts.',
    '.TP\n.B STET_PIN',
    'The PIN of that person, if there is one.',
    '.TP\n.B STET_LANGUAGE',
    'en or ko. Default: as the system.',
    '.TP\n.B STET_NEW_PIN',
    roff('The PIN that “stet roster pin” and “stet roster recover” set.'),
    '.TP\n.B STET_RECOVERY_WORDS',
    roff('The recovery words for “stet roster recover”.'),
    '.SH EXIT STATUS',
    '0 done, 1 wrong usage, 2 failed, 3 refused by a rule.',
    'Ctrl+C stops a command between two stories or files. The command then says what was done, and ends by the signal.',
    '',
  ].join('\n')
}

export function bashCompletion(commands) {
  const families = first(commands).flatMap((word) => {
    const more = second(commands, word)
    return more.length > 0 ? [`    ${word}) words="${more.join(' ')}" ;;`] : []
  })
  const options = commands.map(({ name, options }) => `    "${name}") words="${options.join(' ')}" ;;`)
  return `# bash completion for stet
_stet() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W "${first(commands).join(' ')} --help --version" -- "$word"))
    return
  fi
  if [ "$COMP_CWORD" = 2 ]; then
    case \${COMP_WORDS[1]} in
${families.join('\n')}
    esac
    [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$word"))
  fi
  case $word in
  -*)
    local command="\${COMP_WORDS[1]} \${COMP_WORDS[2]}"
    case " ${commands.map(({ name }) => name.replaceAll(' ', '_')).join(' ')} " in
    *" \${command// /_} "*) ;;
    *) command=\${COMP_WORDS[1]} ;;
    esac
    case $command in
${options.join('\n')}
    esac
    COMPREPLY=($(compgen -W "$words --help" -- "$word"))
    ;;
  esac
}
complete -o default -F _stet stet
`
}

export function zshCompletion(commands) {
  const quoted = (text) => text.replaceAll("'", "'\\''").replaceAll(':', '\\:')
  const options = commands.map(({ name, options }) => `  '${name}' '${options.join(' ')}'`)
  return `#compdef stet
local -a commands
commands=(
${commands.map(({ name, summary }) => `  '${quoted(name)}:${quoted(summary)}'`).join('\n')}
)
local -A options
options=(
${options.join('\n')}
)
local -a more
more=(\${(M)commands:#$words[2] *})
if [[ $words[CURRENT] == -* ]] && (( CURRENT > 2 )); then
  local command="$words[2] $words[3]"
  (( \${+options[$command]} )) || command=$words[2]
  compadd -- --help \${=options[$command]}
elif (( CURRENT == 2 )); then
  local -a words
  words=(\${(u)commands%%[ :]*})
  compadd -a words
elif (( CURRENT == 3 && $#more )); then
  more=(\${more#$words[2] })
  _describe command more
else
  _files
fi
`
}

export function fishCompletion(commands) {
  const quoted = (text) => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  const words = first(commands).map((word) => {
    const about = commands.find(({ name }) => name === word)?.summary ?? second(commands, word).join(', ')
    return `complete -c stet -n __fish_use_subcommand -a ${word} -d '${quoted(about)}'`
  })
  const more = commands.flatMap(({ name, summary, options }) => {
    const [word, sub] = name.split(' ')
    const seen = `'__fish_seen_subcommand_from ${word}'`
    return [
      ...(sub === undefined ? [] : [`complete -c stet -n ${seen} -a ${sub} -d '${quoted(summary)}'`]),
      ...options.map((option) => `complete -c stet -n ${seen} -l ${option.slice(2)}`),
    ]
  })
  return `${[...words, ...new Set(more)].join('\n')}\n`
}
