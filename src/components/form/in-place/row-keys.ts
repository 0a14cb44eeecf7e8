'use client';

import { useState } from 'react';
import { keyOf, type Property } from './property';
import { pairOf } from './shown-value';

/**
 * What tells custom fields from each other while they are edited: a field that is added or renamed keeps the row that it was
 * entered in, so that an editor which is open there stays.
 */
export function useRowKeys() {
	const [keys, setKeys] = useState<Record<string, string>>({});

	/** A field under the key of the row that it stands in. */
	function inItsRow(property: Property): Property {
		const key = keys[keyOf(property)];
		return key ? { ...property, key } : property;
	}

	/** Learns that the field of a row is called something else from now on; `value` is what was saved. */
	function follow(key: string, value: string) {
		const [label] = pairOf(value);
		if (label === undefined) return;
		setKeys((all) => {
			const others = Object.entries(all).filter(([, row]) => row !== key);
			return { ...Object.fromEntries(others), [keyOf({ ...newField(0), label, key: undefined })]: key };
		});
	}

	return { inItsRow, follow };
}

/** A custom field that is added, the how manieth. */
export const newField = (count: number): Property => ({
	...{ field: 'custom', key: `+${count}`, label: 'New field', value: '', editor: { as: 'custom' } },
});

/** Whether a field is one that is added, and not saved yet. */
export const isNewField = ({ field, value }: Property) => field === 'custom' && value === '';
