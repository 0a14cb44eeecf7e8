'use client';
'use no memo';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { editKey } from '@/domain/shortcuts';
import { keyOf, type Property, propertyText } from './property';
import { PropertyRow } from './property-row';
import type { SaveField } from './use-in-place';
import { addStop, customProperty, useProperties } from './use-properties';

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
	const [adding, setAdding] = useState(false);
	const singleKeys = useShortcuts();
	const newKey = keyOf(customProperty);
	const isFolded = (property: Property, at: number) => !unfolded && at >= shownRows && propertyText(property) === '';
	const rows = properties.filter((property, at) => !isFolded(property, at));
	const folded = properties.length - rows.length;
	const list = useProperties({
		...{ id, save, editors },
		properties: [...rows, ...custom, customProperty],
		onLeave: (key) => key === newKey && setAdding(false),
	});
	const added = adding || list.statuses[newKey] || list.row(customProperty).editing ? [customProperty] : [];

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
							setAdding(true);
							list.edit({ key: keyOf(customProperty), place: 0 });
						}}
					>
						<PlusIcon />
						<span className="sr-only">Add a custom field</span>
					</Button>
				</header>
				<dl className="properties">{[...custom, ...added].map((property) => row(property, -1))}</dl>
				{custom.length === 0 && added.length === 0 && (
					<p className="text-muted-foreground text-xs">Such as a tax code or a birthday.</p>
				)}
			</section>
		</div>
	);
}
