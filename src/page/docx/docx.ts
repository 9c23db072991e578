import type { Report } from '../../model/report.js';
export async function reportDocx(_: Report): Promise<Uint8Array> {
  return new Uint8Array();
}
