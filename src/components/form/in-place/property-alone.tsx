'use client';

import type { Property } from './property';
import { PropertyRow } from './property-row';
import type { SaveField } from './use-in-place';
import { useProperties } from './use-properties';

type PropertyAloneProps = {
	id: string;
	save: SaveField;
	property: Property;
	/** What is awaited before the page's own value is shown again. */
	settle?: () => Promise<void>;
};

/** One value of a record among others, such as a deal's in a rail: without its label, and edited where it stands. */
export function PropertyAlone({ property, ...options }: PropertyAloneProps) {
	const list = useProperties({ ...options, properties: [property], editors: {} });
	return (
		<div ref={list.root} {...list.handlers} data-unsaved={list.isUnsaved || undefined} className="property-alone">
			<dl className="properties">
				<PropertyRow {...list.row(property)} isFirst={false} />
			</dl>
		</div>
	);
}
