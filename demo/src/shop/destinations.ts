import type { Localized } from '../locales/language.js';

/** Where the shop ships to. */
export interface Destination {
  /** ISO 3166-1 or -2; what discount codes look at when they are for some regions only. */
  readonly region: string;
  readonly name: Localized;
  /** Whole rupiah, whatever the weight. */
  readonly shippingAmount: number;
}

const province = (region: string, name: string, shippingAmount: number): Destination => ({
  region,
  name: { id: name, en: name },
  shippingAmount,
});

/** Every destination, nearest first. */
export const destinations: readonly [Destination, ...Destination[]] = [
  province('ID-JK', 'DKI Jakarta', 12_000),
  province('ID-JB', 'Jawa Barat', 15_000),
  province('ID-YO', 'DI Yogyakarta', 18_000),
  province('ID-JI', 'Jawa Timur', 20_000),
  province('ID-BA', 'Bali', 25_000),
  province('ID-SU', 'Sumatera Utara', 32_000),
  province('ID-SN', 'Sulawesi Selatan', 35_000),
  province('ID-PA', 'Papua', 60_000),
  { region: 'SG', name: { id: 'Singapura', en: 'Singapore' }, shippingAmount: 120_000 },
];

/** The destination with this region code, if the shop ships there. */
export function findDestination(region: string): Destination | undefined {
  return destinations.find((destination) => destination.region === region);
}
