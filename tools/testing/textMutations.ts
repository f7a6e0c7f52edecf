import type { Random } from './random.ts'

/**
 * Changes that keep a document valid under the SEC's schema and that its text alone forbids, by the code of the rule
 * that has to see it. `undefined` where a document has no place for one.
 */
export type TextMutation = (xml: string, random: Random) => string | undefined

/** Yugoslavia, East Timor, the Soviet Union. */
const OBSOLETE = ['Y2', '2F', 'U2']

/** One match of a pattern, picked at random, replaced. */
function once(pattern: RegExp, replace: (match: string, random: Random) => string): TextMutation {
  return (xml, random) => {
    const matches = [...xml.matchAll(pattern)]
    if (matches.length === 0) return undefined
    const { index, 0: match } = random.pick(matches)
    return xml.slice(0, index) + replace(match, random) + xml.slice(index + match.length)
  }
}

/** The same, where the replacement may find that the match is none of those meant. */
function onceIn(pattern: RegExp, change: (match: string) => string): TextMutation {
  return (xml, random) => {
    const suitable = (match: string) => change(match) !== match
    const matches = [...xml.matchAll(pattern)].filter(([match]) => suitable(match))
    if (matches.length === 0) return undefined
    const { index, 0: match } = random.pick(matches)
    return xml.slice(0, index) + change(match) + xml.slice(index + match.length)
  }
}

const element = (name: string) => new RegExp(`[ \\t]*<${name}>[\\s\\S]*?</${name}>\\n?`, 'g')
const TRANSACTION = /<(derivative|nonDerivative)Transaction>[\s\S]*?<\/\1Transaction>/g
const ROW = /<(derivative|nonDerivative)(Transaction|Holding)>[\s\S]*?<\/\1\2>/g
const CHANGES = /<documentType>[45]/
const FOOTNOTE = /<footnote id="F\d+">/g

const on = (form: RegExp, mutation: TextMutation): TextMutation => {
  return (xml, random) => (form.test(xml) ? mutation(xml, random) : undefined)
}

function timeliness(row: string, value: string): string {
  const said = `<transactionTimeliness><value>${value}</value></transactionTimeliness>`
  return row.includes('<transactionTimeliness>')
    ? row.replace(/<transactionTimeliness>[\s\S]*?<\/transactionTimeliness>/, said)
    : row.replace('</transactionCoding>', `</transactionCoding>${said}`)
}

const ofFormType = (row: string, type: string) =>
  row.replace(/<transactionFormType>\d</, `<transactionFormType>${type}<`)

const withNature = (row: string, held: string, nature: string) =>
  new RegExp(`<directOrIndirectOwnership>\\s*<value>${held}<`).test(row)
    ? row
        .replace(/\s*<natureOfOwnership>[\s\S]*?<\/natureOfOwnership>/, '')
        .replace(
          '</ownershipNature>',
          `<natureOfOwnership><value>${nature}</value></natureOfOwnership></ownershipNature>`,
        )
    : row

function secondOwner(xml: string): string | undefined {
  const owners = xml.match(element('reportingOwner')) ?? []
  const [first] = owners
  if (first === undefined || owners.length > 9) return undefined
  const cik = (owner: string) => owner.replace(/(<rptOwnerCik>)0*/, '$1')
  return xml.replace(first, () => first + cik(first))
}

const noRows: TextMutation = (xml) =>
  xml.replace(element('nonDerivativeTable'), '').replace(element('derivativeTable'), '').replace(EXIT, '$10<')

const EXIT = /(<notSubjectToSection16>)\w*</

const oneMoreFootnote: TextMutation = (xml) => {
  const free = Array.from({ length: 99 }, (_, i) => `F${i + 1}`).find((id) => !xml.includes(`"${id}"`))
  if (free === undefined || !xml.includes('</footnotes>')) return undefined
  return xml.replace('</footnotes>', `<footnote id="${free}">Nobody refers to this.</footnote></footnotes>`)
}

const flags = (relationship: string, to: (name: string) => string) =>
  relationship.replace(/<(is\w+)>\w+</g, (_, name: string) => `<${name}>${to(name)}<`)

const without = (block: string, name: string) => block.replace(element(name), '')

const RELATIONSHIP = element('reportingOwnerRelationship')
const ADDRESS = element('reportingOwnerAddress')
const only = (name: string, block: string) => {
  const bare = ['isDirector', 'isOfficer', 'isTenPercentOwner', 'isOther', 'officerTitle', 'otherText'].reduce(
    without,
    block,
  )
  return bare.replace('</reportingOwnerRelationship>', `<${name}>1</${name}></reportingOwnerRelationship>`)
}

/** By code. */
export const textMutations: Readonly<Record<string, TextMutation>> = {
  C201: once(/\n[ \t]*</g, (match) => `\n<?xml-stylesheet href="form.xsl"?>${match}`),
  C202: once(FOOTNOTE, (match, random) => match + random.pick(['"', '>', 'see "A"'])),
  C203: once(FOOTNOTE, (match, random) => match + random.pick(['\u2019', '\u00e9', '\u2014', '\u00a0'])),
  C220: once(/<(issuerCik|rptOwnerCik)>\d+/g, (match, random) =>
    match.replace(/\d+/, random.pick(['0', '0000000000'])),
  ),
  C223: secondOwner,
  C224: onceIn(RELATIONSHIP, (block) => flags(block, () => '0')),
  C225: onceIn(RELATIONSHIP, (block) => only('isOfficer', block)),
  C226: onceIn(RELATIONSHIP, (block) => only('isOther', block)),
  C227: onceIn(ADDRESS, (block) => without(block, 'rptOwnerNonUSAddressFlag')),
  C228: onceIn(ADDRESS, (block) => (/Flag>(?:false|0)</.test(block) ? without(block, 'rptOwnerState') : block)),
  C229: onceIn(ADDRESS, (block) => (/Flag>(?:true|1)</.test(block) ? without(block, 'rptOwnerCountry') : block)),
  C230: once(/<rptOwnerCountry>\w\w/g, (_, random) => `<rptOwnerCountry>${random.pick(OBSOLETE)}`),
  C240: on(
    CHANGES,
    onceIn(TRANSACTION, (row) => without(row, 'transactionCoding')),
  ),
  C241: on(
    /<documentType>4/,
    onceIn(TRANSACTION, (row) => timeliness(ofFormType(row, '5'), 'L')),
  ),
  C242: on(
    /<documentType>4/,
    onceIn(TRANSACTION, (row) => timeliness(ofFormType(row, '4'), 'E')),
  ),
  C243: on(
    /<documentType>5/,
    onceIn(TRANSACTION, (row) => timeliness(row, 'E')),
  ),
  C244: on(
    CHANGES,
    onceIn(TRANSACTION, (row) => timeliness(row, '|')),
  ),
  C245: onceIn(ROW, (row) => withNature(row, 'D', 'By Spouse')),
  C246: onceIn(ROW, (row) => withNature(row, 'I', '')),
  C247: onceIn(/<underlyingSecurity>[\s\S]*?<\/underlyingSecurity>/g, (block) =>
    without(without(block, 'underlyingSecurityShares'), 'underlyingSecurityValue'),
  ),
  C248: on(CHANGES, noRows),
  C260: oneMoreFootnote,
  C261: once(/<footnoteId id="F\d+"\/>/g, (match) => match + match),
  C262: once(FOOTNOTE, (match, random) => match + 'x'.repeat(random.between(1001, 5000))),
  C263: onceIn(/<footnote id="F\d+">[^<]*</g, (match) => match.replace(/>[^<]*</, '><')),
}
