import { form4 } from './drafts.mts'
import { findingsOf } from '../form/findings.ts'
import { CalendarDate } from '@section16/core/model'
const d = form4(30, 30), t = CalendarDate.parse('2026-11-26')!
for (let i = 0; i < 300; i++) findingsOf(d, t)
const c = process.cpuUsage(); for (let i = 0; i < 300; i++) findingsOf(d, t)
const u = process.cpuUsage(c); console.log('findingsOf', (u.user + u.system) / 300000, 'ms', findingsOf(d, t).map((f) => f.code + f.message))
