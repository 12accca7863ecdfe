/** Something that tells when it has changed. */
export interface Listenable {
  subscribe(listener: () => void): () => void;
}
