/**
 * What the page does: a field and its places on the pages point to each other, and the answers are saved as the file that
 * `--answers` takes. It knows the page by its marks (`data-fields`), fields (`data-path`) and forms (`data-number`) only.
 */
export const SCRIPT = `'use strict'
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const pane = document.querySelector('.pages')
const said = document.querySelector('#said')
const answered = document.querySelector('#answered')
const marksOf = new Map()
for (const mark of all('.mark')) {
  for (const id of mark.dataset.fields.split(' ')) marksOf.set(id, [...(marksOf.get(id) ?? []), mark])
}
let current
let isSaved = true

/** Makes one field, or words without one, the current one, and shows its places. */
function point(target, shows) {
  if (current !== target) for (const one of all('[aria-current]')) one.removeAttribute('aria-current')
  current = target
  const marks = marksOf.get(target.id) ?? []
  for (const one of [target, ...marks]) one.setAttribute('aria-current', 'true')
  if (shows === 'page' && marks[0]) center(marks[0])
  if (shows === 'field') target.scrollIntoView({ block: 'center' })
}

function center(mark) {
  const [box, frame] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()]
  // Of a place wider than the pane the beginning is shown.
  const across = Math.min(box.width, frame.width - 32)
  pane.scrollBy({
    left: box.left + across / 2 - frame.left - frame.width / 2,
    top: box.top + box.height / 2 - frame.top - frame.height / 2,
  })
}

/** The field to which a mark leads: of several on one place the one after the current one. */
function targetOf(mark) {
  const ids = mark.dataset.fields.split(' ')
  const next = ids[(ids.indexOf(current?.id) + 1) % ids.length]
  return document.getElementById(next)
}

for (const target of all('[data-target]')) {
  target.addEventListener('focusin', () => point(target, 'page'))
  target.addEventListener('click', () => point(target, 'page'))
}
for (const mark of all('.mark')) {
  mark.addEventListener('focus', () => {
    if (!mark.hasAttribute('aria-current')) point(targetOf(mark), 'field')
  })
  // A press focuses first, which has to leave the choice of the field to the click.
  mark.addEventListener('mousedown', (event) => event.preventDefault())
  mark.addEventListener('click', (event) => {
    event.preventDefault()
    const target = mark.matches(':focus') && mark.hasAttribute('aria-current') ? current : targetOf(mark)
    point(target, 'field')
    const first = target.querySelector('input:checked, input, textarea, summary, a')
    first?.focus({ preventScroll: true })
  })
}
for (const link of all('.place')) {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    const mark = document.getElementById(link.hash.slice(1))
    center(mark)
    mark.focus({ preventScroll: true })
  })
}

const chosen = (field) => field.querySelector('input[type=radio]:checked')
const own = (field) => field.querySelector('input[type=text], textarea')

function count() {
  const doubtful = all('.doubts .field')
  const done = doubtful.filter(chosen).length
  answered.textContent = done + ' of ' + doubtful.length + ' answered'
}

document.addEventListener('input', (event) => {
  const field = event.target.closest('.field')
  if (!field) return
  if (event.target === own(field)) field.querySelector('input[value=other]').checked = true
  complain(field)
  isSaved = false
  count()
})

/** What is wrong with the text of one's own where that was chosen; '' for nothing. */
function complain(field) {
  const text = own(field)
  if (!text) return ''
  text.setCustomValidity('')
  let problem = ''
  if (chosen(field)?.value === 'other') {
    if (text.value.trim() === '') problem = 'Write what it is, or choose another answer.'
    else if (text.validity.patternMismatch) problem = 'Write it as: ' + text.title + '.'
  }
  text.setCustomValidity(problem)
  text.setAttribute('aria-invalid', String(problem !== ''))
  return problem
}

function answersOf(form) {
  const answers = {}
  for (const field of all('.field[data-path]', form)) {
    const radio = chosen(field)
    if (!radio) continue
    answers[JSON.parse(field.dataset.path)] = radio.value === 'other' ? own(field).value.trim() : JSON.parse(radio.value)
  }
  return answers
}

/** One object for each form with an answer, or what keeps it from being made. */
function collected() {
  for (const field of all('.field[data-path]')) {
    const problem = complain(field)
    if (problem !== '') return { problem, at: own(field) }
  }
  const by = document.querySelector('#by')
  if (by.value.trim() === '') return { problem: 'Say who answers.', at: by }
  const forms = all('[data-number]')
  const list = forms.flatMap((form) => {
    const answers = answersOf(form)
    if (Object.keys(answers).length === 0) return []
    const { of, number } = form.dataset
    return {
      by: by.value.trim(),
      on: new Date().toISOString(),
      ...(of && { of }),
      ...(forms.length > 1 && { form: Number(number) }),
      answers,
    }
  })
  return list.length === 0 ? { problem: 'Nothing is answered yet.' } : { list }
}

document.querySelector('#save').addEventListener('submit', (event) => {
  event.preventDefault()
  const { list, problem, at } = collected()
  said.textContent = problem ?? ''
  if (at) {
    for (let box = at.closest('details'); box; box = box.parentElement.closest('details')) box.open = true
    at.focus()
  }
  if (!list) return
  const link = document.createElement('a')
  link.download = event.target.dataset.name
  link.href = URL.createObjectURL(new Blob([JSON.stringify(list.length === 1 ? list[0] : list, null, 2) + '\\n'], { type: 'application/json' }))
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  isSaved = true
  said.textContent = 'Saved as ' + link.download + '. Give it with --answers.'
})

const zoom = document.querySelector('#zoom')
zoom.addEventListener('input', () => {
  pane.style.setProperty('--zoom', zoom.value)
  if (current) point(current, 'page')
})
addEventListener('beforeunload', (event) => {
  if (!isSaved) event.preventDefault()
})
count()
`
