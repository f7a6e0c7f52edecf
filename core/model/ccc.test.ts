import { expect, test } from 'vitest'
import { maskCccMarkup } from './ccc.ts'

test.each([
  ['plain', '<rptOwnerCcc>abc@1234</rptOwnerCcc><x>y</x>', '<rptOwnerCcc>********</rptOwnerCcc><x>y</x>'],
  ['with an attribute', '<rptOwnerCcc a="1">s</rptOwnerCcc>', '<rptOwnerCcc a="1">********</rptOwnerCcc>'],
  ['in CDATA', '<rptOwnerCcc><![CDATA[s<b>t]]></rptOwnerCcc>z', '<rptOwnerCcc>********</rptOwnerCcc>z'],
  ['after a comment', '<rptOwnerCcc><!-- x -->s</rptOwnerCcc>', '<rptOwnerCcc>********</rptOwnerCcc>'],
  ['in a child', '<rptOwnerCcc><b>s</b></rptOwnerCcc>', '<rptOwnerCcc>********</rptOwnerCcc>'],
  ['cut off', '<rptOwnerCcc>s', '<rptOwnerCcc>********'],
  ['not closed', '<rptOwnerCcc>s<other>keep</other>', '<rptOwnerCcc>********<other>keep</other>'],
  [
    'twice',
    '<rptOwnerCcc>s</rptOwnerCcc>-<rptOwnerCcc>t</rptOwnerCcc>',
    '<rptOwnerCcc>********</rptOwnerCcc>-<rptOwnerCcc>********</rptOwnerCcc>',
  ],
  ['empty', '<rptOwnerCcc></rptOwnerCcc><a>b</a>', '<rptOwnerCcc></rptOwnerCcc><a>b</a>'],
  ['an empty-element tag', '<rptOwnerCcc/><a>b</a>', '<rptOwnerCcc/><a>b</a>'],
  ['none', '<rptOwnerName>A</rptOwnerName>', '<rptOwnerName>A</rptOwnerName>'],
])('a CCC is masked: %s', (_, markup, masked) => {
  expect(maskCccMarkup(markup)).toBe(masked)
})
