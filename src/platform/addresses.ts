/** Addresses of people and organisations, read as people type them. */
/** An address of the web as people type it (`www.adice.asso.fr`), made whole; nothing when it is none. */
export function readWebAddress(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(whole) && !/\s/.test(text) ? new URL(whole) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && !url.username
    ? url.href.replace(/\/$/, "")
    : undefined;
}

/** A French number in pairs (`03 20 00 00 00`), or a foreign one with its `+`; nothing when it is none. */
export function readPhone(typed: string): string | undefined {
  const text = typed.replace(/[\s.\-/()\u00a0\u202f]/g, "").replace(/^(?:\+|00)33(?:0)?(?=[1-9]\d{8}$)/, "0");
  if (/^0[1-9]\d{8}$/.test(text)) return text.replace(/(\d\d)(?=\d)/g, "$1 ");
  const foreign = /^(?:\+|00)(\d{6,15})$/.exec(text);
  return foreign ? `+${foreign[1]}` : undefined;
}

/** A courriel, in lower case; nothing when it is none. Kept simple: one @, a dotted domain, no space (RFC 5321, 254 characters). */
export function readEmail(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  return text.length <= 254 && /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@.<>()",;:]{2,}$/.test(text)
    ? text
    : undefined;
}
