'use client';
'use no memo';

import type { ReactNode } from 'react';
import { keyOf, type Property } from './property';
import { PropertyRow } from './property-row';
import type { SaveField } from './use-in-place';
import { useProperties } from './use-properties';

type PropertyFactsProps = {
	id: string;
	save: SaveField;
	properties: Property[];
	/** Further facts, which are not edited. */
	children?: ReactNode;
};

/** What matters most of a record, side by side; each is edited where it stands. */
export function PropertyFacts({ id, save, properties, children }: PropertyFactsProps) {
	const list = useProperties({ id, save, properties, editors: {} });
	return (
		<div ref={list.root} {...list.handlers} data-unsaved={list.isUnsaved || undefined}>
			<dl className="properties property-facts">
				{properties.map((property) => (
					<PropertyRow key={keyOf(property)} {...list.row(property)} isFirst={false} />
				))}
				{children}
			</dl>
		</div>
	);
}
