import type { Signature } from '@/lib/text/signature/read-signature';

/** What a signature says; what it does not say is left out. */
export type Said = Partial<Omit<Signature, 'phones'>> & { phones?: [value: string, label: string | null][] };

export type SignatureSample = [name: string, text: string, expected: Said];
