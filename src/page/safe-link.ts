/** An address that a reader may follow: of the web, or a DOI as such. Undefined for any other, which is printed as text. */
export function safeLink(address: string): string | undefined {
  const doi = /^doi:\s*(10\.\S+)$/i.exec(address);
  try {
    const url = new URL(doi ? `https://doi.org/${doi[1]}` : address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
