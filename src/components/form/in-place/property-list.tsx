'use client';
'use no memo';

import type { Route } from 'next';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { editKey } from '@/domain/shortcuts';
import { keyOf, type Property, propertyText } from './property';
import { PropertyRow } from './property-row';
import type { SaveField } from './use-in-place';
import { useProperties } from './use-properties';

export type PropertyListProps = {
	/** The record, and the action that saves one of its fields. */
	id: string;
	save: SaveField;
	/** The page with the record's history. */
	historyPath: Route;
	/** Where there are none, the custom fields stand alone. */
	properties?: Property[];
	/** What the list is called where its heading is not seen, such as "About the company". */
	label: string;
	custom: Property[];
	/** The button that defines a custom field. */
	adds: ReactNode;
	/** Editors that a feature brings along, by their fields. */
	editors?: Record<string, ReactNode>;
};

/** The details of a record: each is edited where it stands. */
export function PropertyList(props: PropertyListProps) {
	const { id, save, historyPath, label, properties = [], custom, adds, editors = {} } = props;
	const details = useUnfolded(properties);
	const own = useUnfolded(custom);
	const singleKeys = useShortcuts();
	const list = useProperties({ id, save, editors, properties: [...details.rows, ...own.rows] });

	const row = (property: Property, isFirst: boolean) => (
		<PropertyRow
			key={keyOf(property)}
			{...list.row(property)}
			historyPath={historyPath}
			isFirst={isFirst}
			shortcut={isFirst && singleKeys ? editKey : undefined}
		/>
	);
	return (
		<div ref={list.root} {...list.handlers} data-unsaved={list.isUnsaved || undefined}>
			{properties.length > 0 && (
				<section data-section aria-label={label}>
					<header>
						<h2>Details</h2>
					</header>
					<dl className="properties">{details.rows.map((property, at) => row(property, at === 0))}</dl>
					<Unfold {...details} />
				</section>
			)}
			<section data-section aria-label="Custom fields">
				<header className="flex items-center">
					<h2 className="font-semibold">Custom fields</h2>
					{adds}
				</header>
				<dl className="properties">{own.rows.map((property) => row(property, false))}</dl>
				<Unfold {...own} />
				{custom.length === 0 && <p className="text-muted-foreground text-xs">Such as a tax code or a birthday.</p>}
			</section>
		</div>
	);
}

/** Rows without a value are shown up to this place, and folded after it. */
const shownRows = 8;

/** The properties that are shown, how many are folded, and what shows them. */
function useUnfolded(properties: Property[]) {
	const [isUnfolded, setUnfolded] = useState(false);
	const isFolded = (property: Property, at: number) => !isUnfolded && at >= shownRows && propertyText(property) === '';
	const rows = properties.filter((property, at) => !isFolded(property, at));
	return { rows, folded: properties.length - rows.length, onUnfold: () => setUnfolded(true) };
}

function Unfold({ folded, onUnfold }: Pick<ReturnType<typeof useUnfolded>, 'folded' | 'onUnfold'>) {
	if (folded === 0) return null;
	return (
		<Button variant="ghost" size="sm" className="-ml-2 text-muted-foreground" onClick={onUnfold}>
			Show <span>{folded}</span> more <span>{folded === 1 ? 'field' : 'fields'}</span>
		</Button>
	);
}
