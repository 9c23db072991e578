// Stands in the bundle for what would fetch over the network.
export default function noFetch() {
  throw new Error('Demarche makes no request');
}
export const Headers = Object;
