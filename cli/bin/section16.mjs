#!/usr/bin/env node
// Plain JavaScript of the oldest kind an ES module can be: an old Node must get far enough to say that it is old.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 18)) {
  await import('../dist/main.js')
} else {
  console.error(`section16 needs Node 22.18 or newer; this is Node ${process.versions.node} (${process.execPath})`)
  process.exitCode = 2
}
