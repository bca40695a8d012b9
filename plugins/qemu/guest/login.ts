/** Who logs in to a guest, and how. */
export type Login =
  | { readonly user: string; readonly privateKey: string }
  | { readonly user: string; readonly password: string };
