/** Thrown where an expression takes more work than any template is worth: its value is unknown then. */
export class Exhausted {}
