/** A record by its id and what it is called. */
export type NamedRecord = { id: string; name: string };

/** The records that forms edit, by the names of their tables. */
export type RecordNoun = 'company' | 'contact' | 'deal' | 'activity';

/** The records that can be merged, tagged, and filtered by their last contact. */
export type PartnerNoun = 'company' | 'contact';
