/** The bridge: an arc over the ground, and the one who crosses it. */
export function Logo() {
  return (
    <svg class="logo" width="34" height="24" viewBox="0 0 34 24" aria-hidden="true">
      <path class="arch" d="M2 21C6 7 28 7 32 21" />
      <path class="ground" d="M2 21h30" />
      <circle cx="17" cy="10.6" r="3" />
    </svg>
  );
}
