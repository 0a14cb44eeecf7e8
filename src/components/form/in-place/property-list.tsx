'use client';
'use no memo';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { editKey } from '@/domain/shortcuts';
import { keyOf, type Property, propertyText } from './property';
import { PropertyRow } from './property-row';
import { newField, useRowKeys } from './row-keys';
import type { SaveField } from './use-in-place';
import { addStop, useProperties } from './use-properties';

export type PropertyListProps = {
	/** The record, and the action that saves one of its fields. */
	id: string;
	save: SaveField;
	properties: Property[];
	/** What the list is called where its heading is not seen, such as "About the company". */
	label: string;
	custom: Property[];
	/** Editors that a feature brings along, by their fields. */
	editors?: Record<string, ReactNode>;
};

/** Rows without a value are shown up to this place, and folded after it. */
const shownRows = 8;

/** The details of a record: each is edited where it stands. */
export function PropertyList({ id, save, label, properties, custom, editors = {} }: PropertyListProps) {
	const [unfolded, setUnfolded] = useState(false);
	const [added, setAdded] = useState<Property[]>([]);
	const { inItsRow, follow } = useRowKeys();
	const singleKeys = useShortcuts();
	const isFolded = (property: Property, at: number) => !unfolded && at >= shownRows && propertyText(property) === '';
	const rows = properties.filter((property, at) => !isFolded(property, at));
	const folded = properties.length - rows.length;
	const known = custom.map(inItsRow);
	const awaited = added.filter((property) => !known.some((each) => keyOf(each) === keyOf(property)));
	const list = useProperties({
		...{ id, save, editors },
		properties: [...rows, ...known, ...awaited],
		onSaved: follow,
	});
	const fields = [...known, ...awaited.filter(list.isInUse)];

	const row = (property: Property, at: number) => (
		<PropertyRow
			key={keyOf(property)}
			{...list.row(property)}
			isFirst={at === 0}
			shortcut={at === 0 && singleKeys ? editKey : undefined}
		/>
	);
	return (
		<div ref={list.root} {...list.handlers} data-unsaved={list.isUnsaved || undefined}>
			<section data-section aria-label={label}>
				<header>
					<h2>Details</h2>
				</header>
				<dl className="properties">{rows.map(row)}</dl>
				{folded > 0 && (
					<Button variant="ghost" size="sm" className="-ml-2 text-muted-foreground" onClick={() => setUnfolded(true)}>
						Show <span>{folded}</span> more <span>{folded === 1 ? 'field' : 'fields'}</span>
					</Button>
				)}
			</section>
			<section data-section aria-label="Custom fields">
				<header>
					<h2>Custom fields</h2>
					<Button
						variant="ghost"
						size="icon-sm"
						className="-mr-1.5 ml-auto"
						data-edit-stop={`${addStop.key} ${addStop.place}`}
						onClick={() => {
							const property = newField(added.length + 1);
							setAdded([...added, property]);
							list.edit({ key: keyOf(property), place: 0 });
						}}
					>
						<PlusIcon />
						<span className="sr-only">Add a custom field</span>
					</Button>
				</header>
				<dl className="properties">{fields.map((property) => row(property, -1))}</dl>
				{fields.length === 0 && <p className="text-muted-foreground text-xs">Such as a tax code or a birthday.</p>}
			</section>
		</div>
	);
}
