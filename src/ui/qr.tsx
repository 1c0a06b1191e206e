import encodeQR from "qr";

/** The margin that readers of codes need, in modules (ISO/IEC 18004). */
const margin = 4;

/** The dark modules of a code, as one path in a square of `size` units, margin included. */
export function qrShape(text: string): { size: number; path: string } {
  const rows = encodeQR(text, "raw", { border: margin });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { size: rows.length, path };
}

/** A QR code as a drawing, with the words that say what it opens; dark on light whatever the theme, as readers need. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = qrShape(text);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width="100%" height="100%" fill="#ffffff" />
      <path d={path} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  );
}
