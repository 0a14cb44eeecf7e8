import type { ReactNode } from 'react';
import type { FieldDraft, Property } from '@/components/form/in-place/property';
import type { FieldStatus, SaveField } from '@/components/form/in-place/use-in-place';

/**
 * How a cell is edited where it stands: the GET that answers with a field of a record, the action that saves it, and what is
 * asked before a value that its editor names in `asks`.
 */
export type CellEdits = { source: string; save: SaveField; question?: ReactNode };

/** The cell of a record's field; `again` is what was entered before and not saved. */
export type EditedCell = { id: string; field: string; element: HTMLElement; again?: Again };
export type Again = { property: Property; draft: FieldDraft; status: FieldStatus };
