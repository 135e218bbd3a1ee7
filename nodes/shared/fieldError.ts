/** Makes the error of a field: what is wrong with its value, and what to do, as a sentence. */
export type FieldError = (what: string, rule: string) => Error;

/** Makes it for the field with this label. */
export type FieldErrorOf = (label: string) => FieldError;
