import { expect, test } from 'vitest'
import { detectSource, type SourceKind } from './detectSource.ts'

const sources: [what: string, kind: SourceKind, text: string][] = [
  ['full submission', 'submission', '<SEC-DOCUMENT>0009999999-24-000001.txt : 20240102\n'],
  [
    'full submission behind a byte order mark',
    'submission',
    '\ufeff<SEC-DOCUMENT>0009999999-24-000001.txt : 20240102\n',
  ],
  ['submission of 1994', 'submission', '<IMS-DOCUMENT>0009999999-94-000001.txt : 19940102\n'],
  ['privacy-enhanced mail', 'submission', '-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n'],
  ['feed file', 'submission', '<SUBMISSION>\r<ACCESSION-NUMBER>0009999999-25-000001\r'],
  ['header file', 'submission', '<SEC-HEADER>0009999999-24-000001.hdr.sgml : 20240102\n'],
  ['tagged header alone', 'submission', '<ACCESSION-NUMBER>0009999999-24-000001\n<TYPE>4\n'],
  [
    'labelled header alone',
    'submission',
    '<ACCEPTANCE-DATETIME>20240102170000\nACCESSION NUMBER:\t\t0009999999-24-000001\n',
  ],
  ['labelled header without acceptance', 'submission', '\nACCESSION NUMBER:\t\t0009999999-98-000001\n'],
  ['documents alone', 'submission', '<DOCUMENT>\n<TYPE>4\n'],
  ['XML with declaration', 'ownershipXml', '<?xml version="1.0"?>\n<ownershipDocument>\n'],
  ['XML without declaration', 'ownershipXml', '\n  <ownershipDocument>'],
  [
    'XML behind mark, comment and DOCTYPE',
    'ownershipXml',
    '\ufeff<?xml version="1.0"?><!-- > --><!DOCTYPE x><ownershipDocument/>',
  ],
  ['XML with a prefix', 'ownershipXml', '<o:ownershipDocument xmlns:o="x">'],
  ['envelope', 'edgarSubmission', '<?xml version="1.0"?>\n<edgarSubmission>\n'],
  ['other XML', 'xml', '<?xml version="1.0"?>\n<XBRL/>'],
  [
    'refusal of undeclared tools',
    'refusal',
    '<!DOCTYPE html><html><h1>Your Request Originates from an Undeclared Automated Tool</h1>',
  ],
  ['refusal of too many requests', 'refusal', '<html><title>SEC.gov | Request Rate Threshold Exceeded</title>'],
  ['refusal as XML', 'refusal', '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code></Error>'],
  ['another answer as XML', 'xml', '<Error><Code>NoSuchKey</Code></Error>'],
  ['page', 'html', '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<!-- saved -->\n<html><head>'],
  ['page without root', 'html', '<!doctype html>\nplain words'],
  ['part of a page', 'html', '<TABLE border=1><TR>'],
  ['nothing', 'empty', ''],
  ['white space', 'empty', ' \r\n\t\ufeff'],
  ['typed text', 'other', 'FORM 4\nUNITED STATES SECURITIES AND EXCHANGE COMMISSION'],
  ['JSON', 'other', '{"cik":1}'],
  ['a lone bracket', 'other', '<'],
  ['unclosed comment', 'other', '<!-- <ownershipDocument>'],
]

test.each(sources)('%s is recognised', (_, kind, text) => {
  expect(detectSource(text)).toBe(kind)
})

test('words of a refusal in a filing refuse nothing', () => {
  const quoted = '<ownershipDocument><remarks>Request Rate Threshold Exceeded</remarks></ownershipDocument>'
  expect(detectSource(quoted)).toBe('ownershipXml')
})
