declare module '@digitalbazaar/vc' {
  export interface LoadedDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: unknown;
  }
  interface Verified {
    readonly verified: boolean;
    readonly error?: Error & { readonly errors?: readonly Error[] };
    readonly statusResult?: unknown;
  }
  /** Knows the contexts of the W3C by heart, and no network. @throws Error for every other address */
  export function defaultDocumentLoader(url: string): Promise<LoadedDocument>;
  export function verifyCredential(options: {
    readonly credential: unknown;
    readonly suite: unknown;
    readonly documentLoader: (url: string) => Promise<LoadedDocument>;
    readonly now?: Date;
    readonly checkStatus?: () => Promise<{ readonly verified: boolean }>;
  }): Promise<Verified>;
  export function issue(options: {
    readonly credential: unknown;
    readonly suite: unknown;
    readonly documentLoader: (url: string) => Promise<LoadedDocument>;
    readonly now?: Date;
  }): Promise<Record<string, unknown>>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: unknown; readonly signer?: unknown; readonly date?: Date });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ed25519-multikey' {
  interface KeyPair {
    signer(): unknown;
    export(options: {
      readonly publicKey: boolean;
      readonly includeContext?: boolean;
    }): Promise<Record<string, unknown>>;
  }
  export function generate(options: { readonly id?: string; readonly controller?: string }): Promise<KeyPair>;
}
