import { type Command, InvalidArgumentError, Option } from 'commander'
import type { DeskVerbOptions } from './desk/deskSettings.ts'
import { answers, force, json, minCertainty, portNumber, verb } from './programParts.ts'
import { UsageError } from './usageError.ts'
import type { DraftVerbOptions } from './verbs/draft.ts'
import type { FileVerbOptions } from './verbs/file.ts'
import type { ImportVerbOptions } from './verbs/import.ts'
import type { StatusVerbOptions } from './verbs/status.ts'

type Done = (status: number) => void

/** The verbs of the desk: serving one, and asking one. */
export function addDeskVerbs(program: Command, done: Done): void {
  addDesk(program, done)
  addDraft(program, done)
  addFile(program, done)
  addStatus(program, done)
  addImport(program, done)
}

const deskOption = () => new Option('--desk <url>', 'which desk; else the one signed in at last')
const organization = () => new Option('--organization <name>', 'short name of yours, where you are in several')

function addDesk(program: Command, done: Done): void {
  const desk = verb(
    program,
    'desk',
    'Serve a desk, where reports are prepared, signed and filed, until Ctrl-C. Needs @section16/desk.',
    'section16 desk --data desk --demonstration',
  )
    .helpCommand(false)
    .addOption(new Option('--data <dir>', 'the desk’s folder, made where there is none'))
    .addOption(new Option('--port <number>', 'the port on 127.0.0.1').argParser(deskPort).default(1616))
    .addOption(new Option('--postgres <url>', 'a PostgreSQL database instead of a file in the folder'))
    .addOption(
      new Option('--upgrade-after-backup', 'PostgreSQL: a backup was made, bring older data up to this program'),
    )
    .addOption(new Option('--account <email>', 'first make this account; asks for its password'))
    .addOption(
      new Option('--typed <words>', 'the words that confirm a desk that files with the SEC; else they are asked for'),
    )
    .addOption(new Option('--demonstration', 'fill an empty desk with an invented organisation'))
    .addHelpText('after', DESK_HELP)
    .action(async ({ data, ...options }: Partial<DeskVerbOptions> & { port: number }) => {
      if (data === undefined) throw new UsageError('desk takes --data DIR, the folder of the desk')
      done(await (await import('./verbs/desk.ts')).desk({ data, ...options }))
    })
  verb(desk, 'sign-in', 'Sign in, for draft, file and status.', 'section16 desk sign-in http://127.0.0.1:1616')
    .argument('<url>')
    .addOption(new Option('--email <address>', 'whose account; else it is asked'))
    .action(async (url: string, options: { email?: string }) => {
      done(await (await import('./verbs/signIn.ts')).signIn(url, options))
    })
  verb(desk, 'sign-out', 'End the session.', 'section16 desk sign-out')
    .addOption(deskOption())
    .action(async (options: { desk?: string }) => {
      done(await (await import('./verbs/signIn.ts')).signOut(options))
    })
}

const DESK_HELP = `
It files with a rehearsal EDGAR beside it, kept in the folder too: nothing goes to the SEC unless desk.json in the folder
says so and the words are typed. desk.json also says by which name it is reached, who is told what is due, and how: see
docs/administration.md. Secrets are sealed with the keys in keys.json; keep a copy of them apart from the database.`

function deskPort(text: string): number {
  const port = portNumber(text)
  if (port === 0) throw new InvalidArgumentError('A desk has a port by which it is called.')
  return port
}

function addDraft(program: Command, done: Done): void {
  const about = 'Draft a report at a desk: of an event, or show and save one.'
  verb(program, 'draft', about, 'section16 draft --event grant.json')
    .argument('[draft]', 'its id, as status shows it')
    .addOption(new Option('--event <file>', 'what happened, JSON: see below').conflicts(['save', 'output']))
    .addOption(new Option('--new <file>', 'an empty form, JSON: see below').conflicts(['save', 'output']))
    .addOption(new Option('--amend <filing>', 'the lines of a filed form by its id').conflicts(['save', 'output']))
    .addOption(new Option('--changes <file>', 'what was wrong in it, JSON: the draft of an amendment is made'))
    .addOption(new Option('--trial', 'only say what the amendment would be'))
    .addOption(new Option('--split', 'into the forms that it takes').conflicts(['save', 'output']))
    .addOption(
      new Option('--fills <file>', 'a broker’s table of trades (CSV), for the event').conflicts(['save', 'output']),
    )
    .addOption(
      new Option(
        '--people <file>',
        'a stock plan’s table (CSV) of insiders and their answers, for the event',
      ).conflicts(['save', 'output']),
    )
    .addOption(new Option('--save <file>', 'save what --json gave, with changes'))
    .addOption(new Option('-o, --output <file>', 'the form as it will be filed: .xml, .html or .pdf'))
    .addOption(force())
    .addOption(json())
    .addOption(deskOption())
    .addOption(organization())
    .addHelpText('after', DRAFT_HELP)
    .action(async (id: string | undefined, options: DraftVerbOptions) => {
      done(await (await import('./verbs/draft.ts')).draft(id, options))
    })
}

const DRAFT_HELP = `
An event, its issuer and insiders by the desk's ids, its facts by the names of its recipe:
  {"issuerId": …, "insiderIds": […], "recipe": "option-grant", "day": "2026-06-02", "facts": {"options": "500", …}}
What it still asks is told, status 1. --fills answers its question for trades from a table: date, shares, price, by their
names or in this order. --people says whom it concerns: a column insider (CIK or name), the others named after facts, a line
for each. An empty form, as of 3, 4 or 5:
  {"issuerId": …, "insiderIds": […], "formType": "4"}
What was wrong in a filed form: a line corrected, with the cells as --amend names them, a line added, or anything else:
  {"changes": [{"kind": "lineCorrected", "at": {"report": …, "table": "nonDerivative", "line": 1},
    "cells": [{"field": "transactionShares", "written": "500"}], "reason": "…"},
   {"kind": "lineAdded", "element": "nonDerivativeTransaction", "cells": […], "reason": "…"},
   {"kind": "explained", "withdraws": {"report": …, "table": …, "line": 2}, "reason": "It was entered twice."}]}
A wrong issuer or owner is a new filing. A save on a version that somebody changed meanwhile is declined.`

function addFile(program: Command, done: Done): void {
  const about = 'Send drafts to EDGAR from a desk, each once, and wait for what it says.'
  verb(program, 'file', about, 'section16 file DRAFT --test')
    .argument('<draft...>', 'their ids, as status shows them')
    .addOption(new Option('--test', 'as a test filing').conflicts('live'))
    .addOption(new Option('--live', 'for real'))
    .addOption(new Option('--typed <words>', 'the words that confirm it; else they are asked for'))
    .addOption(new Option('--wait <seconds>', 'wait so long for its acceptance').argParser(seconds).default(120))
    .addOption(json())
    .addOption(deskOption())
    .addOption(organization())
    .addHelpText('after', FILE_HELP)
    .action(async (ids: string[], options: FileVerbOptions) => {
      done(await (await import('./verbs/file.ts')).file(ids, options))
    })
}

const FILE_HELP = `
Status 0 where all were accepted, or --wait 0; else 1. An outcome that is not known is never a reason to send again:
status says how to find out.`

function seconds(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It takes a number of seconds.')
  return Number(text)
}

function addStatus(program: Command, done: Done): void {
  const about = 'What is due at a desk and for whom it waits, or what became of a submission.'
  verb(program, 'status', about, 'section16 status')
    .argument('[id]', 'of a submission or a draft')
    .addOption(json())
    .addOption(deskOption())
    .addOption(organization())
    .action(async (id: string | undefined, options: StatusVerbOptions) => {
      done(await (await import('./verbs/status.ts')).status(id, options))
    })
}

function addImport(program: Command, done: Done): void {
  const about = 'Take forms that were filed elsewhere into a desk’s archive, read-only.'
  verb(program, 'import', about, 'section16 import 0001234567-24-000001.txt')
    .argument('<what...>')
    .addOption(new Option('--accession <number>', 'where the file does not say it'))
    .addOption(new Option('--filed <day>', 'EDGAR’s filing date'))
    .addOption(new Option('--accepted <moment>', 'EDGAR’s acceptance, Eastern: YYYY-MM-DD HH:MM:SS'))
    .addOption(new Option('--issuer <id>', 'the desk’s id of the issuer, of a form that names no CIK'))
    .addOption(new Option('--insider <id...>', 'the same of its owners'))
    .addOption(json())
    .addOption(answers())
    .addOption(minCertainty())
    .addOption(deskOption())
    .addOption(organization())
    .action(async (whats: string[], options: ImportVerbOptions) => {
      done(await (await import('./verbs/import.ts')).importFilings(whats, options))
    })
}
