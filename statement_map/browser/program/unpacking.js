/* JSON from an address, or from one that holds it packed, as in a handout, which has to be small. */

const PACKED = "data:application/gzip;base64,";

/** @type {(address: string) => Promise<any>} */
export async function load(address) {
  if (!address.startsWith(PACKED)) return (await fetch(address)).json();
  const bytes = Uint8Array.from(atob(address.slice(PACKED.length)), (byte) => byte.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).json();
}
