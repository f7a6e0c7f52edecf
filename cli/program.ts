import { Command, CommanderError, Option } from 'commander'
import { FINE, USAGE } from './batch.ts'
import { addDeskVerbs } from './deskProgram.ts'
import { FORMATS } from './formats.ts'
import { printable } from './input/names.ts'
import { answers, force, json, minCertainty, portNumber, verb, width } from './programParts.ts'
import { UsageError } from './usageError.ts'
import type { AmendmentsVerbOptions } from './verbs/amendments.ts'
import type { CheckVerbOptions } from './verbs/check.ts'
import type { DeadlineVerbOptions } from './verbs/deadline.ts'
import type { DiffVerbOptions } from './verbs/diff.ts'
import type { LateVerbOptions } from './verbs/late.ts'
import type { LedgerVerbOptions } from './verbs/ledger.ts'
import type { LossVerbOptions } from './verbs/loss.ts'
import type { ReadVerbOptions } from './verbs/read.ts'
import type { RehearseVerbOptions } from './verbs/rehearse.ts'
import type { RenderVerbOptions } from './verbs/render.ts'
import type { RowsVerbOptions } from './verbs/rows.ts'
import type { RulesVerbOptions } from './verbs/rules.ts'
import type { ShortSwingVerbOptions } from './verbs/shortswing.ts'
import type { VerifyVerbOptions } from './verbs/verify.ts'
import type { VestVerbOptions } from './verbs/vest.ts'
import type { WriteVerbOptions } from './verbs/write.ts'

const ABOUT = `Reads, checks, compares and converts reports of Section 16 (SEC Forms 3, 4 and 5).

WHAT is a file, a folder, an archive (.zip, .tar, .tar.gz, .gz), a pattern in quotes, or - for standard input:
ownership XML, full submissions, edgarSubmission files, filing JSON; with @section16/paper installed also forms on
paper, typed, printed or scanned.`

const STATUSES = `
Exit status: 0 fine, 1 findings, 2 wrong usage, 3 something could not be read.`

/** Runs the command line; returns the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  let status = FINE
  const program = programOf((code) => {
    status = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? FINE : USAGE
    const complaint = complaintOf(error)
    if (complaint === undefined) throw error
    process.stderr.write(`section16: ${printable(complaint)}\n`)
    return USAGE
  }
}

/** What to say of an error that is no mistake of the program: wrong usage, or a file that cannot be written. */
function complaintOf(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message
  const { syscall, code, path } = error as NodeJS.ErrnoException
  return syscall === undefined ? undefined : `${path ?? 'the output'} cannot be written (${code})`
}

function programOf(done: (status: number) => void): Command {
  const program = new Command('section16')
    .description(ABOUT)
    .addHelpText('after', STATUSES)
    .option('-V, --version', 'print the version and nothing else')
    .helpOption('-h, --help', 'say what there is to say')
    .exitOverride()
  addRead(program, done)
  addVerify(program, done)
  addLoss(program, done)
  addCheck(program, done)
  addRules(program, done)
  addRender(program, done)
  addDiff(program, done)
  addWrite(program, done)
  addRows(program, done)
  addLedger(program, done)
  addAmendments(program, done)
  addLate(program, done)
  addDeadline(program, done)
  addShortSwing(program, done)
  addVest(program, done)
  addEdgar(program, done)
  addDeskVerbs(program, done)
  addCompletion(program)
  return program
}

const ndjson = () => new Option('--ndjson', 'one JSON object a line for each filing').conflicts(['json', 'csv', 'tsv'])
const noColor = () => new Option('--no-color', 'no colour, as with NO_COLOR')
function addRead(program: Command, done: (status: number) => void): void {
  verb(program, 'read', 'Draw the form, or give the filing as JSON.', 'section16 read form4.xml --json')
    .argument('<what...>')
    .addOption(json())
    .addOption(ndjson())
    .addOption(new Option('--list', 'list the documents of each submission'))
    .addOption(
      new Option('--exhibits <dir>', 'save the documents beside the form').conflicts(['list', 'json', 'ndjson']),
    )
    .addOption(force())
    .addOption(width())
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .addOption(
      new Option(
        '--review <file>',
        'of forms on paper: a page on which to check one file, its answers saved',
      ).conflicts(['list', 'exhibits']),
    )
    .action(async (whats: string[], options: ReadVerbOptions) => {
      done(await (await import('./verbs/read.ts')).read(whats, options))
    })
}

function addVerify(program: Command, done: (status: number) => void): void {
  const about = 'Prove that nothing is lost: write every filing back from its JSON alone and compare.'
  verb(program, 'verify', about, 'section16 verify filings.tar.gz')
    .argument('<what...>')
    .addOption(json())
    .addOption(ndjson())
    .addHelpText('after', VERIFY_HELP)
    .action(async (whats: string[], options: VerifyVerbOptions) => {
      done(await (await import('./verbs/verify.ts')).verify(whats, options))
    })
  program
    .command('write-back', { hidden: true })
    .description('What verify runs: filing JSON, one a line, from standard input; for each the XML, its length first.')
    .action(async () => (await import('./verbs/writeBack.ts')).writeBack())
}

const VERIFY_HELP = `
Each filing is counted once: bytes (the same XML, byte for byte), identical (the same elements, attributes and
texts; typed otherwise), repaired (not well-formed, mended, the mended text came back), refused. Files without an
ownership document are other. A filing that came back different is listed, and the exit status is 1.`

function addLoss(program: Command, done: (status: number) => void): void {
  const about = 'Say what of each filing is kept without being understood, mended, or left out.'
  verb(program, 'loss', about, 'section16 loss form4.xml')
    .argument('<what...>')
    .addOption(json())
    .addOption(ndjson())
    .addOption(noColor())
    .action(async (whats: string[], options: LossVerbOptions) => {
      done(await (await import('./verbs/loss.ts')).loss(whats, options))
    })
}

function addCheck(program: Command, done: (status: number) => void): void {
  const about = 'Say what the SEC, a court or a careful reader would object to.'
  verb(program, 'check', about, 'section16 check form4.xml --draft')
    .argument('[what...]')
    .addOption(json().conflicts('sarif'))
    .addOption(ndjson().conflicts(['json', 'sarif']))
    .addOption(new Option('--sarif', 'one SARIF 2.1.0 log'))
    .addOption(new Option('--summary', 'how often each rule fires, for many filings').conflicts(['ndjson', 'sarif']))
    .addOption(new Option('--explain <code>', 'show the page of a rule, or what a code means'))
    .addOption(new Option('--rules-of <day>', 'judge by the rules of this day, YYYY-MM-DD'))
    .addOption(new Option('--draft', 'the filing has not been filed yet'))
    .addOption(new Option('--allow <name>', 'leave out a rule, by name or code; repeatable').argParser(gather))
    .addOption(new Option('--assume <name=reading>', 'take a doubtful statement so; repeatable').argParser(gather))
    .addOption(
      new Option('--fix', 'put the form of a draft right, in a copy').conflicts(['json', 'ndjson', 'sarif', 'summary']),
    )
    .addOption(new Option('-o, --output <file>', 'the copy that --fix makes'))
    .addOption(force())
    .addOption(width())
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .addHelpText('after', CHECK_HELP)
    .action(async (whats: string[], options: CheckVerbOptions) => {
      done(await (await import('./verbs/check.ts')).check(whats, options))
    })
}

const CHECK_HELP = `
Who objects: suspends (EDGAR refuses the filing), warns (EDGAR accepts it with a warning), law (a rule of Section 16
seems broken), doubt (a careful reader would ask), note (nobody). Exit status 1 for all but notes.

A filing is judged by the rules in force on its filing date; the edgarSubmission file that a filer sends is judged as a
draft and as a whole, with its wrapper and attachments. --fix changes white space around codes and numbers, the
zeros of a CIK, the spelling of boxes and the order of elements; nothing that is said.`

function addRules(program: Command, done: (status: number) => void): void {
  verb(program, 'rules', 'List the rules of check, search them, or show the page of one.', 'section16 rules price')
    .argument('[words...]', 'a code, a name, or words to search for')
    .addOption(new Option('--assumptions', 'list the doubtful statements on which rules rest'))
    .addOption(json())
    .addOption(width())
    .action(async (words: string[], options: RulesVerbOptions) => {
      done(await (await import('./verbs/rules.ts')).rules(words, options))
    })
}

function addRender(program: Command, done: (status: number) => void): void {
  verb(program, 'render', 'Make a page of the official form.', 'section16 render form4.xml --html -o form4.html')
    .argument('<what...>')
    .addOption(
      new Option('--terminal', 'drawn with characters, as when nothing is said').conflicts(['html', 'markdown', 'pdf']),
    )
    .addOption(new Option('--html', 'one HTML page, nothing to load').conflicts(['markdown', 'pdf']))
    .addOption(new Option('--markdown', 'for language models: every value with its place').conflicts('pdf'))
    .addOption(new Option('--pdf', 'printed pages, letter landscape; needs @section16/print and -o'))
    .addOption(new Option('-o, --output <path>', 'a file, or a folder for one file each'))
    .addOption(force())
    .addOption(width())
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .action(async (whats: string[], options: RenderVerbOptions) => {
      done(await (await import('./verbs/render.ts')).render(whats, options))
    })
}

function addDiff(program: Command, done: (status: number) => void): void {
  const about = 'Say what changed between two filings, cell by cell.'
  verb(program, 'diff', about, 'section16 diff form4.xml form4a.xml')
    .argument('<before>', 'the original')
    .argument('<after>', 'its amendment')
    .addOption(json())
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .action(async (before: string, after: string, options: DiffVerbOptions) => {
      done(await (await import('./verbs/diff.ts')).diff(before, after, options))
    })
}

function addWrite(program: Command, done: (status: number) => void): void {
  verb(program, 'write', 'Write filings in another form.', 'section16 write form4.xml --to json -o form4.json')
    .argument('[what...]')
    .addOption(new Option('--to <format>', 'what to write').choices(FORMATS))
    .addOption(new Option('--submission', 'the form as it is filed: --to submission').conflicts('to'))
    .addOption(new Option('-o, --output <path>', 'a file, or a folder for one file each'))
    .addOption(force())
    .addOption(new Option('--with-ccc', 'put the CCC of the source in, for EDGAR and nobody else'))
    .addOption(new Option('--test', 'edgar-submission: for a test filing, as when nothing is said').conflicts('live'))
    .addOption(new Option('--live', 'edgar-submission: for a live filing'))
    .addOption(new Option('--contact-name <name>', 'edgar-submission: whom EDGAR may ask'))
    .addOption(new Option('--contact-phone <number>', 'edgar-submission: at this number'))
    .addOption(new Option('--contact-email <address>', 'edgar-submission: at this address'))
    .addOption(new Option('--notify <address>', 'edgar-submission: who is told; repeatable').argParser(gather))
    .addOption(new Option('--exhibit <file:type[:description]>', 'edgar-submission: repeatable').argParser(gather))
    .addOption(new Option('--schema', 'print the JSON Schema of filing JSON').conflicts(['to', 'submission']))
    .addOption(answers())
    .addOption(minCertainty())
    .addHelpText('after', WRITE_HELP)
    .action(async (whats: string[], options: WriteVerbOptions) => {
      done(await (await import('./verbs/write.ts')).write(whats, options))
    })
}

const WRITE_HELP = `
Formats: xml (as read, byte for byte), json (filing JSON), submission (the form for filing), edgar-submission (the
file that EDGAR takes), sec-api (the JSON shape of sec-api.io), ndjson, csv, tsv (one row for each transaction or
holding), data-sets (the eight tables of the SEC's Insider Transactions Data Sets).`

function gather(one: string, others: string[] | undefined): string[] {
  return [...(others ?? []), one]
}

function addRows(program: Command, done: (status: number) => void): void {
  verb(program, 'rows', 'One row for each transaction or holding.', 'section16 rows filings.zip --csv > rows.csv')
    .argument('<what...>')
    .addOption(json().conflicts(['csv', 'tsv']))
    .addOption(ndjson())
    .addOption(new Option('--csv', 'comma-separated, for spreadsheets').conflicts('tsv'))
    .addOption(new Option('--tsv', 'tab-separated'))
    .addOption(
      new Option('--data-sets <dir>', "the eight tables of the SEC's data sets").conflicts([
        'json',
        'ndjson',
        'csv',
        'tsv',
      ]),
    )
    .addOption(force())
    .addOption(width())
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .action(async (whats: string[], options: RowsVerbOptions) => {
      done(await (await import('./verbs/rows.ts')).rows(whats, options))
    })
}

function addLedger(program: Command, done: (status: number) => void): void {
  const about = 'What is held, how it came about, and where the reports do not go together.'
  verb(program, 'ledger', about, 'section16 ledger filings.zip --owner DOE --as-of 2024-03-01 --breaks')
    .argument('<what...>')
    .addOption(new Option('--as-of <day>', 'the positions on this day, by the transactions’ own dates'))
    .addOption(new Option('--known-on <day>', 'as the filings of that time and before have it'))
    .addOption(new Option('--as-filed', 'amendments beside their originals instead of in their place'))
    .addOption(new Option('--owner <cik>', 'only positions of this owner: a CIK, or a part of the name'))
    .addOption(new Option('--aliases <file>', 'titles that mean one security, CSV: title,security and perhaps issuer'))
    .addOption(
      new Option('--series <rule>', 'what tells series of derivatives apart')
        .choices(['exercisableWithoutExpiry', 'titlePriceExpiry'])
        .default('exercisableWithoutExpiry'),
    )
    .addOption(new Option('--breaks', 'every break, with its likely reasons'))
    .addOption(new Option('--plot', 'each position over time'))
    .addOption(new Option('--events', 'orders in parts, exercises with their sales, blocks reported by a chain'))
    .addOption(new Option('--beneficial', 'with the rights to acquire within 60 days; needs --owner and --as-of'))
    .addOption(new Option('--outstanding <shares>', 'of the class, for its percentage'))
    .addOption(new Option('--explain', 'every line of every position, and why'))
    .addOption(json().conflicts('csv'))
    .addOption(new Option('--csv', 'a row for each step of each position, comma-separated'))
    .addOption(width())
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .addHelpText('after', LEDGER_HELP)
    .action(async (whats: string[], options: LedgerVerbOptions) => {
      done(await (await import('./verbs/ledger.ts')).ledger(whats, options))
    })
}

const LEDGER_HELP = `
One position for each set of owners, security, nature of ownership and series of derivatives. It begins with a Form 3 or
the first balance seen; opening, lines and breaks always make the closing balance. Amended lines stand in the place of
what they amend. A joint filing, and its parts where there are more than ten owners, are counted once. Likely reasons of
a break are tested against all filings given: give those of all holders to have splits recognised.`

function addAmendments(program: Command, done: (status: number) => void): void {
  const about = 'Which filing each amendment amends, and which of its lines.'
  verb(program, 'amendments', about, 'section16 amendments filings.zip --json')
    .argument('<what...>')
    .addOption(json().conflicts('csv'))
    .addOption(ndjson())
    .addOption(new Option('--csv', 'a row for each change, comma-separated'))
    .addOption(new Option('--explain', 'say why, sentence by sentence'))
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .addHelpText('after', AMENDMENTS_HELP)
    .action(async (whats: string[], options: AmendmentsVerbOptions) => {
      done(await (await import('./verbs/amendments.ts')).amendments(whats, options))
    })
}

const AMENDMENTS_HELP = `
Lines are corrected, added or withdrawn one by one; what an amendment does not restate stays. What cannot be told from
the filings given is left open, with the reason; a withdrawal stated in a footnote or remark is followed or left open.`

function addLate(program: Command, done: (status: number) => void): void {
  const about = 'Which transactions were reported late, and the list of Item 405.'
  verb(program, 'late', about, 'section16 late filings.zip --item-405 2024 --fiscal-year-end 06-30')
    .argument('<what...>')
    .addOption(new Option('--item-405 <year>', 'the late filers of the fiscal year that ends in this year'))
    .addOption(new Option('--fiscal-year-end <day>', 'the end of the issuer’s fiscal year, MM-DD; else 12-31'))
    .addOption(
      new Option('--grace-before-2003 <how>', 'Form 4s before 2003-06-30 at most one business day late')
        .choices(['listed', 'notListed'])
        .default('listed'),
    )
    .addOption(
      new Option('--corrections <how>', 'whether a line that is only corrected can be late')
        .choices(['notLate', 'judged'])
        .default('notLate'),
    )
    .addOption(new Option('--calendar <file>', 'further days, JSON or CSV: date, event, isBusinessDay, edgarOpen'))
    .addOption(json().conflicts('csv'))
    .addOption(ndjson())
    .addOption(new Option('--csv', 'a row for each line, or for each late filer, comma-separated'))
    .addOption(new Option('--explain', 'all lines, and why'))
    .addOption(width())
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .addHelpText('after', LATE_HELP)
    .action(async (whats: string[], options: LateVerbOptions) => {
      done(await (await import('./verbs/late.ts')).late(whats, options))
    })
}

const LATE_HELP = `
Each line by its own deadline and EDGAR's filing date, which only a full submission has: from the document alone it stays
unknown, whatever the signature says. Items of Form 5 on a Form 4 are early; a corrected line is not late, an added one
is. What cannot be judged is said and in no count. Who files Form 20-F has no Item 405: an issuer with a foreign trading
symbol is named for that. Late is no error: status 0.`

function addDeadline(program: Command, done: (status: number) => void): void {
  const about = 'By when something is reported, on which form, and whether a filing is late.'
  verb(program, 'deadline', about, 'section16 deadline --trade 2024-03-01 --code S --filed 2024-03-05T21:30')
    .argument('[what...]')
    .addOption(new Option('--trade <day>', 'a transaction of this day, YYYY-MM-DD'))
    .addOption(new Option('--code <code>', 'its transaction code'))
    .addOption(new Option('--acquired', 'by it something was acquired').conflicts('disposed'))
    .addOption(new Option('--disposed', 'by it something was disposed of'))
    .addOption(new Option('--exempt', 'the condition of its exemption from Section 16(b) holds').conflicts('notExempt'))
    .addOption(new Option('--not-exempt', 'that condition does not hold'))
    .addOption(new Option('--form <form>', 'the form, where facts not given would say it').choices(['3', '4', '5']))
    .addOption(
      new Option('--rule <rule>', 'why the person did not choose the day').choices(['10b5-1', 'discretionary']),
    )
    .addOption(new Option('--notified <day>', 'when the person was told of the trade; or never'))
    .addOption(new Option('--deferral-lost <day>', 'code L: when Rule 16a-6 no longer held'))
    .addOption(new Option('--fiscal-year-end <day>', 'the end of the issuer’s fiscal year: Form 5'))
    .addOption(new Option('--became-insider <day>', 'Form 3 of who became an insider').conflicts('registered'))
    .addOption(new Option('--registered <day>', 'Form 3 because the issuer registered'))
    .addOption(new Option('--foreign', 'the issuer is a foreign private issuer, the person a director or officer'))
    .addOption(new Option('--filed <moment>', 'acceptance in Eastern time, YYYY-MM-DDTHH:MM, or the filing date'))
    .addOption(new Option('--calendar <file>', 'further days, JSON or CSV: date, event, isBusinessDay, edgarOpen'))
    .addOption(new Option('--explain', 'say why, sentence by sentence'))
    .addOption(json())
    .addOption(width())
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .addHelpText('after', DEADLINE_HELP)
    .action(async (whats: string[], options: DeadlineVerbOptions) => {
      done(await (await import('./verbs/deadline.ts')).deadline(whats, options))
    })
}

const DEADLINE_HELP = `
Of a filing that is named: each line, its due day, and whether it was kept where the filing date is known. Without one it
asks for a fact, exit status 2, where the code alone does not decide: G needs --acquired or --disposed, J and E
--exempt or --not-exempt, L --deferral-lost or --form 5. What is taken for granted is said. Business days are EDGAR's
from 1996; where a day that no source was found for decides, the other result is given too. Late is no error: status 0.`

function addShortSwing(program: Command, done: (status: number) => void): void {
  const about = 'The greatest profit from trades less than six months apart, Section 16(b), with its proof.'
  verb(program, 'shortswing', about, 'section16 shortswing filings.zip --facts facts.json --explain')
    .argument('[what...]')
    .addOption(new Option('--lots <file>', 'plain lots instead of filings: date,side,shares,price; side P or S'))
    .addOption(new Option('--facts <file>', 'what no form says, JSON: see below').conflicts('lots'))
    .addOption(
      new Option(
        '--owner <cik>',
        'whose trades, where the filings are of several: a CIK, or a part of the name',
      ).conflicts('lots'),
    )
    .addOption(new Option('--issuer <cik>', 'in which issuer, likewise').conflicts('lots'))
    .addOption(new Option('--as-of <day>', 'only trades up to this day, YYYY-MM-DD').conflicts('lots'))
    .addOption(new Option('--known-on <day>', 'as the filings of that time and before have it').conflicts('lots'))
    .addOption(
      new Option('--what-if <trade>', 'from which day S@PRICE or P@PRICE no longer matches what is known').conflicts(
        'lots',
      ),
    )
    .addOption(new Option('--class <title>', 'of which class the trade of --what-if is').conflicts('lots'))
    .addOption(
      new Option('--mixed-pairs <rule>', 'how a derivative and something of other terms match')
        .choices(['marketPrice', 'derivativeValue'])
        .default('marketPrice'),
    )
    .addOption(new Option('--partial', 'answer although lines of --lots cannot be read, without them'))
    .addOption(
      new Option('--month-end <rule>', 'six months after a day that the later month lacks')
        .choices(['nextMonthFirst', 'clamp'])
        .default('nextMonthFirst'),
    )
    .addOption(new Option('--explain', 'say why, sentence by sentence'))
    .addOption(json().conflicts('csv'))
    .addOption(new Option('--csv', 'the matched pairs, comma-separated'))
    .addOption(width())
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .addHelpText('after', SHORTSWING_HELP)
    .action(async (whats: string[], options: ShortSwingVerbOptions) => {
      done(await (await import('./verbs/shortswing.ts')).shortswing(whats, options))
    })
}

const SHORTSWING_HELP = `
All pairs of a purchase and a sale within less than six months of each other may match, each share once; losses are
disregarded. The answer is the greatest profit there is, exact, with numbers that prove it. A line of --lots that cannot
be read refuses the whole, status 3.

Of filings: amended lines as they stand, exemptions by code. Where one turns on a fact that no form says there are two
totals, and the missing facts are named. --facts gives them, each with its source; all are optional:
  {"exemptions": [{"code": "A", "approved": true, "source": "minutes of 2024-02-01"},
                  {"code": "I", "elected": "2024-07-15", "lastOppositeElection": "2024-01-15", "source": …},
                  {"transaction": "0001234567-24-000001 nonDerivative 2", "exempt": false, "source": "counsel"}],
   "foreignPrivateIssuer": [{"until": "2024-07-01", "source": "Form 8-K"}],
   "offices": [{"from": "2020-01-01", "until": "2024-07-01", "source": "Form 8-K"}], "tenPercent": [{"from": …}],
   "registered": {"on": "2019-05-01", "source": …}, "prices": [{"transaction": …, "price": "10.25", "source": …}],
   "marketPrices": [{"date": …, "price": …, "source": …}],
   "derivativeValues": [{"transaction": …, "on": …, "value": …, "source": …}],
   "splits": [{"date": …, "before": "1", "after": "2", "source": …}],
   "interests": [{"account": "By LLC", "part": "1/3", "source": …}],
   "rights": [{"title": …, "right": "put", "source": …}], "classes": [{"title": …, "security": "Common Stock"}]}
Rule 16b-3 (codes A, D, F, I) is for officers and directors: of an owner of ten percent "offices" says when he was one,
by deputization too; "offices": [] says never.`

function addVest(program: Command, done: (status: number) => void): void {
  const about = 'Footnotes on vesting as dated schedules, one for each derivative row.'
  verb(program, 'vest', about, 'section16 vest form4.xml --as-of 2024-04-15')
    .argument('<what...>')
    .addOption(new Option('--shares <count>', 'shares of the award, where the filing does not say them'))
    .addOption(
      new Option('--convention <name>', 'what becomes of fractions of shares')
        .choices(['cumulative-floor', 'cumulative-round', 'equal-last-plug', 'all'])
        .default('all'),
    )
    .addOption(new Option('--as-of <day>', 'what is exercisable on this day, YYYY-MM-DD, and within 60 days'))
    .addOption(new Option('--explain', 'say why, sentence by sentence'))
    .addOption(json().conflicts('csv'))
    .addOption(ndjson())
    .addOption(new Option('--csv', 'a row for each instalment and convention, comma-separated'))
    .addOption(width())
    .addOption(noColor())
    .addOption(answers())
    .addOption(minCertainty())
    .addHelpText('after', VEST_HELP)
    .action(async (whats: string[], options: VestVerbOptions) => {
      done(await (await import('./verbs/vest.ts')).vest(whats, options))
    })
}

const VEST_HELP = `
A footnote is read to its last word or not at all: what is left is shown in its words, with the reason. The shares of
the award are those of the footnote, else of a grant's or holding's row; of other rows only parts are known, unless
--shares says more. "by" a day: it may have vested earlier.`

function addEdgar(program: Command, done: (status: number) => void): void {
  const edgar = verb(
    program,
    'edgar',
    'EDGAR’s side of the wire: a rehearsal EDGAR.',
    'section16 edgar rehearse --port 8616',
  ).helpCommand(false)
  const about = 'Play EDGAR on this machine, until Ctrl-C: nothing goes to the SEC. Needs @section16/edgar.'
  const example = 'section16 edgar rehearse --port 8616 --filers filers.json --journal rehearsal.ndjson'
  verb(edgar, 'rehearse', about, example)
    .addOption(new Option('--port <number>', 'the port on 127.0.0.1; else any that is free').argParser(portNumber))
    .addOption(new Option('--filers <file>', 'who is entered, JSON: see below'))
    .addOption(new Option('--journal <file>', 'keep all in this file, and go on from it the next time'))
    .addOption(
      new Option('--clock <moment>', 'where its clock begins, YYYY-MM-DDTHH:MM in Eastern time, or with an offset'),
    )
    .addHelpText('after', REHEARSE_HELP)
    .action(async (options: RehearseVerbOptions) => {
      done(await (await import('./verbs/rehearse.ts')).rehearse(options))
    })
}

const REHEARSE_HELP = `
Filers are entered unless the journal knows their CIK. One with a CCC can be an owner; one with two technical
administrators can have a token; people with the role of user or account administrator can have theirs:
  [{"cik": "9700001", "name": "Larkspur Turbines Inc."},
   {"cik": "9700002", "name": "Vale Tamsin", "ccc": "abcd#123", "delegatesTo": ["9700003"]},
   {"cik": "9700003", "name": "Hollow & Reed LLP", "individuals": [
     {"login": "ada", "roles": ["accountAdministrator", "technicalAdministrator"]},
     {"login": "ben", "roles": ["technicalAdministrator", "user"]}]}]
It answers EDGAR's calls, and its own below /rehearsal: clock, faults, filers, tokens, what was filed.`

function addCompletion(program: Command): void {
  verb(program, 'completion', 'Print a completion script.', 'source <(section16 completion bash)')
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (shell: string) => {
      const { completion } = await import('./completion.ts')
      process.stdout.write(completion(shell, program))
    })
}
