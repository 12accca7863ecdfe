import type { Localized } from '../locales/language.js';

/** Something the shop sells. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly detail: Localized;
  readonly description: Localized;
  /** Whole rupiah for one. */
  readonly price: number;
  /** What discount codes look at when their scope is `tags`. */
  readonly tags: readonly string[];
}

/** Everything on the shelf, in the order it is shown. */
export const catalogue: readonly Product[] = [
  {
    id: 'kopi-gayo',
    name: 'Aceh Gayo',
    detail: { id: 'Arabika · biji 250\u00a0g', en: 'Arabica · whole bean 250\u00a0g' },
    description: {
      id: 'Tanah tinggi Takengon, giling basah. Badan tebal, rempah halus, akhir cokelat.',
      en: 'Takengon highlands, wet-hulled. Heavy body, soft spice, a chocolate finish.',
    },
    price: 95_000,
    tags: ['coffee', 'single-origin'],
  },
  {
    id: 'kopi-toraja',
    name: 'Toraja Sapan',
    detail: { id: 'Arabika · biji 250\u00a0g', en: 'Arabica · whole bean 250\u00a0g' },
    description: {
      id: 'Dari kebun di atas 1.700 meter. Gula merah, kayu manis, keasaman lembut.',
      en: 'From gardens above 1,700 metres. Palm sugar, cinnamon, a gentle acidity.',
    },
    price: 105_000,
    tags: ['coffee', 'single-origin'],
  },
  {
    id: 'kopi-kintamani',
    name: 'Bali Kintamani',
    detail: { id: 'Arabika · biji 250\u00a0g', en: 'Arabica · whole bean 250\u00a0g' },
    description: {
      id: 'Tumbuh di antara pohon jeruk. Segar, bersih, berbau jeruk keprok.',
      en: 'Grown among tangerine trees. Bright and clean, with a citrus nose.',
    },
    price: 98_000,
    tags: ['coffee', 'single-origin'],
  },
  {
    id: 'kopi-senja',
    name: 'Senja',
    detail: { id: 'Racikan rumah · biji 500\u00a0g', en: 'House blend · whole bean 500\u00a0g' },
    description: {
      id: 'Racikan untuk sore hari: karamel, kacang, enak dengan susu.',
      en: 'A blend for the late afternoon: caramel, nuts, at home with milk.',
    },
    price: 120_000,
    tags: ['coffee', 'blend'],
  },
  {
    id: 'kopi-temanggung',
    name: 'Temanggung',
    detail: { id: 'Robusta · bubuk 250\u00a0g', en: 'Robusta · ground 250\u00a0g' },
    description: {
      id: 'Untuk kopi tubruk: pekat, pahit yang jujur, wangi tembakau.',
      en: 'For tubruk: dense, honestly bitter, a whiff of tobacco.',
    },
    price: 55_000,
    tags: ['coffee'],
  },
  {
    id: 'penyeduh-v60',
    name: 'Dripper 02',
    detail: { id: 'Keramik · 1–4\u00a0cangkir', en: 'Ceramic · 1–4\u00a0cups' },
    description: {
      id: 'Kerucut 60 derajat dari keramik Plered, menahan panas lebih lama.',
      en: 'A 60-degree cone of Plered ceramic that keeps its heat.',
    },
    price: 135_000,
    tags: ['equipment', 'brewing'],
  },
  {
    id: 'kertas-saring',
    name: 'Kertas Saring 02',
    detail: { id: '100\u00a0lembar', en: '100\u00a0sheets' },
    description: {
      id: 'Tanpa pemutih, untuk dripper kerucut.',
      en: 'Unbleached, for cone drippers.',
    },
    price: 48_000,
    tags: ['equipment', 'brewing'],
  },
  {
    id: 'penggiling-tangan',
    name: 'Penggiling Tangan',
    detail: { id: 'Mata baja · 30\u00a0g', en: 'Steel burrs · 30\u00a0g' },
    description: {
      id: 'Mata pisau baja 38 mm, setelan bertingkat, gagang kayu jati.',
      en: '38 mm steel burrs, stepped dial, a teak handle.',
    },
    price: 475_000,
    tags: ['equipment', 'grinder'],
  },
  {
    id: 'ketel-leher-angsa',
    name: 'Ketel Leher Angsa',
    detail: { id: 'Baja nirkarat · 0,9\u00a0L', en: 'Stainless steel · 0.9\u00a0L' },
    description: {
      id: 'Aliran kecil yang mudah diatur. Untuk kompor gas dan induksi.',
      en: 'A thin stream that goes where you want. For gas and induction.',
    },
    price: 385_000,
    tags: ['equipment', 'brewing'],
  },
  {
    id: 'cangkir-enamel',
    name: 'Cangkir Kawung',
    detail: { id: 'Enamel · 350\u00a0ml', en: 'Enamel · 350\u00a0ml' },
    description: {
      id: 'Enamel biru nila dengan motif kawung, tahan jatuh.',
      en: 'Indigo enamel with a kawung motif; survives a fall.',
    },
    price: 75_000,
    tags: ['accessory'],
  },
];

const byId = new Map(catalogue.map((product) => [product.id, product]));

/** The product with this id, if the shop sells it. */
export function findProduct(id: string): Product | undefined {
  return byId.get(id);
}
