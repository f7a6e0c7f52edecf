import type { DiagnosticWording } from './wording.ts'

/** What the writers can say: W1xx the form for filing, W2xx the submission around it. */
export const writeDiagnostics: Record<string, DiagnosticWording> = {
  W101: {
    name: 'non-ascii',
    severity: 'suspends',
    message: 'The character {character} ({name}) in {element} is not ASCII.',
    fix: 'Write it in ASCII letters; EDGAR takes no other, and nothing is replaced by itself.',
  },
  W102: {
    name: 'needed',
    severity: 'suspends',
    message: '<{element}> is missing; the form cannot be filed without it.',
    fix: 'Give its value. It is never invented.',
  },
  W103: {
    name: 'no-value',
    severity: 'suspends',
    message: '“{written}” is no value of <{element}>.',
    fix: 'Write a value of its type.',
  },
  W104: {
    name: 'too-many-places',
    severity: 'suspends',
    message: '{value} has more than 4 decimal places or 16 digits.',
    fix: 'Round it as the law allows; nothing is rounded by itself.',
  },
  W105: {
    name: 'transaction-value',
    severity: 'suspends',
    message:
      'transactionValue of the 2003 dialect cannot be filed: it is not known whether {value} is a price or a total.',
    fix: 'Say which it is: pricePerShare or totalValue.',
  },
  W106: {
    name: 'unknown-left-out',
    severity: 'doubt',
    message: 'What is not known here is not part of the form for filing and was left out: {markup}',
    fix: 'Compare with the original.',
  },
  W201: {
    name: 'document-name',
    severity: 'suspends',
    message: 'The name “{name}” is not allowed: {why}.',
    fix: 'At most 32 lower-case letters, digits, one each of . - _; a letter first; ending .xml, .txt, .htm, .jpg or .gif.',
  },
  W202: {
    name: 'document-type',
    severity: 'suspends',
    message: 'The type “{type}” is no type of a supporting document.',
    fix: 'EX-24, EX-99, CORRESP, COVER or GRAPHIC, each with .text after it if need be, 20 characters in all.',
  },
  W203: {
    name: 'too-many-documents',
    severity: 'suspends',
    message: '{count} documents of type {type}; at most {limit} are taken.',
    fix: 'Take some out.',
  },
  W204: {
    name: 'empty-document',
    severity: 'suspends',
    message: 'The document “{name}” is empty.',
    fix: 'Give its content or leave it out.',
  },
  W205: {
    name: 'too-long',
    severity: 'suspends',
    message: '{element} has {length} characters; at most {limit} are taken.',
    fix: 'Shorten it.',
  },
  W206: {
    name: 'ccc-needed',
    severity: 'note',
    message: 'The file holds no CCC, so EDGAR will not take it as it is.',
    fix: 'Put the CCC in as the last step: --with-ccc.',
  },
  W207: {
    name: 'name-twice',
    severity: 'suspends',
    message: 'Two documents are named “{name}”.',
    fix: 'Give each a name of its own.',
  },
  W208: {
    name: 'bad-address',
    severity: 'suspends',
    message: '“{address}” is no e-mail address.',
    fix: 'Write it as name@example.com, at most 80 characters.',
  },
  W209: {
    name: 'address-twice',
    severity: 'warns',
    message: 'The address {address} stands twice among those of the contact and for notification.',
    fix: 'Take one out.',
  },
}
