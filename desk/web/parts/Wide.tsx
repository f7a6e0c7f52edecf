import type { ReactNode } from 'react'

/** A table that may be wider than its place: it scrolls, by the keyboard too. */
export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="scroll card" aria-label={label} tabIndex={0}>
      <table className="list">{children}</table>
    </section>
  )
}
