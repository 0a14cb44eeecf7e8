import type { FieldDraft, Property } from '@/components/form/in-place/property';
import type { FieldStatus, SaveField } from '@/components/form/in-place/use-in-place';

/** How a cell is edited where it stands: the GET that answers with a field of a record, and the action that saves it. */
export type CellEdits = { source: string; save: SaveField };

/** The cell of a record's field; `again` is what was entered before and not saved. */
export type EditedCell = { id: string; field: string; element: HTMLElement; again?: Again };
export type Again = { property: Property; draft: FieldDraft; status: FieldStatus };
