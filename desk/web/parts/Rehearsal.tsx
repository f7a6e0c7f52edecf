/** Marks whatever was not filed with the SEC, wherever it is shown. */
export function Rehearsal({ destination }: { readonly destination: 'rehearsal' | 'beta' | 'edgar' | undefined }) {
  if (destination === undefined || destination === 'edgar') return null
  return (
    <strong className="rehearsal">
      {destination === 'rehearsal' ? 'Rehearsal: not filed with the SEC' : 'Test system: not filed with the SEC'}
    </strong>
  )
}
