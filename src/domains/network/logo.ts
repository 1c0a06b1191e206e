/** The largest logo kept, in bytes. */
export const largestLogo = 500_000;

type LogoReading = { ok: true; mediaType: string } | { ok: false; error: string };

const starts = (bytes: Uint8Array, at: number, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[at + index] === byte);

/**
 * What a logo's bytes are, whatever its name says. PNG, JPEG and WebP are taken; SVG is not, because it may hold a script.
 */
export function readLogo(bytes: Uint8Array): LogoReading {
  if (bytes.length > largestLogo)
    return { ok: false, error: "Logo : l’image est trop lourde. Réduisez-la à 500 Ko au plus." };
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { ok: true, mediaType: "image/png" };
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return { ok: true, mediaType: "image/jpeg" };
  if (starts(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, 8, [0x57, 0x45, 0x42, 0x50]))
    return { ok: true, mediaType: "image/webp" };
  return {
    ok: false,
    error:
      "Logo : ce fichier n’est ni un PNG, ni un JPEG, ni un WebP. Enregistrez l’image dans l’un de ces formats.",
  };
}
