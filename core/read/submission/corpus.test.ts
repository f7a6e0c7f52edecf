import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeUuencoded } from './decodeUuencoded.ts'
import { detectSource } from './detectSource.ts'
import { documentText } from './documentText.ts'
import { locateOwnershipXml, ownershipDocumentOf } from './ownershipDocumentOf.ts'
import { readSubmission } from './readSubmission.ts'
import { rejoinBrokenLines } from './rejoinBrokenLines.ts'

/** Real filings, kept beside the repository. */
const corpus = new URL('../../../../shared/corpus/', import.meta.url)
const isThere = existsSync(new URL('manifest.tsv', corpus))

interface Row {
  file: string
  form: string
  schemaVersion: string
  accession: string
  tags: string
}

function manifest(): Row[] {
  const [head = '', ...lines] = readFileSync(new URL('manifest.tsv', corpus), 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell])) as unknown as Row)
}

/** Header and documents the plain way: line after line, with no regard to speed. */
function scan(text: string): { header: string; documents: { type: string; text: string }[] } {
  const documents: { type: string; text: string }[] = []
  let header = ''
  let state: 'header' | 'tags' | 'text' = 'header'
  for (const line of text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []) {
    const tag = line.trim()
    const last = documents.at(-1)
    if (tag === '<DOCUMENT>') {
      documents.push({ type: '', text: '' })
      state = 'tags'
    } else if (state === 'header') header += line
    else if (tag === '<TEXT>') state = 'text'
    else if (tag === '</TEXT>') state = 'tags'
    else if (state === 'text' && last) last.text += line
    else if (tag.startsWith('<TYPE>') && last) last.type = tag.slice('<TYPE>'.length)
  }
  return { header, documents }
}

const rows = isThere ? manifest().filter(({ file }) => /^(?:submissions|paper)\/[^/]+$/.test(file)) : []

describe.skipIf(!isThere)('real filings (needs ../shared/corpus, the filings kept beside the repository)', () => {
  test('the manifest names them', () => {
    const files = readdirSync(new URL('submissions/', corpus)).filter((name) => /\.(?:txt|nc|sgml)$/.test(name))
    expect(rows.filter(({ file }) => file.startsWith('submissions/'))).toHaveLength(files.length)
    expect(rows.length).toBeGreaterThan(1000)
  })

  test.each(rows)('$file', ({ file, form, schemaVersion, accession, tags }) => {
    const text = readFileSync(new URL(file, corpus), 'latin1')
    expect(detectSource(text)).toBe('submission')
    const submission = readSubmission(text)
    const { header, documents } = scan(text)

    // One header alone has a made-up file name, and neither number nor form in the manifest.
    expect(submission.accessionNumber).toBe(accession || /\d{10}-\d\d-\d{6}/.exec(header)?.[0])
    expect(submission.formType).toBe(form || '4')
    expect(submission.acceptedAt === undefined).toBe(!header.includes('<ACCEPTANCE-DATETIME>'))
    expect(submission.wrapper.pem).toBe(tags.includes('PEM wrapper'))

    expect(submission.documents.map(({ type }) => type)).toEqual(documents.map(({ type }) => type))
    for (const [i, document] of submission.documents.entries()) {
      expect(documentText(text, document).trimEnd()).toBe(documents[i]?.text.trimEnd())
    }

    const ciks = header.match(/(?:CENTRAL INDEX KEY:\s*|<CIK>)\d{10}/g)?.map((line) => line.slice(-10))
    expect(submission.parties.map(({ cik }) => cik)).toEqual(ciks)
    expect(submission.parties.filter(({ role }) => role === 'issuer' || role === 'subjectCompany')).toHaveLength(1)
    expect(submission.parties.filter(({ role }) => role === 'reportingOwner')).toHaveLength((ciks?.length ?? 0) - 1)
    expect(submission.parties.every(({ name }) => name)).toBe(true)

    const { found, diagnostics } = ownershipDocumentOf(text, submission)
    expect(found !== undefined).toBe(schemaVersion !== '')
    expect(locateOwnershipXml(text)).toEqual(found && { start: found.start, end: found.end })
    if (found) {
      expect(text.slice(found.start, found.end)).toMatch(
        /^(?:<\?xml|<ownershipDocument)[\s\S]*<\/ownershipDocument>\s*$/,
      )
      expect(diagnostics).toEqual([])
    } else {
      expect(diagnostics.map(({ code }) => code)).toEqual([documents.length > 0 ? 'R222' : 'R223'])
    }
    // Files that are a header only say so; nothing else is wrong with any of them.
    expect(submission.diagnostics.map(({ code }) => code)).toEqual(documents.length > 0 ? [] : ['R213'])
  })

  test('every uuencoded attachment is the picture it says it is', () => {
    const pictures = rows
      .filter(({ tags }) => tags.includes('uuencoded'))
      .flatMap(({ file }) => {
        const text = readFileSync(new URL(file, corpus), 'latin1')
        return readSubmission(text)
          .documents.filter(({ isUuencoded }) => isUuencoded)
          .map((document) => decodeUuencoded(text, document))
      })
    expect(pictures.length).toBeGreaterThanOrEqual(11)
    for (const { file, diagnostics } of pictures) {
      expect(diagnostics).toEqual([])
      const start = String.fromCharCode(...(file?.bytes.subarray(0, 4) ?? []))
      expect(start).toMatch(/^(?:GIF8|\xff\xd8\xff|\x89PNG)/)
      // A JPEG ends with its own mark: no byte was lost on the way.
      if (start.startsWith('\xff\xd8')) expect([...(file?.bytes.subarray(-2) ?? [])]).toEqual([0xff, 0xd9])
    }
  })

  test('the one filing whose line EDGAR cut is mended, and only that', () => {
    const mended = rows.filter(({ file }) => {
      const text = readFileSync(new URL(file, corpus), 'latin1')
      const { found } = ownershipDocumentOf(text, readSubmission(text))
      const { joins, text: joined } = rejoinBrokenLines(text, found?.start ?? 0, found?.end ?? 0)
      for (const { at } of joins) expect(joined.slice(at - '</fo'.length).startsWith('</footnote>')).toBe(true)
      return joins.length > 0
    })
    expect(mended.map(({ accession }) => accession)).toEqual(['0001225259-06-000003'])
  })
})
