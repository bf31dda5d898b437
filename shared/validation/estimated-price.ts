const tebibyte = 1024 ** 4;
/** https://cloud.google.com/bigquery/pricing#on_demand_pricing, in the US; other places cost up to a half more. */
const usdPerTebibyte = 6.25;

/** US dollars at the list price, to a hundredth of a cent. */
export function estimatedPriceUsd(bytesBilled: number): number {
  return Math.round((bytesBilled / tebibyte) * usdPerTebibyte * 1e5) / 1e5;
}
