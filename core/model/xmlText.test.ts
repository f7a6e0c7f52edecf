import { expect, test } from 'vitest'
import { attributeValue, escapeText, illegalCharacter, resolveReferences } from './xmlText.ts'

test.each([
  ['plain', 'plain'],
  ['Zephyr & Quill "Z" <Q>', 'Zephyr &amp; Quill &quot;Z&quot; &lt;Q&gt;'],
  ["O'Dell", "O'Dell"],
  [']]>', ']]&gt;'],
  ['a\r\nb', 'a&#13;\nb'],
  ['é\u{1f4c8}', 'é\u{1f4c8}'],
])('%j is spelled %j, and read back', (text, markup) => {
  expect(escapeText(text)).toBe(markup)
  expect(resolveReferences(markup)).toBe(text)
})

test.each([
  ['&apos;&quot;&lt;&gt;&amp;', '\'"<>&'],
  ['&#65;&#x41;&#x4a;&#0065;', 'AAJA'],
  [`&#${'0'.repeat(5000)}65;`, 'A'],
  ['&#x1F4C8;', '\u{1f4c8}'],
  ['&#9;&#10;&#13;', '\t\n\r'],
  ['&amp;amp;', '&amp;'],
  ['a\r\nb\rc\n', 'a\nb\nc\n'],
])('%j says %j', (markup, text) => expect(resolveReferences(markup)).toBe(text))

test.each(
  [
    ['&', '&;', '&amp', 'a & b', '&AMP;', '&nbsp;', '&#;', '&#x;', '&#X41;', '&#65', '&#-1;', '&#6 5;', '& amp;'],
    ['&#0;', '&#1;', '&#xD800;', '&#xDFFF;', '&#xFFFE;', '&#x110000;', `&#${'9'.repeat(400)};`],
    ['&toString;', '&__proto__;', '&constructor;', 'ok &amp; not &ok'],
  ].flat(),
)('%j has a reference to nothing', (markup) => expect(resolveReferences(markup)).toBeUndefined())

test.each([
  ['a b', 'a b'],
  ['a\r\n\t\rb', 'a   b'],
  ['&#13;&#10;&#9;', '\r\n\t'],
  ['&lt;"', '<"'],
  ['<', undefined],
  ['&', undefined],
])('the attribute %j says %j', (markup, value) => expect(attributeValue(markup)).toBe(value))

test.each([
  ['plain\t\r\n\u007f\u0085\ud7ff\ue000\ufffd\u{10ffff}', -1],
  ['a\0', 1],
  ['\u001f', 0],
  ['ab\ufffe', 2],
  ['\uffff', 0],
  ['\u{1f4c8}\ud800', 2],
  ['\udc00a', 0],
  ['a\ud800\ud800\udc00', 1],
])('the first character of %j that XML does not allow stands at %i', (text, at) =>
  expect(illegalCharacter(text)).toBe(at),
)
