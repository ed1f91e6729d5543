/** Something that hears events, the data of each as JSON. */
export interface Ear {
  /** Resolves to every event until the one with this tag, which nothing but it may mention. */
  until(tag: string): Promise<string[]>;
  close(): void;
}
