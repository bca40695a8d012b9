/** `'Use {a} not {b}'` → `'a' | 'b'`, so that a report with a missing placeholder does not compile. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The data that a message needs: none for a message without placeholders, anything where the text is not known. */
export type MessageData<Text extends string> = string extends Text
  ? { readonly data?: Readonly<Record<string, string | number>> }
  : [Placeholders<Text>] extends [never]
    ? { readonly data?: undefined }
    : { readonly data: Readonly<Record<Placeholders<Text>, string | number>> };

/** Puts data into a message; what has no data stays as it is, so that HCL's own braces survive. */
export function fillMessage(text: string, data: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
}
