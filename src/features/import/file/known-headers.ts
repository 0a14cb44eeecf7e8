import { importFields } from '../row/import-fields';
import { normalizedHeader, withoutUnit } from './column-headers';

/** How many of these cells are names of columns that some field is known by. */
export function knownNames(cells: string[]): number {
	return cells.filter((cell) => [cell, withoutUnit(cell)].some((name) => allNames.has(normalizedHeader(name)))).length;
}

const allNames = new Set(Object.values(importFields).flatMap((fields) => fields.flatMap(({ names }) => names)));
