import { compile } from "#platform/pdf/compile.ts";
import { formatDay, formatDuration } from "#ui/format.ts";
import { qrShape } from "#ui/qr.tsx";
import template from "./certificate.typ?raw";
import type { Certificate } from "./queries.ts";
import { writtenCode } from "./rules.ts";

/** What the certificate calls itself: one is trained, or takes part. */
export const kindOf = ({ training }: Pick<Certificate, "training">) =>
  training ? "Attestation de formation" : "Attestation de participation";

/** The certificate as a tagged PDF/UA-1, on one page; `address` is where anyone checks it, printed in words and as a QR code. */
export function printCertificate(
  certificate: Certificate,
  { address, brand }: { address: string; brand: string },
): Uint8Array {
  const { size, path } = qrShape(address);
  const days = [...new Set(certificate.days.map(({ day }) => day))].map(formatDay);
  const data = {
    title: kindOf(certificate),
    network: certificate.network,
    description: `${kindOf(certificate)} de ${certificate.holder} : ${certificate.title}`,
    brand,
    says: [`${certificate.network} atteste que`],
    holder: certificate.holder,
    followed: certificate.training ? "a suivi la formation" : "a participé à",
    event: certificate.title,
    facts: [
      [days.length > 1 ? "Dates" : "Date", days.join(", ")],
      ...(certificate.minutes > 0 ? [["Durée suivie", formatDuration(certificate.minutes)]] : []),
      ...(certificate.place ? [["Lieu", certificate.place]] : []),
    ],
    objectives: certificate.objectives.split(/\n+/).filter((line) => line.trim()),
    made: `Fait le ${formatDay(certificate.issued_on)}`,
    signer: certificate.signer,
    check: `Code de vérification : ${writtenCode(certificate.code)}. Chacun peut vérifier cette attestation à l’adresse :`,
    address,
    "code-alt": `Code QR qui ouvre la page de vérification : ${address}`,
  };
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><rect width="100%" height="100%" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`;
  return compile(template, { "data.json": JSON.stringify(data), "code.svg": drawing });
}
