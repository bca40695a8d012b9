/** Who logs in to a guest, and how. */
export type Login =
  | {
      readonly user: string;
      readonly privateKey: string;
      /**
       * Public key that the guest is told at this boot, through a system credential of its firmware (systemd ≥ 252):
       * so an image can be tested that holds no key of its own.
       */
      readonly publicKey?: string;
    }
  | { readonly user: string; readonly password: string };
